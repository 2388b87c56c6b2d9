"""The page of a contribution: the only place where its contents are shown, each time on record."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from casework import access, disclosing_policies, policies
from casework.models import Document
from casework.models.disclosure import received
from casework.reclassing_policies import why_not_reclassify
from casework.retention import policies as retention
from casework.services import blockades, contributions
from casework.views.correction_panel import corrections_of
from partners import classes
from partners.acting import moment
from partners.http import ActorRequest


@require_safe
def contribution(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.contribution(request.actor, pk)
    is_own = found.organisation_id == request.actor.organisation_id
    read_at = moment()
    contributions.note_reading(contribution=found, actor=request.actor, at=read_at)
    context = {
        "reader": request.actor,
        "read_at": read_at,
        "contribution": found,
        "case": found.case,
        "is_own": is_own,
        "why_not_give": disclosing_policies.why_not_give(request.actor, found),
        "received": None if is_own else received(request.actor, found),
        "given": found.disclosures.select_related("receiver", "sender_ground") if is_own else [],
        "rules": classes.rules()[found.information_class],
        "class_changes": found.class_changes.select_related("organisation"),
        "why_not_reclassify": why_not_reclassify(request.actor, found),
        "documents": Document.objects.shown_to(request.actor)
        .filter(contribution=found)
        .select_related("uploaded_by"),
        **corrections_of(request.actor, found),
        "blockade": blockades.in_force_on(found) if is_own else None,
        "why_not_block": disclosing_policies.why_not_block(request.actor, found),
        "why_not_keep_longer": retention.why_not_keep_longer(request.actor, found),
        "why_not_add": policies.why_not_add_document(request.actor, found),
    }
    return render(request, "casework/contribution/page.html", context)
