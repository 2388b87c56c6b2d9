"""One entry of the own trail with its proof, and the whole of the own sealed log."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.audit.detail import look_at, prove
from partners.audit.sealed_zip import export_sealed, folder_of
from partners.http import ActorRequest, DiskResponse


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


@require_safe
def trail_sealed(request: ActorRequest) -> DiskResponse:
    now = timezone.localtime()
    content = export_sealed(by=request.actor, at=now)
    name = f"{folder_of(request.actor, now)}.zip"
    return DiskResponse(content, as_attachment=True, filename=name, content_type="application/zip")
