"""E7 to E11: decide, prepare, inspect, keep the log, evaluate, and close the case."""

from django.utils.translation import gettext as _

from casework.services import cases, outcomes
from workflows.events.of_case import event_of
from workflows.forms.aftermath import EvaluateForm
from workflows.forms.evenement.decision import NOTICE_RULINGS, RULINGS
from workflows.models import EventStatus
from workflows.services import regional_events
from workflows.services.deed import Deed
from workflows.services.evenement.intake import end_term, let_lapse
from workflows.services.measure import rule
from workflows.services.notices import fact
from workflows.services.sharing import share


def decide(deed: Deed) -> str:
    """An intention to refuse is no decision yet; all else settles the event on the calendar."""
    outcome = deed.form.outcome()
    if outcome == "intend_refusal":
        return rule(deed, "intent").outcome
    rule(deed, "ruling")
    end_term(deed)
    if outcome == "refuse":
        let_lapse(deed)
    else:
        _confirm(deed, is_unsupported=outcome == "unsupported")
    ruled = dict([*RULINGS, *NOTICE_RULINGS])[outcome]
    told = fact(deed, _("Bericht van het besluit"), str(ruled), on=deed.answers["announced_on"])
    share(deed, told, "event_decision")
    return outcome


def prepare(deed: Deed) -> str:
    share(deed, deed.contribute(), "operational_plan")
    return deed.form.outcome()


def halt(deed: Deed) -> str:
    outcome = rule(deed, "halt").outcome
    if outcome == "stopped":
        let_lapse(deed)
        told = _("Het evenement gaat niet door.")
    else:
        told = _("Het evenement gaat door.")
    share(deed, fact(deed, _("Bericht na de schouw"), told), "event_decision")
    return outcome


def evaluate(deed: Deed) -> str:
    """Its lessons go to the services too; the case stays open for what is settled beside it."""
    share(deed, deed.contribute(), "event_evaluation")
    if isinstance(deed.form, EvaluateForm):
        outcomes.fill(case=deed.case, reached=deed.form.reached(), actor=deed.actor, at=deed.at)
    return deed.form.outcome()


def finish(deed: Deed) -> str:
    deed.contribute()
    cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return deed.form.outcome()


def _confirm(deed: Deed, *, is_unsupported: bool) -> None:
    event = event_of(deed.case)
    if event is not None:
        regional_events.follow(
            event=event,
            status=EventStatus.CONFIRMED,
            is_unsupported=is_unsupported,
            actor=deed.actor,
            at=deed.at,
        )
