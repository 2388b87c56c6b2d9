"""When a step is due: as counted from the day the case names, or as the case itself sets."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from config.demo import answers
from config.demo.walk import do, open_step
from frontend.templatetags.deadlines import deadline
from partners.acting import acting_as
from tests.cases import a_case
from tests.cast import Cast
from workflows import arrival
from workflows.models import Step
from workflows.services import equalled_days
from workflows.terms import Length, end_of_day, end_of_term


def test_objection_counts_from_the_announcement(cast: Cast) -> None:
    """Awb 6:8: not from the day on which somebody typed it in."""
    case = a_case(cast, at="decide")
    announced = timezone.localdate() - timedelta(days=9)
    given = answers.decide() | {"announced_on": announced.isoformat()}
    do(case, "decide", cast.mayor, given)

    with acting_as(cast.coordinator):
        objection = open_step(case, "objection", cast.coordinator)
    end = end_of_term(announced, Length.parse("6w"), is_statutory=True)
    assert timezone.localdate(objection.due_at) == end


def test_a_closure_is_watched_until_its_last_day(cast: Cast) -> None:
    case = a_case(cast, at="objection")

    with acting_as(cast.coordinator):
        watching = open_step(case, "closure_period", cast.coordinator)
    assert timezone.localdate(watching.due_at) == timezone.localdate() + timedelta(days=94)


def said(step: Step, node: str, **term: Any) -> None:
    """What the formule of the running case says, for this look alone."""
    ordinary = {"is_statutory": False, "source": "Afspraak in de regio"}
    step.process.formule_version.content["terms"][node] = ordinary | term


def test_hours_run_from_the_moment_the_step_came(cast: Cast) -> None:
    case = a_case(cast, at="urgency")
    came = timezone.make_aware(datetime(2026, 3, 28, 12))  # noqa: DTZ001  made aware
    with acting_as(cast.mayor, at=came):
        step = open_step(case, "urgency", cast.mayor)
        said(step, "urgency", length="24u")
        due_at = arrival.due_at(step)
    assert due_at == timezone.make_aware(datetime(2026, 3, 29, 13))  # noqa: DTZ001  made aware


def test_a_term_counts_back_from_the_day_of_the_case_and_from_nothing_else(cast: Cast) -> None:
    """Twelve weeks before the announced Saturday is a Saturday, and stays one."""
    case = a_case(cast, at="decide")
    given = answers.decide() | {"announced_on": "2026-06-27"}
    do(case, "decide", cast.mayor, given)
    with acting_as(cast.coordinator):
        step = open_step(case, "objection", cast.coordinator)
        said(step, "objection", length="12w", is_statutory=True, is_backward=True)
        assert arrival.due_at(step) == end_of_day(date(2026, 4, 4))

        other = open_step(case, "close_premises", cast.coordinator)
        said(other, "close_premises", length="2w", is_backward=True)
        assert arrival.due_at(other) is None


def test_an_exempt_term_does_not_move(cast: Cast) -> None:
    case = a_case(cast, at="decide")
    given = answers.decide() | {"announced_on": "2026-04-04"}
    do(case, "decide", cast.mayor, given)
    with acting_as(cast.coordinator):
        step = open_step(case, "objection", cast.coordinator)
        assert arrival.due_at(step) == end_of_day(date(2026, 5, 18))
        said(step, "objection", length="6w", is_statutory=True, is_exempt=True)
        assert arrival.due_at(step) == end_of_day(date(2026, 5, 16))


def test_days_from_a_moment_end_at_that_hour(cast: Cast) -> None:
    """An order of ten days from Saturday evening eight o'clock ends at eight."""
    begun = timezone.make_aware(datetime(2010, 3, 27, 20))  # noqa: DTZ001  made aware
    case = a_case(cast, at="objection")
    with acting_as(cast.coordinator):
        step = open_step(case, "objection", cast.coordinator)
        said(step, "objection", length="10d", is_statutory=True, is_exempt=True)
        node = step.flow_task
        usual, node.counts_from = node.counts_from, lambda case: begun
        try:
            due_at = arrival.due_at(step)
        finally:
            node.counts_from = usual
    assert due_at == timezone.make_aware(datetime(2010, 4, 6, 20))  # noqa: DTZ001  made aware


def test_the_page_of_a_step_tells_why_it_is_due_that_day(cast: Cast, log_in: Any) -> None:
    case = a_case(cast, at="decide")
    do(case, "decide", cast.mayor, answers.decide() | {"announced_on": "2026-04-04"})
    with acting_as(cast.coordinator):
        objection = open_step(case, "objection", cast.coordinator)
    page = log_in(cast.coordinator).get(f"/taken/{objection.pk}").content.decode()
    assert "Zaterdag 16 mei 2026 is een zaterdag" in page
    assert "artikel 1, eerste lid" in page


def test_a_deadline_by_the_clock_is_shown_with_its_time() -> None:
    at = timezone.make_aware(datetime(2026, 3, 29, 13))  # noqa: DTZ001  made aware
    assert deadline(at) == "29 maart 2026 13:00"
    assert deadline(end_of_day(date(2026, 3, 29))) == "29 maart 2026"


def test_a_step_reckons_with_the_equalled_days_of_the_table(cast: Cast) -> None:
    """The Friday after Hemelvaart, on which six weeks from 2 April would end."""
    with acting_as(cast.administrator):
        equalled_days.add(
            day=date(2026, 5, 15), source="Stcrt.", actor=cast.administrator, at=timezone.now()
        )
    case = a_case(cast, at="decide")
    do(case, "decide", cast.mayor, answers.decide() | {"announced_on": "2026-04-02"})
    with acting_as(cast.coordinator):
        objection = open_step(case, "objection", cast.coordinator)
    assert objection.due_at == end_of_day(date(2026, 5, 18))
