"""Add and remove equalled days; terms reckoned from then on count with them."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Conflict, require
from workflows import actions, policies
from workflows.models import EqualledDay


@transaction.atomic
def add(*, day: date, source: str, actor: Actor, at: datetime) -> EqualledDay:
    """
    :raises Refused: when the actor's role does not keep them.
    :raises Conflict: when someone added that day just before.
    """
    require(policies.why_not_keep_equalled_days(actor))
    try:
        with transaction.atomic():
            added = EqualledDay.objects.create(day=day, source=source)
    except IntegrityError:
        raise Conflict(_("Deze dag staat er al in.")) from None
    record(actions.EQUALLED_DAY_ADDED, actor=actor, at=at, thing=("equalledday", str(day)))
    return added


@transaction.atomic
def remove(*, day: EqualledDay, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when the actor's role does not keep them.
    """
    require(policies.why_not_keep_equalled_days(actor))
    record(actions.EQUALLED_DAY_REMOVED, actor=actor, at=at, thing=("equalledday", str(day)))
    EqualledDay.objects.filter(pk=day.pk).delete()
