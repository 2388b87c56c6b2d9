"""B14 and the way out of who withdraws the application."""

from casework.services import cases, requests
from workflows.services.bibob.clock import end_all
from workflows.services.deed import Deed


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
    deed.contribute()
    return deed.form.outcome()
