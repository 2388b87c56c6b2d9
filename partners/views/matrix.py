"""Who sees what: the matrix that both walls obey, for everyone who is logged in."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from partners import classes, matrix
from partners.http import ActorRequest

WORDS: dict[str, Any] = {
    "full": _("Ja"),
    "task": _("Eigen taak"),
    "own": _("Alleen eigen"),
    "q": _("Na verstrekking"),
    "named": _("Aangewezen"),
    "agg": _("Aantallen"),
    "trail": _("Auditspoor"),
    "settings": _("Beheer"),
    "-": _("Nee"),
}
MEANINGS: dict[str, Any] = {
    "full": _("Leest wat de eigen organisatie inbracht, en wat aan haar is verstrekt."),
    "task": _("Ziet de eigen taken, en wat daarvoor is verstrekt."),
    "own": _("Leest alleen wat de eigen organisatie zelf inbracht."),
    "q": _("Van een ander alleen na een verstrekking met grondslag, doel en noodzaak."),
    "named": _("Als Ja, maar alleen wie voor het thema is aangewezen."),
    "agg": _("Alleen aantallen en doorlooptijden; kleiner dan vijf wordt niet getoond."),
    "trail": _("Ziet in het auditspoor wie iets deed of las, niet de inhoud."),
    "settings": _("Ziet formules en instellingen, geen zaken."),
    "-": _("Nooit, ook niet als iemand het zou verstrekken."),
}


@dataclass(frozen=True)
class Cell:
    information_class: str
    access: str
    word: Any
    is_other: bool


@dataclass(frozen=True)
class Row:
    """`is_mine` marks the line of who looks."""

    line: matrix.Line
    is_mine: bool
    cells: tuple[Cell, ...]


@require_safe
def who_sees_what(request: ActorRequest) -> HttpResponse:
    mine = request.actor.line
    context = {
        "rows": [_row(line, mine) for line in matrix.lines()],
        "classes": list(classes.rules().values()),
        "legend": [(WORDS[one], meaning) for one, meaning in MEANINGS.items()],
    }
    return render(request, "partners/who_sees_what.html", context)


def _row(line: matrix.Line, mine: str) -> Row:
    """A line for a theme shows the cells of its role; `is_other` marks those that differ."""
    cells = matrix.cells_of(line.code)
    return Row(
        line,
        line.code == mine,
        tuple(
            _cell(one, cells.get((line.theme, one), cells["", one]), bool(line.theme), line)
            for one in matrix.CLASSES
        ),
    )


def _cell(information_class: str, access: str, is_of_theme: bool, line: matrix.Line) -> Cell:
    is_other = is_of_theme and information_class in line.cells
    return Cell(information_class, access, WORDS[access], is_other)
