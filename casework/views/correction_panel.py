"""What the page of a case, and of a thing in it, shows of corrections and reported errors."""

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
from casework.things import of_thing
from partners.acting import moment
from partners.actor import Actor


def corrections_in(actor: Actor, case: Case) -> dict[str, Any]:
    """Who confirmed what, and which errors wait for the holder."""
    notices = CorrectionNotice.objects.visible_to(actor).filter(case=case)
    reports = ErrorReport.objects.visible_to(actor).filter(case=case)
    return {
        "correction_notices": notices.select_related("sender", "receiver"),
        "error_reports": reports.select_related("reporter", "holder"),
    }


def corrections_of(actor: Actor, thing: Contribution | Subject) -> dict[str, Any]:
    """For the holder what stood there before; for others none."""
    before = Correction.objects.visible_to(actor).filter(**of_thing(thing))
    return {
        "corrections": before.select_related("corrected_by__person"),
        "why_not_correct": correction_policies.why_not_correct(actor, thing, moment()),
        "why_not_report": correction_policies.why_not_report_error(actor, thing),
    }
