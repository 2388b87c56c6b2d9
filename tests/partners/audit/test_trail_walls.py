"""A trail holds what its organisation did or what was done with its information, and no more."""

import pytest
from django.db import connection

from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit import trail
from partners.audit.export import export
from partners.audit.models import TrailEntry
from partners.audit.wanted import Wanted
from partners.policies import why_not_view_trail
from partners.refusals import Refused
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, lines_of
from tests.partners.conftest import LogIn


def _three_acts(cast: Cast) -> None:
    an_entry(cast.coordinator, case_reference="2026-VR21-000001")
    an_entry(
        cast.police, case_reference="2026-VR21-000002", touched=[cast.coordinator.organisation_id]
    )
    an_entry(cast.police, case_reference="2026-VR21-000003")


def test_the_page_shows_own_acts_and_those_of_others_on_own_information(cast: Cast) -> None:
    _three_acts(cast)
    lines = lines_of(cast.privacy_officer)
    seen = [(line.entry.case_reference, line.is_own) for line in lines]
    assert seen == [("2026-VR21-000002", False), ("2026-VR21-000001", True)]


def test_page_and_file_of_the_web_show_nothing_of_another_trail(cast: Cast, log_in: LogIn) -> None:
    _three_acts(cast)
    client = log_in(cast.privacy_officer)
    for address in ("/auditspoor", "/auditspoor.csv"):
        text = client.get(address).content.decode()
        assert "2026-VR21-000001" in text
        assert "2026-VR21-000002" in text
        assert "2026-VR21-000003" not in text


def test_raw_sql_as_the_web_sees_only_the_own_trail(cast: Cast) -> None:
    _three_acts(cast)
    with acting_as(cast.privacy_officer), connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT organisation_id FROM audit_trailentry")
        assert cursor.fetchall() == [(cast.coordinator.organisation_id,)]
        cursor.execute("SELECT case_reference FROM audit_entry ORDER BY case_reference")
        assert cursor.fetchall() == [("2026-VR21-000001",), ("2026-VR21-000002",)]


def test_raw_sql_without_an_actor_sees_nothing(cast: Cast) -> None:
    _three_acts(cast)
    with acting_as(None), connection.cursor() as cursor:
        for seen in (
            "SELECT count(*) FROM audit_entry",
            "SELECT count(*) FROM audit_trailentry",
            "SELECT count(*) FROM audit_payload",
        ):
            cursor.execute(seen)
            assert cursor.fetchone() == (0,)


def test_the_payload_of_another_organisation_stays_with_that_organisation(cast: Cast) -> None:
    mine = [cast.coordinator.organisation_id]
    an_entry(cast.police, touched=mine, payload={"note": "of politie"})
    an_entry(cast.coordinator, payload={"note": "of Oss"})
    with acting_as(cast.privacy_officer), connection.cursor() as cursor:
        cursor.execute("SELECT content ->> 'note' FROM audit_payload")
        assert cursor.fetchall() == [("of Oss",)]


def test_policy_and_twin_agree_for_every_role(cast: Cast) -> None:
    _three_acts(cast)
    for actor in _of_oss(cast):
        with acting_as(actor):
            allowed = why_not_view_trail(actor) is None
            assert trail.visible_to(actor).exists() is allowed
            assert allowed is (actor == cast.privacy_officer)


def test_nobody_but_the_privacy_officer_gets_page_or_file_and_the_attempt_is_kept(
    cast: Cast, log_in: LogIn
) -> None:
    for actor in _of_oss(cast):
        client = log_in(actor)
        status = 200 if actor == cast.privacy_officer else 403
        for address in ("/auditspoor", "/auditspoor.csv"):
            assert client.get(address).status_code == status
    denied = lines_of(cast.privacy_officer, action=actions.ACCESS_DENIED)
    assert {line.entry.person for line in denied} == {
        actor.person for actor in _of_oss(cast) if actor != cast.privacy_officer
    }
    assert {(line.entry.object_type, line.entry.object_id) for line in denied} == {
        ("trail", cast.coordinator.organisation.code)
    }


def test_the_export_refuses_whoever_the_page_refuses(cast: Cast) -> None:
    entry = an_entry(cast.coordinator)
    with acting_as(cast.coordinator), pytest.raises(Refused):
        export(by=cast.coordinator, at=entry.at, wanted=Wanted())


def test_a_case_role_reads_its_trail_below_the_page_for_the_timeline(cast: Cast) -> None:
    an_entry(cast.coordinator)
    with acting_as(cast.coordinator):
        assert TrailEntry.objects.count() == 1
    with acting_as(cast.secretary):
        assert TrailEntry.objects.count() == 0


def _of_oss(cast: Cast) -> list[Actor]:
    return [
        cast.coordinator,
        cast.mayor,
        cast.secretary,
        cast.administrator,
        cast.privacy_officer,
    ]
