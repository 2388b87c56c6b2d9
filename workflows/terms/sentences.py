"""Why a term ends when it does, in plain sentences."""

from collections.abc import Set as AbstractSet
from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from workflows.terms.calendar import why_no_working_day
from workflows.terms.length import Length
from workflows.terms.pauses import Pause


def shown(end: date | datetime) -> str:
    """A day with its weekday; a moment with its time, and the offset of the clock."""
    if not isinstance(end, datetime):
        return date_format(end, "l j F Y")
    local = timezone.localtime(end)
    return _("%(day)s om %(time)s uur (UTC%(offset)s)") % {
        "day": date_format(local, "l j F Y"),
        "time": date_format(local, "H:i"),
        "offset": date_format(local, "O"),
    }


def raw_end(start: date, length: Length, end: date) -> str:
    return _(
        "De termijn van %(length)s begint op de dag na %(start)s; de laatste dag is dan %(end)s."
    ) % {"length": length.in_words, "start": shown(start), "end": shown(end)}


def hours_end(start: datetime, length: Length, end: datetime) -> str:
    return _("De termijn van %(length)s begint op %(start)s en eindigt op %(end)s.") % {
        "length": length.in_words,
        "start": shown(start),
        "end": shown(end),
    }


def hours_back(event: datetime, length: Length, end: datetime) -> str:
    return _("%(length)s terug vanaf %(event)s is %(end)s.") % {
        "length": length.in_words,
        "event": shown(event),
        "end": shown(end),
    }


def counted_back(event: date, length: Length, day: date) -> str:
    return _(
        "De termijn telt %(length)s terug vanaf %(event)s; de laatste dag is %(day)s. "
        "Een termijn die terugtelt schuift nooit op "
        "(Algemene termijnenwet, artikel 1, tweede lid)."
    ) % {"length": length.in_words, "event": shown(event), "day": shown(day)}


def warned_before(day: date, warn_on: date, equalled: AbstractSet[date]) -> str:
    return _(
        "%(day)s is %(kind)s; de waarschuwing komt op de laatste werkdag ervoor, %(warn_on)s "
        "(afspraak in de regio)."
    ) % {
        "day": shown(day).capitalize(),
        "kind": why_no_working_day(day, equalled),
        "warn_on": shown(warn_on),
    }


def extended(extension: Length, end: date | datetime) -> str:
    return _("Verlengd met %(length)s, tot en met %(end)s.") % {
        "length": extension.in_words,
        "end": shown(end),
    }


def paused(pause: Pause, end: date | datetime) -> str:
    return ngettext(
        "Opgeschort van %(from_on)s tot %(until)s, %(count)s dag; de laatste dag is dan %(end)s.",
        "Opgeschort van %(from_on)s tot %(until)s, %(count)s dagen; de laatste dag is dan %(end)s.",
        pause.days,
    ) % {
        "from_on": shown(pause.from_on),
        "until": shown(pause.until),
        "count": pause.days,
        "end": shown(end),
    }


def agreed() -> str:
    return _(
        "De Algemene termijnenwet geldt niet: dit is geen wettelijke termijn. Hij schuift niet op."
    )


def exempt() -> str:
    return _(
        "De Algemene termijnenwet is op deze termijn niet van toepassing. Hij schuift niet op."
    )


def beyond_atw() -> str:
    return _(
        "De Algemene termijnenwet geldt niet voor termijnen van meer dan 90 dagen, 12 weken of "
        "3 maanden (artikel 4). De termijn schuift niet op."
    )


def by_the_hour(end: datetime) -> str:
    return _("De begintijd is meegegeven: de termijn eindigt op %(end)s.") % {"end": shown(end)}


def by_the_clock() -> str:
    return _(
        "Een termijn in uren loopt ook door in weekenden en op feestdagen "
        "(Algemene termijnenwet, artikel 4)."
    )


def on_a_working_day(end: date) -> str:
    return _("%(end)s is een werkdag: de termijn schuift niet op.") % {
        "end": shown(end).capitalize()
    }


def rolled(end: date, last: date, equalled: AbstractSet[date]) -> str:
    return _(
        "%(end)s is %(kind)s: een wettelijke termijn loopt dan door tot en met de eerste werkdag "
        "erna, %(last)s (Algemene termijnenwet, artikel 1, eerste lid)."
    ) % {
        "end": shown(end).capitalize(),
        "kind": why_no_working_day(end, equalled),
        "last": shown(last),
    }


def two_working_days(last: date) -> str:
    return _(
        "In een wettelijke termijn van drie dagen of meer vallen ten minste twee werkdagen: hij "
        "loopt door tot en met %(last)s (Algemene termijnenwet, artikel 2)."
    ) % {"last": shown(last)}
