"""The clock of a huisverbod: whole days to the minute, whatever day they end on."""

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.utils import timezone

from casework.models import Contribution, InformationClass
from casework.services import contributions
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.acting import acting_as
from workflows.formules.formule import Formule
from workflows.services.huisverbod import ends_at
from workflows.terms import Length, Term, reckon

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def at(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=AMSTERDAM)  # type: ignore[arg-type,misc]  # numbers alone


@pytest.fixture
def formule() -> Formule:
    path = Path(settings.BASE_DIR) / "workflows" / "formules" / "huisverbod_1.json"
    return Formule.read(json.loads(path.read_text()))


def test_the_published_one_ends_on_the_hour_and_after_four_weeks(formule: Formule) -> None:
    """Imposed on Saturday 27 March 2010 at 20:00, and extended by eighteen days."""
    imposed = at(2010, 3, 27, 20, 0)
    assert ends_at(formule, imposed) == at(2010, 4, 6, 20, 0)
    assert ends_at(formule, imposed, extra_days=18) == at(2010, 4, 24, 20, 0)
    extension = formule.case_terms["ban"].extension
    assert extension == Length.parse("18d"), "four weeks in all, no more"


def test_no_weekend_or_holiday_moves_its_end(formule: Formule) -> None:
    """Ten days from Friday 27 March 2026 end on second Easter Day (Wth art. 13)."""
    assert ends_at(formule, at(2026, 3, 27, 8, 30)) == at(2026, 4, 6, 8, 30)


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (date(2026, 3, 13), date(2026, 3, 17)),
        (date(2026, 4, 2), date(2026, 4, 8)),
    ],
)
def test_the_hearing_has_two_working_days(formule: Formule, asked: date, last: date) -> None:
    said = formule.terms["hearing"]
    assert reckon(Term(said.length, is_statutory=said.is_statutory), asked).end == last


def test_papers_are_due_for_destruction_on_the_day_and_not_before(
    formule: Formule, as_owner: None
) -> None:
    officer = actor_of("hovj.politie")
    case = reported(officer, "huisverbod")
    for node in ("risk", "conditions"):
        do(case, node, officer)
    with acting_as(officer):
        assert not contributions.due_for_destruction(on=date.max).exists()
    do(case, "impose", officer)
    today = timezone.localdate()
    length = formule.retention.length if formule.retention else None
    assert length == Length.parse("60m")
    last = length.after(today)
    assert (last.year, last.month) == (today.year + 5, today.month)
    of_case = Contribution.objects.filter(case=case)
    papers = of_case.filter(information_class=InformationClass.H)
    assert papers.count() == of_case.count() == 4
    due = contributions.due_for_destruction(on=last)
    assert {one.pk for one in due} == {one.pk for one in papers}
    before = date.fromordinal(last.toordinal() - 1)
    assert not contributions.due_for_destruction(on=before).exists()
