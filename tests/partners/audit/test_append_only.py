"""Nobody changes the trail, and no act goes without its entry."""

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone
from psycopg import sql

from casework.models import Case
from casework.services import cases
from config.database_roles import Connection
from partners.acting import acting_as
from partners.audit.models import Entry
from partners.models import Region
from partners.refusals import Unrecorded
from tests.cast import Cast
from tests.partners.audit.entries import an_entry
from tests.partners.conftest import LogIn

CHANGES = (
    "UPDATE audit_entry SET result = 'ok'",
    "DELETE FROM audit_entry",
    "UPDATE audit_trailentry SET organisation_id = 1",
    "DELETE FROM audit_trailentry",
    "UPDATE audit_payload SET salt = ''",
    "DELETE FROM audit_payload",
    "UPDATE audit_trailindex SET is_own = true",
    "DELETE FROM audit_trailindex",
    "TRUNCATE audit_entry, audit_trailentry, audit_payload",
)


@pytest.mark.parametrize("change", CHANGES)
def test_the_web_changes_nothing(cast: Cast, change: str) -> None:
    an_entry(cast.coordinator, payload={"a": 1})
    with (
        acting_as(cast.coordinator),
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(change)


@pytest.mark.parametrize("change", CHANGES)
def test_not_even_the_owner_changes_anything(owner: Connection, change: str) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        owner.execute(sql.SQL(change))


def test_an_act_whose_entry_is_refused_is_undone(cast: Cast, owner: Connection) -> None:
    owner.execute("REVOKE INSERT ON audit_entry FROM schakelpunt_web")
    try:
        with (
            pytest.raises(Unrecorded),
            acting_as(cast.police),
        ):
            cases.report(
                theme="hennep",
                title="Een zaak die er niet komt",
                region=Region.objects.get(code="VR21"),
                lead=cast.coordinator.organisation,
                actor=cast.police,
                at=timezone.now(),
            )
    finally:
        owner.execute("GRANT INSERT ON audit_entry TO schakelpunt_web")
    with acting_as(cast.police):
        assert not Case.objects.exists()
        assert not Entry.objects.exists()


def test_nobody_writes_an_entry_in_the_name_of_another(cast: Cast) -> None:
    with (
        pytest.raises(ProgrammingError, match="row-level security"),
        acting_as(cast.police),
        transaction.atomic(),
    ):
        _write_for(cast)


def _write_for(cast: Cast) -> None:
    entry = cast.coordinator
    Entry.objects.create(
        at=timezone.now(),
        person=entry.person,
        organisation=entry.organisation,
        membership=entry.membership,
        role=entry.role,
        action="session.begun",
        object_type="person",
        object_id="1",
        origin="web",
        trace="0" * 32,
    )


def test_a_page_shows_nothing_when_its_look_cannot_be_recorded(
    cast: Cast, owner: Connection, log_in: LogIn
) -> None:
    client = log_in(cast.privacy_officer)
    client.raise_request_exception = False
    owner.execute("REVOKE INSERT ON audit_entry FROM schakelpunt_web")
    try:
        answer = client.get("/auditspoor")
    finally:
        owner.execute("GRANT INSERT ON audit_entry TO schakelpunt_web")
    assert answer.status_code == 503
    assert "logde in" not in answer.content.decode()
