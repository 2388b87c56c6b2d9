"""When a step is due: as counted from the day the case names, or as the case itself sets."""

from datetime import timedelta

from django.utils import timezone

from config.demo import answers
from config.demo.walk import do, open_step
from partners.acting import acting_as
from tests.cases import a_case
from tests.cast import Cast
from workflows.terms import Length, end_of_term


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
