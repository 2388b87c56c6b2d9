"""The figures of the page as a file for a spreadsheet: one figure a line, suppressed alike."""

import csv
import io
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.throughput.figures import Count, Days, Flow, Share, Throughput, Work
from casework.throughput.queries import Wanted

Line = tuple[str, str, str]
"""Of what, which figure, its value."""


def as_csv(found: Throughput, wanted: Wanted) -> bytes:
    """With a mark and semicolons, as the Dutch Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_head())
    since, until = (timezone.localdate(one).isoformat() for one in (found.since, found.last_moment))
    theme = wanted.theme or _("Alle thema's")
    frame = [wanted.region.name, since, until, theme, found.selected.name]
    for part, line in _lines(found):
        writer.writerow([*map(harmless, frame), part, *map(harmless, line)])
    return ("\ufeff" + out.getvalue()).encode()


def _head() -> list[str]:
    frame = [_("Regio"), _("Van"), _("Tot en met"), _("Thema"), _("Selectie")]
    return [*frame, _("Onderdeel"), _("Wat"), _("Cijfer"), _("Waarde")]


def _lines(found: Throughput) -> Iterator[tuple[str, Line]]:
    for line in _flow(found.selected):
        yield _("Zaken"), line
    for part, works in (
        (_("Stap"), found.steps),
        (_("Bij wie"), found.holders),
        (_("Partner"), found.partners),
    ):
        for work in works:
            for line in _work(work):
                yield part, line
    for flow in (found.region, *found.gemeenten):
        for line in _flow(flow):
            yield _("Gemeente"), line


def _flow(flow: Flow) -> Iterator[Line]:
    if flow.code:
        yield flow.name, _("Wachttijd bij de gemeente zelf (%)"), _plain(flow.own_wait)
    yield flow.name, _("Instroom"), _count(flow.opened)
    yield flow.name, _("Onderhanden"), _count(flow.in_hand)
    yield flow.name, _("Afgerond"), _count(flow.closed)
    yield flow.name, _("Doel bereikt (%)"), _share(flow.reached)
    yield from _days(flow.name, flow.lead_time)
    yield flow.name, _("Op tijd, wettelijke termijn (%)"), _share(flow.statutory)
    yield flow.name, _("Op tijd, afgesproken termijn (%)"), _share(flow.agreed)


def _work(work: Work) -> Iterator[Line]:
    yield work.title, _("Taken gedaan"), _count(work.done)
    yield from _days(work.title, work.days)
    yield work.title, _("Op tijd (%)"), _share(work.on_time)
    yield work.title, _("Deel van de wachttijd (%)"), _plain(work.wait)


def _days(title: str, days: Days) -> Iterator[Line]:
    yield title, _("Doorlooptijd P50 (dagen)"), _plain(days.p50)
    yield title, _("Doorlooptijd P90 (dagen)"), _plain(days.p90)


def _count(count: Count) -> str:
    return _("niet getoond") if count is None else str(count)


def _plain(number: int | None) -> str:
    return "" if number is None else str(number)


def _share(share: Share) -> str:
    bound = "<" if share.is_below and share.percent is not None else ""
    return bound + _plain(share.percent)


def harmless(text: str) -> str:
    """A spreadsheet takes a cell that begins like this for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
