"""What goes out: the signed note and how to verify it; nothing of any entry."""

import json
from datetime import UTC, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from partners.audit.kept import Head
from partners.models import Organisation


def as_json(head: Head, organisation: Organisation, at: datetime) -> bytes:
    """One object; `checkpoint` is the note as it must be kept, byte for byte."""
    told = {
        "organisation": organisation.code,
        "size": head.size,
        "signed_at": _moment(head.at),
        "sent_at": _moment(at),
        "checkpoint": head.note,
        "keys": head.verifiers,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def as_mail(head: Head, organisation: Organisation, to: str) -> EmailMessage:
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Controlepunt van het auditspoor van %(code)s") % {"code": organisation.code}
        context = {"head": head, "organisation": organisation, "address": settings.PUBLIC_URL}
        body = render_to_string("notifications/checkpoint/mail.txt", context)
    return EmailMessage(subject, body, to=[to])


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
