"""The page of a contribution: the only place where its contents are shown, each time on record."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework import access, policies
from casework.models import Disclosure
from casework.models.disclosure import disclosed_to
from casework.services import contributions
from partners.acting import moment
from partners.http import ActorRequest


@require_safe
def contribution(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.contribution(request.actor, pk)
    is_own = found.organisation_id == request.actor.organisation_id
    received = None if is_own else _received(request, found.pk)
    contributions.note_reading(
        contribution=found,
        ground=received.receiver_ground.article if received else "",
        actor=request.actor,
        at=moment(),
    )
    context = {
        "contribution": found,
        "case": found.case,
        "is_own": is_own,
        "received": received,
        "given": found.disclosures.select_related("receiver", "sender_ground") if is_own else [],
        "documents": found.documents.select_related("uploaded_by"),
        "why_not_add": policies.why_not_add_document(request.actor, found),
    }
    return render(request, "casework/contribution/page.html", context)


def _received(request: ActorRequest, pk: UUID) -> Disclosure | None:
    rows = disclosed_to(request.actor).filter(contribution_id=pk)
    return rows.select_related("sender", "sender_ground", "receiver_ground").first()
