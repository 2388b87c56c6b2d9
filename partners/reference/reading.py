"""Read the files into unsaved rows, and gather every mistake before saying anything."""

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Generic

from django.core.exceptions import ValidationError
from django.db.models import BooleanField
from django.utils.translation import gettext as _

from partners.models import Adjacency, Ground, Organisation, Region, ServiceArea
from partners.reference.tables import (
    ADJACENCIES,
    GROUNDS,
    ORGANISATIONS,
    REGIONS,
    SERVICE_AREAS,
    M,
    Table,
)

YES_NO = {"ja": True, "nee": False}


@dataclass(frozen=True)
class Row(Generic[M]):
    """`is_sound` when every cell fits its field; only then may `thing` be relied on."""

    place: str
    cells: dict[str, str]
    thing: M
    is_sound: bool


@dataclass(frozen=True)
class Sheet(Generic[M]):
    table: Table[M]
    rows: list[Row[M]]
    is_readable: bool = True

    @cached_property
    def codes(self) -> set[str]:
        return {row.cells["code"] for row in self.rows}

    @property
    def sound(self) -> list[Row[M]]:
        return [row for row in self.rows if row.is_sound]


@dataclass(frozen=True)
class Sheets:
    regions: Sheet[Region]
    organisations: Sheet[Organisation]
    service_areas: Sheet[ServiceArea]
    adjacencies: Sheet[Adjacency]
    grounds: Sheet[Ground]


def read(folder: Path, errors: list[str]) -> Sheets:
    """Add what is wrong with single cells to `errors`."""
    return Sheets(
        regions=_sheet(REGIONS, folder, errors),
        organisations=_sheet(ORGANISATIONS, folder, errors),
        service_areas=_sheet(SERVICE_AREAS, folder, errors),
        adjacencies=_sheet(ADJACENCIES, folder, errors),
        grounds=_sheet(GROUNDS, folder, errors),
    )


def _sheet(table: Table[M], folder: Path, errors: list[str]) -> Sheet[M]:
    try:
        with (folder / table.file).open(encoding="utf-8", newline="") as lines:
            reader = csv.DictReader(lines, restkey="", restval="", strict=True)
            if set(reader.fieldnames or ()) != set(table.columns):
                told = {"file": table.file, "columns": ", ".join(table.columns)}
                errors.append(_("%(file)s: de kolommen moeten zijn: %(columns)s") % told)
                return Sheet(table, [], is_readable=False)
            rows = [_row(table, reader.line_num, cells, errors) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        unreadable = {"file": table.file, "error": error}
        errors.append(_("%(file)s is niet te lezen: %(error)s") % unreadable)
        return Sheet(table, [], is_readable=False)
    return Sheet(table, rows)


def _row(table: Table[M], line: int, raw: dict[str, str], errors: list[str]) -> Row[M]:
    place = _("%(file)s regel %(line)d") % {"file": table.file, "line": line}
    cells = {column: raw[column].strip() for column in table.columns}
    thing = table.model(
        **{field: _value(table, field, cells[column]) for column, field in table.fields.items()}
    )
    wrong = [_("te veel kolommen")] if raw.get("") else []
    wrong += _wrong_cells(table, thing)
    errors.extend(f"{place}: {message}" for message in wrong)
    return Row(place, cells, thing, is_sound=not wrong)


def _value(table: Table[M], field_name: str, cell: str) -> str | bool | None:
    field = table.model._meta.get_field(field_name)
    if isinstance(field, BooleanField):
        return YES_NO.get(cell, cell)
    return None if not cell and field.null else cell


def _wrong_cells(table: Table[M], thing: M) -> list[str]:
    """The model's own rules, told by column; a good cell gets the type of its field."""
    others = {field.name for field in table.model._meta.fields} - set(table.fields.values())
    try:
        thing.clean_fields(exclude=others)
    except ValidationError as error:
        wrong = error.message_dict
        return [
            f"{column}: {' '.join(wrong[field])}"
            for column, field in table.fields.items()
            if field in wrong
        ]
    return []
