"""An error that was reported in the last contribution of who leads, and its correction."""

from django.utils import timezone

from casework.models import Case, Contribution
from casework.models.correction import Change
from casework.services import corrections, error_reports
from partners.acting import acting_as
from partners.actor import Actor
from tests.giving import give
from tests.isolation.acts import own_contribution


def report_an_error(case: Case, by: Actor, title: str) -> None:
    """One that nobody settled yet."""
    now = timezone.now()
    with acting_as(by, at=now):
        seen = Contribution.objects.get(case=case, title=title)
        error_reports.report(thing=seen, text="Dit klopt niet.", actor=by, at=now)


def correct_and_report(case: Case, by: Actor, reporter: Actor) -> None:
    """First the reporter gets it, if it did not yet."""
    now = timezone.now()
    with acting_as(by, at=now):
        found = own_contribution(Case.objects.get(pk=case.pk), by)
        give(found, by, reporter, at=now)
    with acting_as(reporter, at=now):
        seen = Contribution.objects.get(pk=found.pk)
        error_reports.report(thing=seen, text="Dit klopt niet.", actor=reporter, at=now)
    with acting_as(by, at=now):
        first = str(found.content[0]["answer"]) if found.content else ""
        corrections.correct(
            thing=found, change=Change({"0": f"{first} (verbeterd)"}, "Fout."), actor=by, at=now
        )
