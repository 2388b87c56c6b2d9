"""Whatever one looks for in a long trail, its page is one query along an index."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from partners.acting import acting_as
from partners.audit import trail
from partners.audit.models import Kind, Result, TrailEntry
from partners.audit.summary import COUNTS, MOST
from partners.audit.trail import PAGE
from partners.audit.wanted import OUTSIDE, OWN, Wanted
from tests.cast import Cast
from tests.isolation.lasting import lasting
from tests.partners.audit.filled import MANY, fill
from tests.partners.conftest import LogIn

LONG_AGO = timezone.localdate() - timedelta(days=15)
WANTED = {
    "nothing": Wanted(),
    "case": Wanted(case_reference="2026-VR21-000007"),
    "own": Wanted(by=OWN),
    "outside": Wanted(by=OUTSIDE),
    "looks": Wanted(kind=Kind.LOOK),
    "looks from outside": Wanted(kind=Kind.LOOK, by=OUTSIDE),
    "changes": Wanted(kind=Kind.CHANGE),
    "disclosures": Wanted(kind=Kind.DISCLOSURE),
    "refusals": Wanted(kind=Kind.REFUSAL),
    "emergencies": Wanted(kind=Kind.EMERGENCY),
    "action": Wanted(action="case.closed"),
    "action that never was": Wanted(action="handover.refused"),
    "sort of thing": Wanted(object_type="subject"),
    "thing": Wanted(object_id="12345"),
    "ground": Wanted(ground="Wpg 18"),
    "refused": Wanted(result=Result.DENIED),
    "not refused": Wanted(result=Result.OK),
    "trace": Wanted(trace="827ccb0eea8a706c4c34a16891f84e7b"),
    "since": Wanted(since=LONG_AGO),
    "until": Wanted(until=LONG_AGO),
    "one day": Wanted(since=LONG_AGO, until=LONG_AGO),
    "disclosures on one day": Wanted(kind=Kind.DISCLOSURE, since=LONG_AGO, until=LONG_AGO),
}
# What a page may have to read beside its own rows, of a trail of tens of thousands.
SPARE = 60


@pytest.fixture(scope="module")
def long_trails(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), lasting() as owner:
        cast = Cast()
        fill(owner, cast)
        yield cast


def require_indexed(plan: str) -> None:
    assert "Seq Scan on audit_" not in plan, plan
    read = [int(rows) for rows in re.findall(r"actual [^)]*?rows=(\d+)", plan)]
    left = [int(rows) for rows in re.findall(r"Rows Removed by \w+(?: \w+)?: (\d+)", plan)]
    assert max(read + left) <= PAGE + 1 + SPARE, plan


@pytest.mark.parametrize("wanted", WANTED.values(), ids=list(WANTED))
def test_a_filter_reads_its_page_and_little_more(long_trails: Cast, wanted: Wanted) -> None:
    officer = long_trails.privacy_officer
    with acting_as(officer):
        require_indexed(trail.matching(officer, wanted)[: PAGE + 1].explain(analyze=True))


@pytest.mark.parametrize("who", ["person", "organisation"])
def test_whoever_did_it_is_found_along_an_index(long_trails: Cast, who: str) -> None:
    rare, others = long_trails.mayor.person.pk, long_trails.police.organisation_id
    wanted = Wanted(person_id=rare) if who == "person" else Wanted(organisation_id=others)
    officer = long_trails.privacy_officer
    with acting_as(officer):
        require_indexed(trail.matching(officer, wanted)[: PAGE + 1].explain(analyze=True))


def test_the_middle_of_a_long_trail_costs_what_its_beginning_does(long_trails: Cast) -> None:
    officer = long_trails.privacy_officer
    with acting_as(officer):
        rows = trail.matching(officer, Wanted())
        middle = rows[MANY // 2].pk
        require_indexed(trail.before(officer, rows, middle)[: PAGE + 1].explain(analyze=True))


def test_the_summary_reads_what_it_counts(long_trails: Cast) -> None:
    officer = long_trails.privacy_officer
    given: dict[str, Any] = {
        "organisation": officer.organisation_id,
        "since": timezone.now() - timedelta(days=30),
        "most": MOST,
    }
    with acting_as(officer), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {COUNTS}", given)
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert "Seq Scan on audit_" not in plan, plan


def test_the_rows_of_a_page_are_one_query(long_trails: Cast, log_in: LogIn, db: None) -> None:
    client: Client = log_in(long_trails.privacy_officer)
    for query in ("", "?organisatie=anderen", "?soort=refusal&van=2026-01-01"):
        with CaptureQueriesContext(connection) as caught:
            assert client.get(f"/auditspoor{query}").status_code == 200
        rows = f'FROM "{TrailEntry._meta.db_table}"'
        asked = [one["sql"] for one in caught if rows in one["sql"]]
        assert len(asked) == 1, asked
