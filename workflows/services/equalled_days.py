"""Add and remove equalled days; what runs already is moved by a job (`workflows.watch.moving`)."""

from datetime import date, datetime

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Conflict, require
from workflows import actions, policies
from workflows.equalled_days import changed, equalled_days
from workflows.models import EqualledDay, EqualledDaysChange


@transaction.atomic
def add(*, day: date, source: str, actor: Actor, at: datetime) -> EqualledDay:
    """
    :raises Refused: when the actor's role does not keep them.
    :raises Conflict: when someone added that day just before.
    """
    require(policies.why_not_keep_equalled_days(actor))
    before = _locked()
    try:
        with transaction.atomic():
            added = EqualledDay.objects.create(day=day, source=source)
    except IntegrityError:
        raise Conflict(_("Deze dag staat er al in.")) from None
    record(actions.EQUALLED_DAY_ADDED, actor=actor, at=at, thing=("equalledday", str(day)))
    _tell(before, before | {day}, at)
    return added


@transaction.atomic
def remove(*, day: EqualledDay, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when the actor's role does not keep them.
    """
    require(policies.why_not_keep_equalled_days(actor))
    before = _locked()
    record(actions.EQUALLED_DAY_REMOVED, actor=actor, at=at, thing=("equalledday", str(day)))
    EqualledDay.objects.filter(pk=day.pk).delete()
    _tell(before, before - {day.day}, at)


def _locked() -> frozenset[date]:
    """The days as they are; two who change them take turns, so that each knows what it changed."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE workflows_equalledday IN SHARE ROW EXCLUSIVE MODE")
    return equalled_days()


def _tell(before: frozenset[date], after: frozenset[date], at: datetime) -> None:
    change = EqualledDaysChange.objects.create(
        before=sorted(before), after=sorted(after), changed_at=at
    )
    changed.send(sender=EqualledDaysChange, change_id=change.pk)
