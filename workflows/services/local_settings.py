"""Change what a gemeente sets differently: from a day, with a source and a reason."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Refused, require
from workflows.formules import actions
from workflows.formules.adjustable import Adjustable
from workflows.formules.policies import why_not_set_locally
from workflows.models import EnforcementRow, LocalSetting

DAY = timedelta(days=1)


@transaction.atomic
def change_setting(
    *,
    declared: Adjustable,
    value: str,
    valid_from: date,
    source: str,
    reason: str,
    actor: Actor,
    at: datetime,
) -> LocalSetting:
    """An empty `value` follows the formule again.

    :raises Refused: when it is not the actor's to set, or a later value is set already.
    """
    require(why_not_set_locally(actor), object_type="localsetting")
    rows = LocalSetting.objects.select_for_update().filter(
        organisation=actor.organisation, name=declared.name
    )
    last = rows.filter(valid_until__isnull=True).first()
    if last is not None and valid_from <= last.valid_from:
        raise Refused(_("Kies een dag na de laatste wijziging van deze instelling."))
    if last is not None:
        last.valid_until = valid_from
        last.save(update_fields=["valid_until"])
    made = LocalSetting.objects.create(
        organisation=actor.organisation,
        name=declared.name,
        value=value,
        valid_from=valid_from,
        source=source,
        reason=reason,
    )
    record(actions.SETTING_CHANGED, actor=actor, at=at, thing=made)
    return made


@transaction.atomic
def add_row(*, row: dict[str, Any], actor: Actor, at: datetime) -> EnforcementRow:
    """Add a row to the handhavingsmatrix; the one it replaces ends on the day it begins.

    :raises Refused: when it is not the actor's to add, or a later row is there already.
    """
    require(why_not_set_locally(actor), object_type="enforcementrow")
    alike = EnforcementRow.objects.select_for_update().filter(
        organisation=actor.organisation,
        premises=row["premises"],
        substance=row["substance"],
        occurrence=row["occurrence"],
    )
    last = alike.order_by("-valid_from").first()
    if last is not None and row["valid_from"] < (last.valid_until or last.valid_from + DAY):
        raise Refused(_("Kies een dag na het begin van de regel die er nu is."))
    if last is not None and last.valid_until is None:
        _end(last, row["valid_from"])
    made = EnforcementRow.objects.create(organisation=actor.organisation, **row)
    record(actions.ROW_ADDED, actor=actor, at=at, thing=made)
    return made


@transaction.atomic
def end_row(*, row: EnforcementRow, day: date, actor: Actor, at: datetime) -> EnforcementRow:
    """`day` is the first on which the row no longer holds.

    :raises Refused: when it is not the actor's to end, or it ended before.
    """
    require(why_not_set_locally(actor), object_type="enforcementrow")
    if row.valid_until is not None:
        raise Refused(_("Deze regel is al beëindigd."))
    if day <= row.valid_from:
        raise Refused(_("Kies een dag na het begin van deze regel."))
    _end(row, day)
    record(actions.ROW_ENDED, actor=actor, at=at, thing=row)
    return row


def _end(row: EnforcementRow, day: date) -> None:
    row.valid_until = day
    row.save(update_fields=["valid_until"])
