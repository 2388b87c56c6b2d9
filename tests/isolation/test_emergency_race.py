"""Emergency access when two things happen at the same second, each on its own connection."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from django.db import connection
from django.utils import timezone

from casework.models import Case, Contribution, Emergency
from casework.services import blockades
from config.database_roles import Connection
from partners.acting import acting_as, in_emergency
from partners.actor import Actor
from partners.refusals import Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import put_in, take
from tests.isolation.waiting import until_it_waits_or_is_done


def alone(case: Case, thing: Contribution, by: Actor) -> str:
    """On a connection of its own: what it was told, or nothing."""
    try:
        take(case, thing, by, timezone.now())
    except Refused as refusal:
        return refusal.reason
    finally:
        connection.close()
    return ""


def test_of_two_who_would_be_the_third_one_is_told_to_wait_for_a_judgement(
    owner: Connection,
) -> None:
    cast = Cast()
    case = a_case(cast, at="answer")
    things = [put_in(case, cast.police) for _ in range(4)]
    for one in things[:2]:
        take(case, one, cast.coordinator, timezone.now())
    with ThreadPoolExecutor(max_workers=1) as pool:
        with acting_as(cast.coordinator):
            take(case, things[2], cast.coordinator, timezone.now())
            second = pool.submit(alone, case, things[3], cast.coordinator)
            until_it_waits_or_is_done(owner, second)
        told = second.result()
    assert "nog niet geoordeeld" in told
    with acting_as(cast.coordinator):
        taken = Emergency.objects.filter(case=case, person=cast.coordinator.person)
        assert set(taken.values_list("contribution", flat=True)) == {one.pk for one in things[:3]}


def test_a_blockade_that_did_not_see_the_emergency_yet_hides_the_thing_all_the_same(
    owner: Connection,
) -> None:
    """As when both are being written: the wall asks at each look, and needs no end to be noted."""
    cast = Cast()
    case = a_case(cast, at="answer")
    thing = put_in(case, cast.police)
    taken = take(case, thing, cast.second_coordinator, timezone.now())
    assert is_read(cast.second_coordinator, taken.pk)
    with acting_as(cast.police):
        blockades.block(thing=thing, reason="x", actor=cast.police, at=timezone.now())
    owner.execute(
        b"UPDATE casework_emergency SET ended_at = NULL, ended_by_id = NULL WHERE id = %s",
        [taken.pk],
    )
    assert not is_read(cast.second_coordinator, taken.pk)
    owner.execute(
        b"UPDATE casework_blockade SET lifted_at = now(), lift_reason = 'x',"
        b" lifted_by_id = set_by_id WHERE contribution_id = %s",
        [thing.pk],
    )
    assert is_read(cast.second_coordinator, taken.pk)


def is_read(by: Actor, emergency: UUID) -> bool:
    with acting_as(by), in_emergency(emergency):
        return Contribution.objects.filter(emergencies=emergency).exists()
