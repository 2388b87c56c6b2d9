"""Record whom or what a case is about, as one organisation knows it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from casework import actions, policies
from casework.models import Case, InformationClass, Subject, SubjectKind
from casework.models.correction import Change
from casework.services import corrections
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require


@transaction.atomic
def record_subject(
    *,
    case: Case,
    kind: SubjectKind,
    information_class: InformationClass,
    label: str,
    details: dict[str, Any],
    actor: Actor,
    at: datetime,
) -> Subject:
    """Keep it as this organisation's own; the same one recorded again is brought up to date.

    What another ever had is not rewritten in silence: that is a correction, of which it hears.

    :raises Refused: when its class is for named people, and the actor is none of them.
    """
    require(policies.why_not_keep(actor, case, information_class))
    subject, is_new = Subject.objects.get_or_create(
        case=case,
        organisation=actor.organisation,
        kind=kind,
        label=label,
        defaults={
            "information_class": information_class,
            "details": details,
            "created_at": at,
        },
    )
    if not is_new:
        _bring_up_to_date(subject, information_class, details, actor, at)
    record(
        actions.SUBJECT_RECORDED,
        actor=actor,
        at=at,
        thing=subject,
        case_reference=case.reference,
    )
    return subject


def _bring_up_to_date(
    subject: Subject,
    information_class: InformationClass,
    details: dict[str, Any],
    actor: Actor,
    at: datetime,
) -> None:
    changed = {name: value for name, value in details.items() if subject.details.get(name) != value}
    if changed and (subject.disclosures.exists() or subject.emergencies.exists()):
        with translation.override(settings.LANGUAGE_CODE):
            reason = _("Opnieuw vastgelegd in een latere stap.")
        corrections.correct(thing=subject, change=Change(changed, reason), actor=actor, at=at)
        subject.refresh_from_db()
    elif changed:
        subject.details = {**subject.details, **details}
    subject.information_class = information_class
    # update_or_create would write the day of the record as well, which nobody may.
    subject.save(update_fields=["information_class", "details"])


def note_reading(*, subject: Subject, actor: Actor, at: datetime, reference: str = "") -> None:
    """Record a look, in the trail of the reader and of whose record it is.

    The `reference` is that of its case, where the reader may have left it.
    """
    record(
        actions.SUBJECT_READ,
        actor=actor,
        at=at,
        thing=subject,
        case_reference=reference or subject.case.reference,
        touched=[subject.organisation_id],
    )
