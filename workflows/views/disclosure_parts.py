"""Give a part of what was asked for: first which contribution, then which of its answers."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework.forms.providing import PartForm, own_things
from casework.models import Contribution
from casework.services import contributions
from casework.services import disclosure_decisions as decisions
from partners.acting import moment
from partners.http import ActorRequest
from workflows.proposed_provision import proposed_for_giving
from workflows.views.disclosure_requests import done, to_decide


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = to_decide(request, pk)
    own = [one for one in own_things(found, request.actor) if isinstance(one, Contribution)]
    chosen = _chosen(request, own)
    context = {"asked": found, "case": found.case, "things": own, "contribution": chosen}
    if chosen is None:
        return render(request, "workflows/disclosure_request/part.html", context)
    form = PartForm(
        request.POST or None,
        request=found,
        contribution=chosen,
        actor=request.actor,
        initial=proposed_for_giving(found, [chosen]),
    )
    if form.is_valid():
        decisions.give_part(
            request=found,
            contribution=chosen,
            part=form.part(),
            provision=form.provision(),
            actor=request.actor,
            at=moment(),
        )
        return done(request, pk, _("Deels verstrekt. De vrager ziet alleen het uittreksel."))
    # Its answers are on the page: that is a look, also where a form comes back.
    contributions.note_reading(contribution=chosen, actor=request.actor, at=moment())
    status = 422 if form.is_bound else 200
    return render(
        request,
        "workflows/disclosure_request/part.html",
        {**context, "form": form},
        status=status,
    )


def _chosen(request: ActorRequest, own: list[Contribution]) -> Contribution | None:
    """The one there is, or the one that was picked."""
    wanted = request.GET.get("van", "")
    if len(own) == 1:
        return own[0]
    return next((one for one in own if str(one.pk) == wanted), None)
