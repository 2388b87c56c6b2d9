"""What the page of a case, and of a thing in it, shows of corrections and reported errors."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from casework import correction_policies
from casework.models import (
    Case,
    Contribution,
    Correction,
    CorrectionNotice,
    ErrorReport,
    Subject,
)
from casework.standing import as_it_stands, items
from casework.things import of_thing
from partners.acting import moment
from partners.actor import Actor


def corrections_in(actor: Actor, case: Case) -> dict[str, Any]:
    """Who confirmed what, and which errors wait for the holder."""
    notices = CorrectionNotice.objects.visible_to(actor).standing().filter(case=case)
    reports = ErrorReport.objects.visible_to(actor).filter(case=case)
    return {
        "correction_notices": notices.select_related("sender", "receiver"),
        "error_reports": reports.select_related("reporter", "holder"),
    }


@dataclass(frozen=True)
class Changed:
    question: str
    was: str
    became: str


def corrections_of(actor: Actor, thing: Contribution | Subject) -> dict[str, Any]:
    """For the holder what stood there before, beside what took its place; for others none."""
    rows = Correction.objects.visible_to(actor).filter(**of_thing(thing))
    made = list(rows.select_related("corrected_by__person"))
    stood = [*(one.before for one in made), as_it_stands(thing)]
    return {
        "corrections": [
            (one, _changes(before, after))
            for one, (before, after) in zip(made, pairwise(stood), strict=True)
        ],
        "why_not_correct": correction_policies.why_not_correct(actor, thing, moment()),
        "why_not_report": correction_policies.why_not_report_error(actor, thing),
    }


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Changed]:
    """Each item that stands there otherwise now, or that only came with the correction."""
    was = {item.name: item.shown for item in items(before)}
    return [
        Changed(item.question, was.get(item.name, ""), item.shown)
        for item in items(after)
        if was.get(item.name, "") != item.shown
    ]
