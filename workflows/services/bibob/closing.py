"""B14 and the way out of who withdraws the application."""

from casework.models import WaterbedSignal
from casework.services import cases, requests, waterbed
from casework.services.waterbed import Period
from workflows.services.bibob.clock import end_all
from workflows.services.deed import Deed

Measure = WaterbedSignal.Measure
MEASURES = {"refused": Measure.REFUSAL, "revoked": Measure.REVOCATION}


def withdraw(deed: Deed) -> str:
    """Whatever was open is asked no more."""
    deed.contribute()
    requests.overtake_open(case=deed.case)
    end_all(deed)
    return deed.form.outcome()


def report_withdrawal(deed: Deed) -> str:
    deed.contribute()
    cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return deed.form.outcome()


def signal_neighbours(deed: Deed) -> str:
    """B14: the measure and the branch; of whom and why nobody hears."""
    deed.contribute()
    if deed.form.outcome() == "given":
        waterbed.signal(
            case=deed.case,
            measure=MEASURES.get(deed.case.process.outcome_of("decide"), Measure.OTHER),
            area=deed.answers["area"],
            effect=deed.answers["effect"],
            period=Period(deed.answers["starts_on"]),
            desk=deed.answers["desk"],
            branch=deed.answers["branch"],
            actor=deed.actor,
            at=deed.at,
        )
    return deed.form.outcome()
