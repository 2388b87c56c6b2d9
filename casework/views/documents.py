"""Fetch a document, and add documents to a contribution of one's own."""

import logging
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from casework import access, policies
from casework.documents.media_types import SERVED
from casework.documents.storage import Damaged, read
from casework.forms.uploads import FilesField
from casework.models import Document
from casework.models.disclosure import seen_by
from casework.services import documents
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require

logger = logging.getLogger(__name__)


class DocumentsForm(forms.Form):
    attachments = FilesField(label=_lazy("Documenten"), required=True)


@require_safe
def document_download(request: ActorRequest, pk: UUID) -> HttpResponse:
    document = access.document(request.actor, pk)
    try:
        content = read(document.key, document.sha256)
    except Damaged:
        logger.exception("Document %s is gone or no longer what was put in", document.pk)
        return render(request, "casework/document/damaged.html", status=500)
    documents.note_reading(document=document, actor=request.actor, at=moment())
    return _attachment(document, content)


@require_http_methods(["GET", "HEAD", "POST"])
def document_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    contribution = access.contribution(request.actor, pk)
    require(policies.why_not_add_document(request.actor, contribution))
    sent = request.method == "POST"
    form = DocumentsForm(request.POST, request.FILES) if sent else DocumentsForm()
    if sent and form.is_valid():
        uploads = form.cleaned_data["attachments"]
        documents.attach_all(
            contribution=contribution, uploads=uploads, actor=request.actor, at=moment()
        )
        messages.success(request, _("De documenten zijn toegevoegd."))
        return redirect("case", contribution.case.reference)
    context = {
        "form": form,
        "contribution": contribution,
        "receivers": [one.receiver.name for one in seen_by(contribution, moment())],
    }
    return render(request, "casework/document/add.html", context, status=422 if sent else 200)


def _attachment(document: Document, content: bytes) -> HttpResponse:
    """A file to save, never a page of ours: no browser may guess, run or keep it."""
    media_type = document.media_type
    response = HttpResponse(
        content, media_type if media_type in SERVED else "application/octet-stream"
    )
    response["Content-Disposition"] = content_disposition_header(True, document.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response
