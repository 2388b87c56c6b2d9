"""H14 to H16: lifting, reopening, evaluation."""

from django.utils.translation import gettext as _

from casework.services import cases, outcomes
from workflows.forms.aftermath import EvaluateForm
from workflows.services.deed import Deed
from workflows.services.measure import rule
from workflows.services.notices import fact
from workflows.services.sharing import share


def decide_lifting(deed: Deed) -> str:
    decision = rule(deed, "lifting")
    is_lifted = decision.outcome == "lifted"
    told = fact(
        deed,
        _("Bericht over opheffing"),
        _("De sluiting wordt opgeheven.") if is_lifted else _("De sluiting blijft."),
    )
    share(deed, told, "measure_notice")
    share(deed, told, "closure_notice")
    return decision.outcome


def reopen(deed: Deed) -> str:
    deed.contribute()
    told = fact(
        deed,
        _("Bericht van heropening"),
        _("Het pand is weer open."),
        on=deed.answers["reopened_on"],
    )
    for name in ("measure_notice", "closure_notice", "closure_fact"):
        share(deed, told, name)
    return deed.form.outcome()


def evaluate(deed: Deed) -> str:
    deed.contribute()
    if isinstance(deed.form, EvaluateForm):
        outcomes.fill(case=deed.case, reached=deed.form.reached(), actor=deed.actor, at=deed.at)
    cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return deed.form.outcome()
