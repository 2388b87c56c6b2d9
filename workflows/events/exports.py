"""The calendar as a file: where, when and which class, and nothing of plans (domain brief 4.3)."""

import csv
import io
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from partners.audit.export import harmless
from workflows.events.listing import Row
from workflows.models import EventStatus

ICAL_STATUS = {
    EventStatus.RESERVED: "TENTATIVE",
    EventStatus.CONFIRMED: "CONFIRMED",
    EventStatus.LAPSED: "CANCELLED",
}


def as_csv(rows: Iterable[Row]) -> bytes:
    """With a mark and semicolons, as the Dutch Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    head = (_("Evenement"), _("Gemeente"), _("Klasse"), _("Begin"), _("Einde"), _("Woonkern"))
    writer.writerow([*head, _("Locatie"), _("Bezoekers"), _("Status"), _("Botsingen")])
    for row in rows:
        event = row.event
        line = [
            *(event.name, event.gemeente.name, event.event_class),
            *(_minute(event.begins_at), _minute(event.ends_at), event.woonkern, event.place),
            *(str(event.visitors), str(event.get_status_display()), str(len(row.clashes))),
        ]
        writer.writerow(map(harmless, line))
    return ("\ufeff" + out.getvalue()).encode()


def as_ical(rows: Iterable[Row], at: datetime) -> bytes:
    host = urlsplit(settings.PUBLIC_URL).hostname
    calendar = Calendar()
    calendar.add("prodid", f"-//Schakelpunt//{settings.VERSION}//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Evenementenkalender"))
    for row in rows:
        event = row.event
        entry = Event()
        entry.add("uid", f"evenement-{event.pk}@{host}")
        entry.add("dtstamp", at.astimezone(UTC))
        entry.add("dtstart", event.begins_at.astimezone(UTC))
        entry.add("dtend", event.ends_at.astimezone(UTC))
        entry.add(
            "summary",
            _("%(name)s (klasse %(class)s)") % {"name": event.name, "class": event.event_class},
        )
        entry.add("location", f"{event.place}, {event.woonkern} ({event.gemeente.name})")
        entry.add("status", ICAL_STATUS[EventStatus(event.status)])
        calendar.add_component(entry)
    content: bytes = calendar.to_ical()
    return content


def _minute(at: datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")
