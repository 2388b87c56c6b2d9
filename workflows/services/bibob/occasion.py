"""B1 and T3: whether the gemeente makes a Bibob test of it."""

from django.utils.translation import gettext as _

from casework.services import cases
from workflows.services.deed import Deed
from workflows.services.measure import rule
from workflows.services.notices import fact
from workflows.services.sharing import share


def weigh(deed: Deed) -> str:
    deed.contribute()
    if deed.form.outcome() != "falls":
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return deed.form.outcome()


def weigh_tip(deed: Deed) -> str:
    """T4: the OM hears that its tip is used or not, without contents."""
    outcome = rule(deed, "tip").outcome
    used = _("De gemeente gebruikt de tip.")
    unused = _("De gemeente gebruikt de tip niet.")
    told = fact(deed, _("Terugkoppeling op uw tip"), used if outcome == "used" else unused)
    share(deed, told, "tip_feedback")
    if outcome != "used":
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return outcome
