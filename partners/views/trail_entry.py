"""One entry of the own trail, and the proof that it was sealed."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.audit.detail import look_at, prove
from partners.http import ActorRequest


@require_safe
def trail_entry(request: ActorRequest, pk: UUID) -> HttpResponse:
    detail = look_at(pk, by=request.actor, at=timezone.now())
    return render(request, "partners/trail_entry.html", {"detail": detail, "line": detail.line})


@require_safe
def trail_proof(request: ActorRequest, pk: UUID) -> HttpResponse:
    seq, proof = prove(pk, by=request.actor, at=timezone.now())
    name = f"auditspoor-{request.actor.organisation.code}-{seq}.tlog-proof"
    return HttpResponse(
        proof,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
