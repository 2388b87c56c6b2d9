"""The register of disclosures: what an organisation gave and got, on which ground, until when.

Its privacy officer sees all of it; who works cases sees what it may come near (Wpg art. 32).
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.audit.export import harmless
from partners.models import Role
from partners.models.membership import CASE_ROLES

PAGE, MOST = 50, 20_000
COLUMNS = (
    *("id", "given_at", "case_reference", "sender", "receiver", "is_subject"),
    *("information_class", "purpose", "sender_ground", "receiver_ground", "conditions"),
    *("may_disclose_onward", "valid_until", "withdrawn_at", "number"),
)


@dataclass(frozen=True)
class Line:
    """One disclosure as the register keeps it: ids, grounds and moments, and no contents."""

    id: UUID
    given_at: datetime
    case_reference: str
    sender: str
    receiver: str
    is_subject: bool
    information_class: str
    purpose: str
    sender_ground: str
    receiver_ground: str
    conditions: str
    may_disclose_onward: bool
    valid_until: datetime | None
    withdrawn_at: datetime | None
    number: int


@dataclass(frozen=True)
class Wanted:
    """`is_received` is what others gave; without a value a filter narrows nothing."""

    is_received: bool = False
    case_reference: str = ""
    other_id: int | None = None
    information_class: str = ""
    is_running: bool = False
    since: date | None = None
    until: date | None = None


def why_not_see_register(actor: Actor) -> str | None:
    if actor.role not in CASE_ROLES | {Role.PRIVACY_OFFICER}:
        return _(
            "Het register is voor wie aan zaken werkt en voor de functionaris gegevensbescherming."
        )
    return None


def lines(wanted: Wanted, *, offset: int = 0, limit: int = PAGE) -> list[Line]:
    """The newest first; `number` of each is how many there are in all."""
    with connection.cursor() as cursor:
        columns = ", ".join(COLUMNS)
        cursor.execute(
            f"SELECT {columns} FROM disclosure_register(%s, %s, %s, %s, %s, %s, %s, %s, %s)",  # noqa: S608  constants
            [
                wanted.is_received,
                wanted.case_reference,
                wanted.other_id,
                wanted.information_class,
                wanted.is_running,
                wanted.since,
                wanted.until,
                offset,
                limit,
            ],
        )
        return [Line(*row) for row in cursor.fetchall()]


def as_csv(rows: Iterable[Line]) -> bytes:
    """With a mark and semicolons, as a Dutch spreadsheet expects; always in Dutch."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(
        [
            *("verstrekking", "gegeven op", "zaak", "verstrekker", "ontvanger", "soort", "klasse"),
            *("doel", "grondslag verstrekker", "grondslag ontvanger", "voorwaarden"),
            *("verder verstrekken", "tot en met", "ingetrokken op"),
        ]
    )
    for row in rows:
        line = [
            *(str(row.id), _moment(row.given_at), row.case_reference, row.sender, row.receiver),
            "betrokkene of pand" if row.is_subject else "bijdrage",
            *(row.information_class, row.purpose, row.sender_ground, row.receiver_ground),
            row.conditions,
            "ja" if row.may_disclose_onward else "nee",
            *(_moment(row.valid_until), _moment(row.withdrawn_at)),
        ]
        writer.writerow(map(harmless, line))
    return ("\ufeff" + out.getvalue()).encode()


def _moment(at: datetime | None) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M") if at else ""
