"""A term as someone writes it on the command line, read with all its mistakes at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from workflows.terms.length import Length, Unit
from workflows.terms.pauses import Pause
from workflows.terms.term import Term

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")


class Unclear(Exception):
    """`reasons` has a plain sentence for each mistake."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Asked:
    term: Term
    start: date | datetime
    equalled: frozenset[date]


def read(
    *,
    start: str | None,
    length: str | None,
    pauses: Iterable[str],
    equalled: Iterable[str],
    is_statutory: bool,
    is_backward: bool,
    is_exempt: bool,
) -> Asked:
    """
    :raises Unclear: when a part is missing, cannot be read or does not go with another.
    """
    reasons: list[str] = []
    begun = _start(start, reasons)
    long = _length(length, reasons)
    paused = [read_one for one in pauses if (read_one := _pause(one, reasons))]
    days = [found for one in equalled if (found := _day(one, "--gelijkgesteld", reasons))]
    if is_backward and paused:
        reasons.append(_("--terug en --opschorting gaan niet samen."))
    if is_exempt and not is_statutory:
        reasons.append(_("--atw-uitgezonderd heeft alleen zin met --wettelijk."))
    if begun and long and long.unit == Unit.HOURS and not isinstance(begun, datetime):
        reasons.append(
            _("--start: een termijn in uren begint op een tijd, zoals 2026-04-04T09:30.")
        )
    if reasons or begun is None or long is None:
        raise Unclear(reasons)
    term = Term(
        long,
        is_statutory=is_statutory,
        is_backward=is_backward,
        is_exempt=is_exempt,
        pauses=tuple(paused),
    )
    return Asked(term, begun, frozenset(days))


def _start(written: str | None, reasons: list[str]) -> date | datetime | None:
    if written is None:
        reasons.append(_("--start ontbreekt: geef de begindatum, zoals 2026-04-04."))
        return None
    if not MOMENT.fullmatch(written):
        return _day(written, "--start", reasons)
    try:
        return timezone.make_aware(datetime.fromisoformat(written))
    except ValueError:
        reasons.append(_unread("--start", written))
        return None


def _length(written: str | None, reasons: list[str]) -> Length | None:
    if written is None:
        reasons.append(_("--lengte ontbreekt: geef de lengte, zoals 6w."))
        return None
    try:
        return Length.parse(written)
    except ValueError:
        reasons.append(
            _(
                "--lengte: “%(written)s” is geen lengte. Geef een getal van 1 tot en met 999 met "
                "u (uren), d (dagen), wd (werkdagen), w (weken) of m (maanden), zoals 6w."
            )
            % {"written": written}
        )
        return None


def _pause(written: str, reasons: list[str]) -> Pause | None:
    first, dots, second = written.partition("..")
    if not dots:
        reasons.append(
            _("--opschorting: “%(written)s” zijn geen twee dagen, zoals 2026-04-10..2026-04-20.")
            % {"written": written}
        )
        return None
    from_on, until = (_day(one, "--opschorting", reasons) for one in (first, second))
    if from_on is None or until is None:
        return None
    if until <= from_on:
        reasons.append(
            _("--opschorting: “%(written)s” eindigt niet na het begin.") % {"written": written}
        )
        return None
    return Pause(from_on, until)


def _day(written: str, option: str, reasons: list[str]) -> date | None:
    try:
        if DAY.fullmatch(written):
            return date.fromisoformat(written)
    except ValueError:
        pass
    reasons.append(_unread(option, written))
    return None


def _unread(option: str, written: str) -> str:
    return _("%(option)s: “%(written)s” is geen dag die bestaat; schrijf hem als 2026-04-04.") % {
        "option": option,
        "written": written,
    }
