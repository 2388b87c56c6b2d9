"""The page of what ends soon, from where one renews."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework.ending import actions
from casework.ending.policies import why_not_look_ahead
from casework.ending.queries import ahead
from casework.throughput import labels
from partners.acting import moment
from partners.audit.recording import record
from partners.http import ActorRequest
from partners.policies import why_not_clear
from partners.refusals import require


@require_safe
def ending_access(request: ActorRequest) -> HttpResponse:
    actor = request.actor
    require(why_not_look_ahead(actor), object_type="ending")
    found = ahead(actor)
    record(
        actions.ENDING_VIEWED,
        actor=actor,
        at=moment(),
        thing=("ending", actor.organisation.code),
    )
    context = {
        "ahead": found,
        "clearances": [
            (one, labels.theme_title(one.theme), why_not_clear(actor, one.membership))
            for one in found.clearances
        ],
        "reads_cases": actor.reads_cases,
    }
    return render(request, "casework/ending/page.html", context)
