"""The page of a subject: a look at it is on record, as a look at a contribution is."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework import access, disclosing_policies
from casework.services import blockades, subjects
from casework.views.correction_panel import corrections_of
from partners.acting import moment
from partners.http import ActorRequest


@require_safe
def subject(request: ActorRequest, pk: int) -> HttpResponse:
    found = access.subject(request.actor, pk)
    subjects.note_reading(subject=found, actor=request.actor, at=moment())
    is_own = found.organisation_id == request.actor.organisation_id
    given = found.disclosures.filter(sender=request.actor.organisation)
    context = {
        "subject": found,
        "case": found.case,
        "is_own": is_own,
        "why_not_give": disclosing_policies.why_not_give(request.actor, found),
        "given": given.select_related("receiver", "sender_ground"),
        "blockade": blockades.in_force_on(found) if is_own else None,
        "why_not_block": disclosing_policies.why_not_block(request.actor, found),
        **corrections_of(request.actor, found),
    }
    return render(request, "casework/subject/page.html", context)
