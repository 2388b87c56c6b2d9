"""What a trail is found by agrees with its entries, and only who reads the trail reads it."""

import pytest
from django.db import connection

from partners import actions
from partners.acting import acting_as
from partners.audit.actions import actions as registered
from partners.audit.actions import register
from partners.audit.models import Kind, Result, TrailIndex
from tests.cast import Cast
from tests.partners.audit.entries import an_entry

DIFFERENT = """
SELECT t.id FROM audit_trailentry t JOIN audit_entry e ON e.id = t.entry_id
LEFT JOIN audit_trailindex i ON i.row_id = t.id
    AND (i.organisation_id, i.at, i.number) = (t.organisation_id, e.at, e.id)
    AND (i.person_id, i.by_id) = (e.person_id, e.organisation_id)
    AND i.is_own = (e.organisation_id = t.organisation_id)
    AND (i.action, i.object_type, i.object_id) = (e.action, e.object_type, e.object_id)
    AND (i.case_reference, i.ground, i.trace) = (e.case_reference, e.ground, e.trace)
WHERE i.row_id IS NULL
"""


def test_each_row_of_a_trail_stands_in_its_index_as_it_is(cast: Cast) -> None:
    mine = [cast.coordinator.organisation_id]
    an_entry(cast.coordinator, case_reference="2026-VR21-000007", ground="Wpg 18")
    an_entry(cast.police, touched=mine)
    with acting_as(cast.privacy_officer), connection.cursor() as cursor:
        assert TrailIndex.objects.count() == 2
        cursor.execute(DIFFERENT)
        assert cursor.fetchall() == []


def test_the_database_tells_kinds_as_the_actions_are_registered(db: None) -> None:
    """Every look is a look there, and nothing else is."""
    with connection.cursor() as cursor:
        for one in registered():
            cursor.execute("SELECT audit_kind(%s, 'ok'), audit_kind(%s, 'denied')", [one.name] * 2)
            kind, refused = cursor.fetchone()
            assert refused == Kind.REFUSAL
            assert (kind == Kind.LOOK) is (one.is_look and not one.name.startswith("emergency."))
            assert kind in Kind
        cursor.execute(
            "SELECT audit_kind('disclosure.given', 'ok'), audit_kind('emergency.x', 'ok')"
        )
        assert cursor.fetchone() == (Kind.DISCLOSURE, Kind.EMERGENCY)


@pytest.mark.parametrize(("name", "is_look"), [("x.viewed", False), ("x.studied", True)])
def test_an_action_whose_name_would_be_taken_for_another_kind_is_refused(
    name: str, is_look: bool
) -> None:
    with pytest.raises(ValueError, match="the name of a look"):
        register(name, "keek", is_look=is_look)


def test_the_index_is_read_by_the_privacy_officer_alone(cast: Cast) -> None:
    """A case role reads entries for a timeline, as far as it is cleared, and no index of them."""
    an_entry(cast.coordinator, actions.ACCESS_DENIED, result=Result.DENIED)
    an_entry(cast.police)
    for actor, seen in (
        (cast.privacy_officer, [(cast.coordinator.organisation_id,)]),
        (cast.coordinator, []),
        (cast.police, []),
        (cast.secretary, []),
        (None, []),
    ):
        with acting_as(actor), connection.cursor() as cursor:
            cursor.execute("SELECT organisation_id FROM audit_trailindex")
            assert cursor.fetchall() == seen
