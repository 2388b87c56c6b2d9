"""H14 to H16: lifting, reopening, evaluation."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.services import cases, outcomes
from workflows.forms.aftermath import EvaluateForm
from workflows.services.deed import Deed
from workflows.services.measure import notice, rule
from workflows.services.sharing import share


def decide_lifting(deed: Deed) -> str:
    decision = rule(deed, "lifting")
    share(deed, decision.contribution, "ruling")
    return decision.outcome


def reopen(deed: Deed) -> str:
    deed.contribute()
    message = notice(
        deed,
        _("Bericht van heropening"),
        [
            ("fact", _("Feit"), _("Het pand is weer open.")),
            ("on", _("Vanaf"), date_format(deed.answers["reopened_on"], "j F Y")),
        ],
    )
    share(deed, message, "notice")
    return deed.form.outcome()


def evaluate(deed: Deed) -> str:
    deed.contribute()
    if isinstance(deed.form, EvaluateForm):
        outcomes.fill(case=deed.case, reached=deed.form.reached(), actor=deed.actor, at=deed.at)
    cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return deed.form.outcome()
