"""Logging in stands in the trail, and the demo tells with what."""

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth.hashers import make_password
from django.test import Client
from pytest_django import Settings

from config.database_roles import Connection
from config.demo.accounts import PASSWORD
from partners.acting import acting_as
from partners.audit.models import Entry
from partners.models import Membership
from tests.cast import Cast

ADDRESS = "/account/login/"


def _log_in(email: str, password: str) -> int:
    return Client().post(ADDRESS, {"login": email, "password": password}).status_code


def test_a_log_in_is_an_entry_of_the_first_capacity(cast: Cast) -> None:
    assert _log_in("iv2.oss@demo.example", PASSWORD) == 302
    mine = Membership.objects.filter(person__email="iv2.oss@demo.example").order_by("pk")
    with acting_as(cast.coordinator):
        entry = Entry.objects.get(action="session.begun")
    assert entry.membership == mine[0]
    assert (entry.object_type, entry.object_id) == ("person", str(mine[0].person_id))
    assert entry.origin == "web"


def _told(cast: Cast) -> list[str]:
    with acting_as(cast.coordinator):
        return list(Entry.objects.order_by("pk").values_list("action", flat=True))


def test_a_wrong_password_of_a_known_account_is_an_entry(cast: Cast) -> None:
    assert _log_in("IV.oss@demo.example", "not the password") == 200
    with acting_as(cast.coordinator):
        entry = Entry.objects.get()
    assert (entry.action, entry.result) == ("session.refused", "denied")


def test_what_a_stranger_types_is_in_no_trail(cast: Cast) -> None:
    assert _log_in("nobody-at-all@demo.example", "not the password") == 200
    assert _told(cast) == []


def test_a_second_step_a_new_password_and_the_way_out_are_entries(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    client = Client()
    client.post(ADDRESS, {"login": "iv.oss@demo.example", "password": PASSWORD})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    secret = client.get("/account/2fa/totp/activate/").context["form"].secret
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/2fa/totp/activate/", {"code": code})
    client.post("/account/2fa/totp/deactivate/")
    new = "een nieuwe lange zin voor hier"
    client.post(
        "/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new}
    )
    client.post("/account/logout/")
    told = _told(cast)
    assert [told[0], *told[-2:]] == ["session.begun", "account.password_changed", "session.ended"]
    assert {"account.second_step_added", "account.second_step_removed"} <= set(told)


@pytest.fixture
def nobody(owner: Connection) -> Iterator[None]:
    """Someone who belongs nowhere: there until the test has let go of the row."""
    email = "nobody@demo.example"
    owner.execute(
        "INSERT INTO partners_person"
        " (email, name, password, is_active, is_demo, is_service, date_joined)"
        " VALUES (%s, 'Demo niemand', %s, true, true, false, now())",
        [email, make_password(PASSWORD)],
    )
    yield
    owner.execute("DELETE FROM partners_person WHERE email = %s", [email])


def test_who_has_no_capacity_may_log_in_and_stands_in_no_trail(nobody: None, db: None) -> None:
    client = Client()
    answer = client.post(ADDRESS, {"login": "nobody@demo.example", "password": PASSWORD})
    assert answer.status_code == 302
    for address in ("/", "/auditspoor", "/mijn-account"):
        assert "U heeft nog geen rol" in client.get(address).content.decode()


def test_the_demo_shows_its_accounts_and_their_password(db: None) -> None:
    text = Client().get(ADDRESS).content.decode()
    assert "burgemeester.oss<wbr>@demo.example" in text
    assert PASSWORD in text


def test_outside_the_demo_no_account_is_shown(db: None, settings: Settings) -> None:
    settings.DEMO = False
    text = Client().get(ADDRESS).content.decode()
    assert "demo.example" not in text
    assert PASSWORD not in text
