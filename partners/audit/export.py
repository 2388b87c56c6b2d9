"""A trail as a file for a spreadsheet: every row that the filter finds, in Dutch."""

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import StringIO

from django.utils import translation
from django.utils.translation import gettext as _

from partners import actions
from partners.actor import Actor
from partners.audit import trail
from partners.audit.lines import line
from partners.audit.models import TrailEntry
from partners.audit.wanted import Wanted

MOST_ROWS = 100_000
BATCH = 2_000
BYTE_ORDER_MARK = "\ufeff"
HEADERS = (
    "tijdstip",
    "naam",
    "rol",
    "organisatie",
    "organisatiecode",
    "handeling",
    "omschrijving",
    "soort object",
    "object",
    "zaak",
    "grondslag",
    "resultaat",
    "herkomst",
    "spoornummer",
    "vingerafdruk inhoud",
    "regel",
    "volgnummer",
)
# What a spreadsheet takes for the beginning of a formula (CWE-1236), also in its full-width form.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


class TooMany(Exception):
    """`reason` is a plain sentence for the person."""

    def __init__(self) -> None:
        self.reason = _(
            "Dit zijn meer dan %(most)s regels. Maak de periode kleiner en haal ze in delen op."
        ) % {"most": f"{MOST_ROWS:,}".replace(",", ".")}
        super().__init__(self.reason)


def export(*, by: Actor, at: datetime, wanted: Wanted) -> bytes:
    """UTF-8 with a byte order mark and `;`, as a Dutch Excel reads it.

    Held in memory: rows are visible only as long as the transaction of this actor lasts.

    :raises Refused: when the actor may not.
    :raises TooMany: when there are more rows than one file holds.
    """
    trail.require_reader(by)
    rows = trail.matching(by, wanted)[: MOST_ROWS + 1]
    count = rows.count()
    if count > MOST_ROWS:
        raise TooMany
    content = _csv(rows.iterator(chunk_size=BATCH))
    trail.note(actions.TRAIL_EXPORTED, by=by, at=at, wanted=wanted, facts={"rows": count})
    return content


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _csv(rows: Iterable[TrailEntry]) -> bytes:
    """An export is evidence: it reads the same whatever the language of the screen."""
    text = StringIO()
    text.write(BYTE_ORDER_MARK)
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
    writer.writerow(HEADERS)
    with translation.override("nl"):
        writer.writerows([harmless(cell) for cell in _cells(row)] for row in rows)
    return text.getvalue().encode()


def _cells(row: TrailEntry) -> Iterator[str]:
    shown, entry = line(row), row.entry
    yield from (shown.at.astimezone(UTC).isoformat(), shown.who, shown.role, shown.organisation)
    yield from (entry.organisation.code, entry.action, shown.sentence)
    yield from (entry.object_type, entry.object_id, entry.case_reference, entry.ground)
    yield from (entry.result, shown.origin, entry.trace, entry.payload_hash)
    yield from (str(row.pk), "" if row.seq is None else str(row.seq))
