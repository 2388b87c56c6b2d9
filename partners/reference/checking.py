"""What must hold between the rows of the files."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from django.utils.translation import gettext as _

from partners.models import Adjacency, Kind, Organisation, ServiceArea
from partners.reference.reading import Row, Sheet, Sheets
from partners.reference.tables import KEPT_KINDS, CodedM, M


def mistakes(sheets: Sheets) -> Iterator[str]:
    organisations, areas = sheets.organisations, sheets.service_areas
    yield from _row_by_row(sheets.regions, "code")
    yield from _row_by_row(organisations, "code")
    yield from _row_by_row(areas, "organisatie", "regio", "geldig_van")
    yield from _row_by_row(sheets.adjacencies, "gemeente", "buurgemeente", "geldig_van")
    yield from _row_by_row(sheets.grounds, "code")
    yield from _unknown(areas, "organisatie", organisations)
    yield from _unknown(areas, "regio", sheets.regions)
    yield from _unknown(sheets.adjacencies, "gemeente", organisations)
    yield from _unknown(sheets.adjacencies, "buurgemeente", organisations)
    yield from _wrong_borders(sheets.adjacencies, organisations)
    yield from _unknown(organisations, "opvolger", organisations)
    yield from _in_nobodys_care(organisations)
    yield from _wrong_successors(organisations)
    if areas.is_readable:
        yield from _not_in_one_region(organisations, areas)


def _row_by_row(sheet: Sheet[M], *key: str) -> Iterator[str]:
    seen: dict[tuple[str, ...], str] = {}
    for row in sheet.rows:
        named = tuple(row.cells[column] for column in key)
        if named in seen:
            told = {"place": row.place, "key": " ".join(named), "earlier": seen[named]}
            yield _("%(place)s: %(key)s staat er al, in %(earlier)s") % told
        seen.setdefault(named, row.place)
    for row in sheet.sound:
        until = row.thing.valid_until
        if until is not None and until <= row.thing.valid_from:
            yield _("%(place)s: geldig_tot moet na geldig_van liggen") % {"place": row.place}


def _unknown(sheet: Sheet[M], column: str, others: Sheet[CodedM]) -> Iterator[str]:
    for row in sheet.rows:
        code = row.cells[column]
        if code not in others.codes and others.is_readable and (code or column != "opvolger"):
            told = {"place": row.place, "column": column, "code": code}
            yield _("%(place)s: %(column)s ‘%(code)s’ is onbekend") % told


def _wrong_borders(sheet: Sheet[Adjacency], organisations: Sheet[Organisation]) -> Iterator[str]:
    """A border lies between two gemeenten, and stands in the file once."""
    kinds = {row.cells["code"]: row.thing.kind for row in organisations.sound}
    told: set[tuple[str, ...]] = set()
    for row in sheet.rows:
        sides = [row.cells["gemeente"], row.cells["buurgemeente"]]
        if any(kinds.get(code, Kind.GEMEENTE) != Kind.GEMEENTE for code in sides):
            yield _("%(place)s: een grens loopt tussen twee gemeenten") % {"place": row.place}
        if len(set(sides)) == 1:
            yield _("%(place)s: een gemeente grenst niet aan zichzelf") % {"place": row.place}
        elif tuple(reversed(sides)) in told:
            yield _("%(place)s: deze grens staat er al andersom") % {"place": row.place}
        told.add(tuple(sides))


def _in_nobodys_care(organisations: Sheet[Organisation]) -> Iterator[str]:
    for row in organisations.sound:
        if row.thing.kind not in KEPT_KINDS:
            told = {"place": row.place, "kind": row.thing.kind}
            yield _("%(place)s: soort ‘%(kind)s’ hoort niet in dit bestand") % told


def _wrong_successors(organisations: Sheet[Organisation]) -> Iterator[str]:
    by_code = {row.cells["code"]: row.thing for row in organisations.sound}
    for row in organisations.sound:
        successor = by_code.get(row.cells["opvolger"])
        if successor is None:
            continue
        end = row.thing.valid_until
        if end is None:
            told = {"place": row.place}
            yield _("%(place)s: wie een opvolger heeft, heeft een geldig_tot") % told
        elif successor.kind != row.thing.kind or not successor.is_in_force(end):
            kind = row.thing.get_kind_display()
            told = {"place": row.place, "code": successor.code, "kind": kind, "day": str(end)}
            yield _("%(place)s: opvolger %(code)s is op %(day)s geen %(kind)s") % told


def _not_in_one_region(
    organisations: Sheet[Organisation], areas: Sheet[ServiceArea]
) -> Iterator[str]:
    """A gemeente is in one region at a time; others may serve several."""
    served: dict[str, list[Row[ServiceArea]]] = defaultdict(list)
    for area in areas.rows:
        served[area.cells["organisatie"]].append(area)
    for row in organisations.sound:
        told = {"place": row.place, "code": row.thing.code}
        periods = served[row.thing.code]
        if not periods:
            yield _("%(place)s: %(code)s heeft geen werkgebied") % told
        if row.thing.kind == Kind.GEMEENTE and _overlap(periods):
            yield _("%(place)s: %(code)s is op één dag in twee regio's") % told


def _overlap(rows: Iterable[Row[ServiceArea]]) -> bool:
    things = [row.thing for row in rows if row.is_sound]
    things.sort(key=lambda thing: thing.valid_from)
    return any(earlier.is_in_force(later.valid_from) for earlier, later in pairwise(things))
