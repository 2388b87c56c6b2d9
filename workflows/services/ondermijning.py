"""Ondermijningssignaal: take in, weigh with two, ask for a hit, and act oneself."""

from casework.services import cases
from workflows.own import own_subjects
from workflows.services.asking import ask_partners
from workflows.services.deed import Deed
from workflows.services.sharing import share


def keep(deed: Deed) -> str:
    deed.contribute()
    return deed.form.outcome()


def take_in(deed: Deed) -> str:
    return _end_at(deed, "not_ours")


def confirm(deed: Deed) -> str:
    return _end_at(deed, "none")


def plan(deed: Deed) -> str:
    return _end_at(deed, "none")


def ask_sources(deed: Deed) -> str:
    """Privacycheck 1: the sources get whom it is about, and say whether there is anything."""
    deed.contribute()
    ask_partners(deed, deed.answers["partners"])
    for subject in own_subjects(deed.case, deed.actor):
        share(deed, subject, "subject")
    return deed.form.outcome()


def _end_at(deed: Deed, last: str) -> str:
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome == last:
        cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return outcome
