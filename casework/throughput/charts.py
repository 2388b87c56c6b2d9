"""Bar charts as numbers for a template: no drawing library, no style, no colour alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.throughput.figures import Days, Share, Throughput

WIDE, NARROW = 560, 300
ALONE = (("", NARROW),)
BOTH = (("sp-only-large", WIDE), ("sp-only-small", NARROW))
"""With the class that shows it: a chart in a narrow card needs one drawing, else the page two."""

LABEL, BAR, GAP, TAIL = 20, 16, 12, 92
"""Heights of a label, a bar and the room below a group; the width kept free for a value."""

Sizes = tuple[tuple[str, int], ...]
Value = tuple[int | None, str]
"""How long the bar is, None for a suppressed one, and what stands behind it."""


@dataclass(frozen=True)
class Bar:
    y: int
    width: int
    series: int
    text: str

    @property
    def text_x(self) -> int:
        return self.width + 6

    @property
    def text_y(self) -> int:
        return self.y + BAR - 5


@dataclass(frozen=True)
class Group:
    label: str
    label_y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Picture:
    shown: str
    width: int
    height: int
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Chart:
    """The same bars for a wide and a narrow place: letters in a drawing shrink with it."""

    key: str
    description: str
    pictures: tuple[Picture, ...]


def of(found: Throughput) -> dict[str, Chart | None]:
    """By the card in which each stands; None where there is nothing to draw."""
    selected = found.selected
    shares = [
        (_("Wettelijke termijnen"), [_percent(selected.statutory)]),
        (_("Afgesproken termijnen"), [_percent(selected.agreed)]),
    ]
    return {
        "waiting": chart(
            "waiting", ((one.title, [_part(one.wait)]) for one in found.holders), top=100
        ),
        "on_time": chart("on_time", shares, top=100),
        "steps": chart(
            "steps", ((one.title, _spread(one.days)) for one in found.steps), sizes=BOTH
        ),
        "partners": chart(
            "partners", ((one.title, _spread(one.days)) for one in found.partners), sizes=BOTH
        ),
        "gemeenten": chart(
            "gemeenten", ((one.name, _spread(one.lead_time)) for one in found.gemeenten), sizes=BOTH
        ),
    }


def chart(
    key: str,
    rows: Iterable[tuple[str, list[Value]]],
    *,
    sizes: Sizes = ALONE,
    top: int = 0,
) -> Chart | None:
    """Bars to scale; `top` is the value that fills the width, else the largest does."""
    drawn = list(rows)
    largest = max((n for _label, values in drawn for n, _text in values if n), default=0)
    if all(n is None for _label, values in drawn for n, _text in values):
        return None
    return Chart(
        key=key,
        description=_description(drawn),
        pictures=tuple(_picture(shown, width, drawn, top or largest) for shown, width in sizes),
    )


def _picture(shown: str, width: int, rows: list[tuple[str, list[Value]]], top: int) -> Picture:
    groups, y = [], 0
    for label, values in rows:
        bars = [
            Bar(
                y=y + LABEL + place * BAR,
                width=_length(n, top, width - TAIL),
                series=0 if n is None else place + 1,
                text=text,
            )
            for place, (n, text) in enumerate(values)
        ]
        groups.append(Group(label, y + LABEL - 6, tuple(bars)))
        y += LABEL + len(values) * BAR + GAP
    return Picture(shown, width, y, tuple(groups))


def _length(n: int | None, top: int, room: int) -> int:
    """A zero keeps a sliver, so that it is a bar and no gap."""
    if n is None:
        return 24
    return max(2, round(room * n / top)) if top else 2


def _description(rows: list[tuple[str, list[Value]]]) -> str:
    return "; ".join(f"{label}: {', '.join(text for _n, text in values)}" for label, values in rows)


def _spread(days: Days) -> list[Value]:
    return [(days.p50, _days(days.p50)), (days.p90, _days(days.p90))]


def _days(number: int | None) -> str:
    if number is None:
        return _("niet getoond")
    return _("1 dag") if number == 1 else _("%(count)s dagen") % {"count": number}


def _part(percent: int | None) -> Value:
    return (percent, _("niet getoond") if percent is None else f"{percent}%")


def _percent(share: Share) -> Value:
    if share.is_below and share.percent is not None:
        return (None, f"<{share.percent}%")
    return _part(share.percent)
