"""Bring the stored rows of one model in line with those of its file."""

from collections.abc import Hashable, Iterable
from datetime import date, timedelta

from django.utils.translation import gettext as _

from partners.reference.reading import Sheet
from partners.reference.report import ChangeKind, Report
from partners.reference.tables import M, Table


def merge(sheet: Sheet[M], stored: Iterable[M], on: date, report: Report) -> dict[Hashable, M]:
    """Every row by its identity, the new ones included."""
    table = sheet.table
    wanted = {table.identity(row.thing): row.thing for row in sheet.rows}
    known = {table.identity(thing): thing for thing in stored}
    new = {key: thing for key, thing in wanted.items() if key not in known}
    touched = [
        thing
        for key, thing in known.items()
        if (
            _takes_over(table, thing, wanted[key], report)
            if key in wanted
            else _ends(table, thing, on, report)
        )
    ]
    for thing in new.values():
        report.tell(ChangeKind.ADDED, table.label(thing))
    report.known += len(known)
    rows = table.model._default_manager
    rows.bulk_create(new.values())
    rows.bulk_update(touched, table.fields.values())
    return {**known, **new}


def _takes_over(table: Table[M], thing: M, wanted: M, report: Report) -> bool:
    details = []
    for column, field in table.fields.items():
        old, new = getattr(thing, field), getattr(wanted, field)
        if old != new:
            setattr(thing, field, new)
            details.append(f"{column}: {_shown(old)} → {_shown(new)}")
    if details:
        report.tell(ChangeKind.CHANGED, table.label(thing), *details)
    return bool(details)


def _ends(table: Table[M], thing: M, on: date, report: Report) -> bool:
    """A row that the file no longer holds; what had already ended keeps its own day."""
    end = max(on, thing.valid_from + timedelta(days=1))
    if thing.valid_until is not None and thing.valid_until <= end:
        return False
    thing.valid_until = end
    report.tell(ChangeKind.ENDED, table.label(thing), f"geldig_tot: {end}")
    return True


def _shown(value: object) -> str:
    return _("leeg") if value in (None, "") else str(value)
