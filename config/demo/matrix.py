"""A fictitious handhavingsmatrix for the gemeenten of the demo, in the shape such policy has."""

from casework.models import Measure
from config.demo import refuse_outside_demo_mode
from config.demo.accounts import BERNHEZE, MEIERIJSTAD, OSS
from config.demo.organisations import SINCE
from partners.models import Organisation
from workflows.models import EnforcementRow, Premises, Substance

SOURCE = "Voorbeeldbeleid artikel 13b Opiumwet (demo)"
RECIDIVE_YEARS = 5
ROWS: tuple[tuple[Premises, Substance, int, Measure, int | None], ...] = (
    (Premises.HOME, Substance.SOFT, 1, Measure.WARNING, None),
    (Premises.HOME, Substance.SOFT, 2, Measure.CLOSURE, 3),
    (Premises.HOME, Substance.SOFT, 3, Measure.CLOSURE, 6),
    (Premises.HOME, Substance.HARD, 1, Measure.CLOSURE, 3),
    (Premises.HOME, Substance.HARD, 2, Measure.CLOSURE, 6),
    (Premises.BUSINESS, Substance.SOFT, 1, Measure.CLOSURE, 3),
    (Premises.BUSINESS, Substance.SOFT, 2, Measure.CLOSURE, 6),
    (Premises.BUSINESS, Substance.HARD, 1, Measure.CLOSURE, 6),
    (Premises.BUSINESS, Substance.HARD, 2, Measure.CLOSURE, 12),
)
"""Grounds (erf) and preparation have no row on purpose: there the motive must be heavier."""


def load() -> None:
    refuse_outside_demo_mode()
    for code in (OSS, MEIERIJSTAD, BERNHEZE):
        gemeente = Organisation.objects.get(code=code)
        for premises, substance, occurrence, measure, months in ROWS:
            EnforcementRow.objects.update_or_create(
                organisation=gemeente,
                premises=premises,
                substance=substance,
                occurrence=occurrence,
                valid_from=SINCE,
                defaults={
                    "measure": measure,
                    "months": months,
                    "recidive_years": RECIDIVE_YEARS,
                    "source": SOURCE,
                },
            )
