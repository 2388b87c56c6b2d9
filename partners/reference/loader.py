"""Bring the reference rows of the database in line with the files, in one transaction."""

from collections.abc import Hashable, Mapping
from datetime import date
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from partners.models import Adjacency, Ground, Organisation, Region, ServiceArea
from partners.reference.checking import mistakes
from partners.reference.merging import merge
from partners.reference.reading import Sheet, Sheets, read
from partners.reference.report import ChangeKind, Report
from partners.reference.tables import KEPT_KINDS

DATA = Path(__file__).parent / "data"


class BadReferenceData(Exception):
    """The files hold mistakes: all of them are in `mistakes`, and nothing was stored."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def load(*, on: date, folder: Path = DATA, dry_run: bool = False) -> Report:
    """Add, change and end rows; what the files no longer hold ends `on` that day.

    :raises BadReferenceData: with every mistake in the files.
    """
    errors: list[str] = []
    sheets = read(folder, errors)
    errors.extend(mistakes(sheets))
    if errors:
        raise BadReferenceData(errors)
    report = Report()
    with transaction.atomic():
        _store(sheets, on, report)
        if dry_run:
            transaction.set_rollback(True)
    return report


def _store(sheets: Sheets, on: date, report: Report) -> None:
    regions = merge(sheets.regions, Region.objects.all(), on, report)
    kept = Q(kind__in=KEPT_KINDS) | Q(code__in=sheets.organisations.codes)
    organisations = merge(sheets.organisations, Organisation.objects.filter(kept), on, report)
    _link_successors(sheets.organisations, organisations, report)
    for row in sheets.service_areas.rows:
        row.thing.organisation = organisations[row.cells["organisatie"]]
        row.thing.region = regions[row.cells["regio"]]
    areas = ServiceArea.objects.filter(organisation__in=organisations.values())
    merge(sheets.service_areas, areas.select_related("organisation", "region"), on, report)
    for pair in sheets.adjacencies.rows:
        pair.thing.gemeente = organisations[pair.cells["gemeente"]]
        pair.thing.neighbour = organisations[pair.cells["buurgemeente"]]
    borders = Adjacency.objects.select_related("gemeente", "neighbour")
    merge(sheets.adjacencies, borders, on, report)
    merge(sheets.grounds, Ground.objects.all(), on, report)


def _link_successors(
    sheet: Sheet[Organisation], organisations: Mapping[Hashable, Organisation], report: Report
) -> None:
    """Apart from the rest, since a successor may be as new as who it succeeds."""
    linked = []
    for row in sheet.rows:
        organisation = organisations[row.cells["code"]]
        successor = organisations.get(row.cells["opvolger"])
        if organisation.successor_id != (successor.pk if successor else None):
            organisation.successor = successor
            linked.append(organisation)
            told = f"opvolger: {successor.code if successor else _('leeg')}"
            report.tell(ChangeKind.CHANGED, sheet.table.label(organisation), told)
    Organisation.objects.bulk_update(linked, ["successor"])
