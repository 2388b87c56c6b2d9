"""Logging in stands in the trail, and the demo tells with what."""

from collections.abc import Iterator

import pytest
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


def test_a_wrong_password_leaves_no_entry(cast: Cast) -> None:
    assert _log_in("iv.oss@demo.example", "not the password") == 200
    with acting_as(cast.coordinator):
        assert not Entry.objects.exists()


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
