"""Calendar entries as iCalendar (RFC 5545), which every calendar reads."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from workflows.calendar_entries import CalendarEntry

MEDIA_TYPE = "text/calendar; charset=utf-8"
REFRESH = timedelta(hours=1)


def ical(entries: Iterable[CalendarEntry], at: datetime) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", f"-//Schakelpunt//{settings.VERSION}//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Schakelpunt")
    calendar.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    for entry in entries:
        calendar.add_component(_event(entry, at))
    content: bytes = calendar.to_ical()
    return content


def _event(entry: CalendarEntry, at: datetime) -> Event:
    """A day takes no room in one's agenda; a moment is shown by its time, and lasts none."""
    address = urlsplit(settings.PUBLIC_URL)
    event = Event()
    event.add("uid", f"{entry.key}@{address.hostname}")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("summary", entry.title)
    if isinstance(entry.when, datetime):
        event.add("dtstart", entry.when.astimezone(UTC))
    else:
        event.add("dtstart", entry.when)
        event.add("dtend", entry.when + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("description", _("Uiterlijk %(when)s") % {"when": _shown(entry.when)})
    event.add("url", f"{settings.PUBLIC_URL}{entry.link}")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.title)
    alarm.add("trigger", timedelta(days=-1))
    event.add_component(alarm)
    return event


def _shown(when: date | datetime) -> str:
    if isinstance(when, datetime):
        return timezone.localtime(when).strftime("%d-%m-%Y %H:%M")
    return when.strftime("%d-%m-%Y")
