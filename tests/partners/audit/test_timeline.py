"""The timeline of a case tells the acts, from the trail of the reader's own organisation."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners import actions
from partners.acting import acting_as
from partners.audit.models import Result
from partners.audit.timeline import timeline
from tests.cast import Cast
from tests.partners.audit.entries import an_entry

CASE = "2026-VR21-000007"


def test_it_tells_acts_in_dutch_and_leaves_out_looks_and_refusals(cast: Cast) -> None:
    mine = [cast.coordinator.organisation_id]
    an_entry(cast.coordinator, case_reference=CASE)
    an_entry(cast.police, actions.CAPACITY_CHANGED, case_reference=CASE, touched=mine)
    an_entry(cast.coordinator, actions.TRAIL_VIEWED, case_reference=CASE)
    an_entry(cast.coordinator, actions.ACCESS_DENIED, case_reference=CASE, result=Result.DENIED)
    an_entry(cast.coordinator, case_reference="2026-VR21-000008")
    an_entry(cast.police, case_reference=CASE)
    with acting_as(cast.coordinator):
        moments = timeline(cast.coordinator, CASE, newest_first=False)
    gemeente = cast.coordinator.organisation.name
    politie = cast.police.organisation.name
    assert [str(moment) for moment in moments] == [
        f"Demo IV-coördinator Oss (IV-coördinator, {gemeente}) logde in",
        f"Demo liaison 1 politie (Liaison, {politie}) ging verder in een andere hoedanigheid",
    ]
    assert [moment.is_own for moment in moments] == [True, False]


def test_the_newest_come_first_and_only_as_many_as_asked(cast: Cast) -> None:
    entries = [an_entry(cast.coordinator, case_reference=CASE) for _number in range(5)]
    with acting_as(cast.coordinator):
        newest = timeline(cast.coordinator, CASE, limit=2)
        turned = timeline(cast.coordinator, CASE, limit=2, newest_first=False)
    assert [moment.at for moment in newest] == [entries[4].at, entries[3].at]
    assert turned == newest[::-1]


def test_it_takes_one_query(cast: Cast) -> None:
    for _number in range(10):
        an_entry(cast.coordinator, case_reference=CASE)
    with acting_as(cast.coordinator), CaptureQueriesContext(connection) as queries:
        assert len(timeline(cast.coordinator, CASE)) == 10
    assert len(queries) == 1
