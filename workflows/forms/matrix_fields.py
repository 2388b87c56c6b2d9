"""The questions that the handhavingsmatrix may raise: no row fits, or one wants something else."""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from workflows.forms.fields import long_text
from workflows.forms.step_form import StepForm
from workflows.matrix import fitting_row
from workflows.terms import Length


class MatrixFields(StepForm):
    """The form of a step that picks a measure; `row` is what the matrix sets, if anything."""

    aside: ClassVar[str] = "workflows/step/_matrix.html"

    heavier_motive = long_text(
        _("Zwaardere motivering"),
        required=False,
        help_text=_("Verplicht als geen rij van de matrix past."),
    )
    deviation_motive = long_text(
        _("Waarom wijkt u af van de matrix?"),
        required=False,
        help_text=_("Verplicht als u iets anders kiest dan de matrix voorschrijft."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = fitting_row(self.step)
        for name in ("heavier_motive", "deviation_motive", "attachments"):
            self.fields[name] = self.fields.pop(name)

    def check_matrix(self, measure: str, months: int | None) -> None:
        """Demand a motive where the matrix has no row, or another measure or period."""
        given = self.cleaned_data
        if self.row is None:
            if not given.get("heavier_motive"):
                self.add_error(
                    "heavier_motive",
                    _("Geen rij van de matrix past op deze vondst. Motiveer uw keuze extra zwaar."),
                )
            return
        deviates = measure != self.row.measure or (self.row.months and months != self.row.months)
        if deviates and not given.get("deviation_motive"):
            self.add_error(
                "deviation_motive", _("U wijkt af van de matrix (%(row)s).") % {"row": self.row}
            )


def whole_months(start: date, end: date) -> int:
    """How many months a closure takes, the last begun one counted as a whole."""
    return next(count for count in range(1, 1000) if end <= Length.parse(f"{count}m").after(start))
