"""Each server is killed while people work: what was acknowledged is there, and work goes on."""

from collections import Counter

import pytest

from config.demo.answers import LEAD
from tests.faults.at_once import Deed, at_once, statuses
from tests.faults.ear import listening
from tests.faults.house import House
from tests.faults.visitor import Visitor
from tests.faults.workers import SIGNAL, Shift, Worker

pytestmark = pytest.mark.slow

KILLS = 3
LOGINS = ("liaison1.politie", "liaison2.politie", "liaison.netbeheerder", "iv.oss")
POOL = 12


def workers(house: House) -> list[Worker]:
    with house.owner() as owner:
        query = "SELECT id FROM partners_organisation WHERE code = %s"
        found = owner.execute(query, [LEAD]).fetchone()
    assert found is not None
    people = [Visitor(house.live.url, login).comes_in() for login in LOGINS]
    return [Worker(person, int(found[0])) for person in people]


def assert_nothing_acknowledged_is_lost(house: House, at_work: list[Worker]) -> None:
    """Each act is there with its entry, once; acts whose answer was lost may be there too."""
    reported = [one for worker in at_work for one in worker.reported]
    visited = [one for worker in at_work for one in worker.visited]
    assert reported
    assert visited
    with house.owner() as owner:
        cases = owner.execute("SELECT reference FROM casework_case")
        assert set(reported) <= {one for (one,) in cases.fetchall()}
        done = owner.execute("SELECT id::text FROM workflows_step WHERE status = 'DONE'")
        assert set(visited) <= {one for (one,) in done.fetchall()}
        for action, things in (("case.reported", reported), ("step.visit", visited)):
            told = owner.execute("SELECT object_id FROM audit_entry WHERE action = %s", [action])
            entries = Counter(one for (one,) in told.fetchall())
            assert {entries[thing] for thing in things} == {1}


def report(worker: Worker) -> None:
    answer = worker.visitor.posts("/melden/hennep", SIGNAL | {"lead": worker.lead})
    assert answer.status == 302, answer.text[:400]


def test_the_postmaster_is_killed_and_nothing_acknowledged_is_lost(house: House) -> None:
    at_work = workers(house)
    with Shift(at_work) as shift:
        for _ in range(KILLS):
            shift.until_each_did(4)
            house.kill("postgres")
            house.start_postgres()
        shift.until_each_did(4)
    assert_nothing_acknowledged_is_lost(house, at_work)


def test_after_the_postmaster_is_back_no_request_meets_a_dead_connection(house: House) -> None:
    visitor = Visitor(house.live.url, "iv.oss").comes_in()
    looks: list[Deed] = [(visitor, "/werkvoorraad", None)] * POOL
    assert statuses(at_once(looks)) == {200: POOL}
    house.kill("postgres")
    house.start_postgres()
    assert statuses(at_once(looks)) == {200: POOL}


def test_the_web_is_killed_and_nothing_is_lost_or_missed(house: House) -> None:
    at_work = workers(house)
    with listening(at_work[0].visitor) as ear:
        with Shift(at_work[1:]) as shift:
            for times in range(KILLS):
                shift.until_each_did(2)
                house.live.restart_web(kill=True)
                ear.until_connected(times + 2)
            shift.until_each_did(2)
        ear.until_up_to_date()
        ear.assert_nothing_is_missing()
    assert len(ear.seqs) >= KILLS
    assert_nothing_acknowledged_is_lost(house, at_work)


def test_valkey_is_gone_and_acts_go_on_and_a_poll_sees_them(house: House) -> None:
    police, *others = workers(house)
    with listening(police.visitor) as ear:
        house.kill("valkey")
        try:
            for worker in others:
                _, before = police.visitor.standing()
                report(worker)
                assert police.visitor.standing()[1] > before
            assert police.visitor.opens("/meldingen").status == 200
        finally:
            house.start_valkey()
        report(others[0])
        ear.until_up_to_date()
        ear.assert_nothing_is_missing()
        assert ear.connections == 1
