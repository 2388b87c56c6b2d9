"""What a privacy officer may know of the records that a request concerns, to choose among them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.models import RightsItem, RightsShare


@dataclass(frozen=True)
class Record:
    """`label`, `born_on` and `address` are empty where the record is for named people."""

    item: RightsItem
    label: str
    born_on: str
    address: str
    recorded_at: datetime
    corrected_at: datetime | None
    needs_clearance: str

    @property
    def words(self) -> str:
        """One line, by which two people of one name are told apart."""
        born_on = _day(self.born_on)
        parts = [
            self.label or str(_("Alleen voor aangewezen medewerkers")),
            str(_("geboren %(day)s")) % {"day": born_on} if born_on else "",
            self.address,
        ]
        return ", ".join(part for part in parts if part)

    @property
    def origin(self) -> str:
        told = _("zaak %(case)s, klasse %(class)s, vastgelegd %(day)s")
        return str(told) % {
            "case": self.item.case_reference,
            "class": self.item.information_class,
            "day": date_format(timezone.localdate(self.recorded_at), "j F Y"),
        }


def records_of(share: RightsShare) -> list[Record]:
    """Two queries, however many there are; the caller records the look."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT item_id, label, born_on, address, recorded_at, corrected_at, needs_clearance
               FROM casework_rights_records(%s)""",
            [share.pk],
        )
        known = {row[0]: row[1:] for row in cursor.fetchall()}
    return [
        Record(item, label or "", born_on or "", address or "", *rest)
        for item in RightsItem.objects.filter(share=share, pk__in=known)
        for label, born_on, address, *rest in [known[item.pk]]
    ]


def _day(text: str) -> str:
    """As it was recorded where it is no day."""
    try:
        return date_format(date.fromisoformat(text), "j F Y") if text else ""
    except ValueError:
        return text
