"""The calendar of a region is for who serves it, and each gemeente writes its own events."""

import pytest
from django.db import Error, connection, transaction

from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast, actor_of
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db

SEEN = "SELECT id FROM workflows_regionalevent"
RULINGS = "SELECT event_id FROM workflows_clashruling"
COPY = """INSERT INTO workflows_regionalevent (region_id, gemeente_id, name, event_class, begins_at,
    ends_at, woonkern, place, visitors, police_hours, fire_units, ghor_units, status,
    is_unsupported, reserved_by_id, reserved_at, changed_at)
SELECT region_id, gemeente_id, name, event_class, begins_at, ends_at, woonkern, place, visitors,
    police_hours, fire_units, ghor_units, status, is_unsupported, reserved_by_id, reserved_at,
    changed_at FROM workflows_regionalevent WHERE id = %s"""
RULE = """INSERT INTO workflows_clashruling (event_id, other_id, resolution, level, reason,
    decided_by_id, decided_at) SELECT event_id, other_id, 'drop', '1', 'x', decided_by_id, now()
    FROM workflows_clashruling WHERE event_id = %s LIMIT 1"""


def seen(query: str) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def does(actor: Actor, statement: str, key: int) -> int | None:
    """How many rows it reached; None where the wall refused it. It is undone."""
    with acting_as(actor):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, [key])
                reached = int(cursor.rowcount)
                transaction.set_rollback(True)
        except Error:
            return None
    return reached


def test_who_serves_the_region_sees_its_events_and_its_rulings(
    dossier: Dossier, cast: Cast
) -> None:
    for who, regions in (
        (cast.coordinator, {"VR21"}),
        (cast.stranger, {"VR21"}),
        (cast.secretary, {"VR21"}),
        (actor_of("liaison.brandweer"), {"VR21"}),
        (cast.police, {"VR21", "VR22"}),
    ):
        expected = {key for region, key in dossier.events.items() if region in regions}
        with acting_as(who):
            assert seen(SEEN) & set(dossier.events.values()) == expected, who.membership
            assert seen(RULINGS) == expected, who.membership


def test_nobody_sees_one_without_acting_for_an_organisation(dossier: Dossier) -> None:
    assert seen(SEEN) == set()
    with acting_as(None):
        assert seen(SEEN) | seen(RULINGS) == set()


def test_a_gemeente_writes_its_own_events_alone(dossier: Dossier, cast: Cast) -> None:
    of_oss = dossier.events["VR21"]
    update = "UPDATE workflows_regionalevent SET visitors = 1 WHERE id = %s"
    assert does(cast.coordinator, update, of_oss) == 1
    assert does(cast.coordinator, COPY, of_oss) == 1
    for other in (cast.stranger, cast.police, cast.secretary, actor_of("liaison.brandweer")):
        assert does(other, update, of_oss) == 0, other.membership
        assert does(other, COPY, of_oss) is None, other.membership


def test_a_clash_is_ruled_on_by_one_of_its_two_gemeenten(dossier: Dossier, cast: Cast) -> None:
    of_oss = dossier.events["VR21"]
    assert does(cast.coordinator, RULE, of_oss) == 1
    assert does(cast.stranger, RULE, of_oss) == 1
    assert does(actor_of("iv.bernheze"), RULE, of_oss) is None
    assert does(cast.police, RULE, of_oss) is None


def test_nobody_takes_an_event_or_a_ruling_away(dossier: Dossier, cast: Cast) -> None:
    of_oss = dossier.events["VR21"]
    for table in ("workflows_regionalevent", "workflows_clashruling"):
        assert does(cast.coordinator, f"DELETE FROM {table} WHERE id = %s", of_oss) is None  # noqa: S608
