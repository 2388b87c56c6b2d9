"""Add files to a contribution, and take note of who fetches one."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO

from django.conf import settings
from django.db import transaction

from casework import actions, disclosing_policies, policies
from casework.documents.checking import CheckedUpload
from casework.documents.scanner import ScannerUnavailable
from casework.documents.storage import digest, file_rollback, keep, read
from casework.models import Contribution, Document
from casework.models.disclosure import received, seen_by
from casework.models.document import ScanResult
from casework.services import disclosures
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require


@transaction.atomic
def attach(
    *, contribution: Contribution, upload: CheckedUpload, actor: Actor, at: datetime
) -> Document:
    """Keep the file; the same file with the same name twice, as by a double click, is kept once.

    :raises Refused: when the contribution is another's, or its case is closed.
    :raises ScannerUnavailable: when a scanner is configured and this file never passed it.
    """
    require(policies.why_not_add_document(actor, contribution))
    if settings.DOCUMENT_SCANNER and upload.scan_result != ScanResult.CLEAN:
        raise ScannerUnavailable
    sha256 = digest(upload.file)
    same = contribution.documents.filter(sha256=sha256, name=upload.name).first()
    if same is not None:
        return same
    with file_rollback():
        document = Document.objects.create(
            contribution=contribution,
            name=upload.name,
            media_type=upload.media_type,
            size=upload.size,
            sha256=sha256,
            key=keep(upload.file),
            scan=upload.scan_result,
            uploaded_by=actor.person,
            uploaded_at=at,
        )
        record(
            actions.DOCUMENT_ADDED,
            actor=actor,
            at=at,
            thing=document,
            case_reference=contribution.case.reference,
            touched=[one.receiver_id for one in seen_by(contribution, at)],
            payload={
                "name": document.name,
                "sha256": sha256,
                "class": contribution.information_class,
            },
        )
    return document


@transaction.atomic
def attach_all(
    *, contribution: Contribution, uploads: Iterable[CheckedUpload], actor: Actor, at: datetime
) -> list[Document]:
    """All of them or, when one fails, none; who sees the contribution already, hears of them.

    :raises Refused: when the contribution is another's, or its case is closed.
    """
    with file_rollback():
        kept = [
            attach(contribution=contribution, upload=upload, actor=actor, at=at)
            for upload in uploads
        ]
        if any(document.uploaded_at == at for document in kept):
            disclosures.tell_of_more(contribution=contribution, actor=actor, at=at)
    return kept


@transaction.atomic
def take_along(
    *, documents: Iterable[Document], extract: Contribution, actor: Actor, at: datetime
) -> list[Document]:
    """Copies of files of the whole that the discloser chose to give with a part of it.

    :raises Refused: when one is of something else, or was withdrawn.
    :raises Damaged: when a file is no longer what was put in.
    """
    chosen = list(documents)
    for document in chosen:
        require(disclosing_policies.why_not_take_along(document, extract))
    with file_rollback():
        return [
            attach(contribution=extract, upload=_as_it_is(document), actor=actor, at=at)
            for document in chosen
        ]


def _as_it_is(document: Document) -> CheckedUpload:
    content = BytesIO(read(document.key, document.sha256))
    scan = ScanResult(document.scan)
    return CheckedUpload(content, document.name, document.media_type, document.size, scan)


def note_reading(*, document: Document, actor: Actor, at: datetime) -> None:
    """Record that the file was fetched, in the trail of the reader and of its owner."""
    contribution = document.contribution
    basis = received(actor, contribution)
    record(
        actions.DOCUMENT_READ,
        actor=actor,
        at=at,
        thing=document,
        case_reference=contribution.case.reference,
        touched=[contribution.organisation_id],
        ground=basis.receiver_ground.article if basis else "",
    )
