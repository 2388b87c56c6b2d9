"""Terms that the Awb gives any decision on an application, whatever the theme."""

from workflows.formules.formule import CaseTerm
from workflows.terms import Length

DECISION, NOTICE, PENALTY = "decision", "default_notice", "penalty"
OF_DECISION = (DECISION, NOTICE, PENALTY)
"""All that ends with the decision."""

IN_DEFAULT = {
    NOTICE: CaseTerm(
        length=Length.parse("2w"),
        is_statutory=True,
        is_exempt=True,
        source="Awb art. 4:17 lid 3",
        title="Twee weken na de ingebrekestelling",
        warn_days=(3,),
    ),
    PENALTY: CaseTerm(
        length=Length.parse("42d"),
        is_statutory=True,
        is_exempt=True,
        source="Awb art. 4:17: hoogstens 42 dagen",
        title="Dwangsom bij niet tijdig beslissen",
        warn_days=(),
    ),
}
"""The penalty runs when two weeks have passed since the notice (Awb 4:17), without the ATW."""
