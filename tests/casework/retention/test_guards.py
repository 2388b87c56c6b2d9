"""The database refuses it to the owner too: not due, not approved, or one person twice."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.models import Case, Contribution, InformationClass, RetentionHold
from casework.retention import destroying, keeping
from casework.services import contributions
from casework.services.contributions import Draft
from config.demo.people import actor_of
from config.demo.walk import reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership, Role
from tests.casework.retention.conftest import approve, closed_case, propose
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("files", "as_owner")

SIGN = """UPDATE casework_destructionlist
    SET decided_by_id = %s, decided_at = now(), is_approved = true WHERE id = %s"""
LIST = """WITH made AS (
    INSERT INTO casework_destructionlist (id, organisation_id, proposed_by_id, proposer_id,
        proposer_role, proposed_at, decider_role, reason)
    VALUES (gen_random_uuid(), %s, %s, 0, '', now(), '', '') RETURNING id)
INSERT INTO casework_destructionline (id, listing_id, organisation_id, kind, object_id,
    case_reference, information_class, source, result)
SELECT gen_random_uuid(), id, %s, 'contribution', %s, '', 'P', '', 'open' FROM made"""
DUE = """INSERT INTO casework_retentionextension (contribution_id, organisation_id, kind, until,
        weighing, set_by_id, set_at)
    VALUES (%s, 0, 'erased', %s, 'Gewist.', %s, now())"""


def refused(actor: Actor | None, statement: str, *values: Any, why: str) -> None:
    with (
        acting_as(actor),
        pytest.raises(DatabaseError, match=why),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, values)


@pytest.fixture
def cast(as_owner: None) -> Cast:
    return Cast()


@pytest.fixture
def case(cast: Cast, files: Path) -> Case:
    return closed_case(cast)


@pytest.fixture
def fg(as_owner: None) -> Actor:
    return actor_of("fg.politie")


def test_the_same_person_in_two_roles_does_not_approve(cast: Cast, case: Case) -> None:
    """As in a small organisation, where one person has both memberships."""
    listing = propose(cast.police)
    both = Membership.objects.create(
        person=cast.police.person,
        organisation=cast.police.organisation,
        role=Role.PRIVACY_OFFICER,
        valid_from="2020-01-01",
    )
    refused(Actor(both), SIGN, both.pk, listing.pk, why="destroyed_by_two_persons")


def test_a_second_person_in_the_same_role_does_not_approve(cast: Cast, case: Case) -> None:
    listing, colleague = propose(cast.police), cast.second_police
    refused(colleague, SIGN, colleague.membership.pk, listing.pk, why="destroyed_in_two_roles")


@pytest.mark.parametrize(
    "table", ["casework_contribution", "casework_subject", "casework_document", "audit_payload"]
)
def test_the_owner_deletes_nothing_that_two_did_not_approve(
    table: str, cast: Cast, case: Case, fg: Actor
) -> None:
    delete = f"DELETE FROM {table}"  # noqa: S608  from here
    refused(None, delete, why="approved by two")
    listing = propose(cast.police)
    refused(None, delete, why="approved by two")
    approve(listing, fg)
    assert destroying.destroy_all(timezone.now()) > 0


def test_the_owner_deletes_no_case(case: Case) -> None:
    refused(None, "DELETE FROM casework_case", why="approved by two")


def test_no_list_takes_what_is_not_due(cast: Cast) -> None:
    """Whatever the web writes of it, and at whatever moment it says it acts."""
    still_open = reported(cast.police)
    with acting_as(cast.police):
        one = Contribution.objects.filter(case=still_open)[0]
    organisation, membership = cast.police.organisation_id, cast.police.membership.pk
    values = (organisation, membership, organisation, str(one.pk))
    refused(cast.police, LIST, *values, why="row-level security")
    with (
        acting_as(cast.police, at=timezone.now() + timedelta(days=9999)),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(LIST, values)


days = st.lists(st.one_of(st.none(), st.integers(-2, 2)), min_size=1, max_size=6)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(offsets=days, is_held=st.booleans())
def test_what_is_due_goes_and_nothing_else(
    offsets: list[int | None], is_held: bool, cast: Cast, fg: Actor
) -> None:
    with transaction.atomic():
        case = reported(cast.police)
        made = [_contribution(case, cast.police) for _offset in offsets]
        today = timezone.localdate()
        with connection.cursor() as cursor:
            for one, offset in zip(made, offsets, strict=True):
                if offset is not None:
                    until = today + timedelta(days=offset)
                    cursor.execute(DUE, [one.pk, until, cast.police.membership.pk])
        before = set(Contribution.objects.values_list("pk", flat=True))
        approve(propose(cast.police), fg)
        if is_held:
            with acting_as(cast.police):
                keeping.hold(
                    case=case,
                    reason=RetentionHold.Reason.COURT,
                    actor=cast.police,
                    at=timezone.now(),
                )
        destroying.destroy_all(timezone.now())
        gone = before - set(Contribution.objects.values_list("pk", flat=True))
        due = {
            one.pk
            for one, offset in zip(made, offsets, strict=True)
            if offset is not None and offset <= 0 and not is_held
        }
        assert gone == due
        transaction.set_rollback(True)


def _contribution(case: Case, by: Actor) -> Contribution:
    with acting_as(by):
        return contributions.contribute(
            case=case,
            draft=Draft("note", "Notitie", InformationClass.B, []),
            actor=by,
            at=timezone.now(),
        )
