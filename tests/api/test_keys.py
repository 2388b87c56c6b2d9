"""The key decides who acts, and nothing else does."""

import io
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client as DjangoClient
from django.utils import timezone

from config.database_roles import Connection
from partners.models import ApiToken
from tests.api.client import Client
from tests.api.conftest import Door, Keys
from tests.cast import Cast


def test_without_a_key_every_address_asks_for_one(db: None) -> None:
    for path in ("/casussen", "/taken/1", "/verzoeken", "/auditregels", "/nergens"):
        response = Client().get(path)
        assert response.status_code == 401
        assert response.headers["WWW-Authenticate"].startswith("Bearer")
        assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("header", ["Bearer onzin", "Bearer", "Basic abc", "onzin", "Bearer \x00"])
def test_what_is_no_key_is_as_good_as_none(db: None, header: str) -> None:
    response = Client().get("/casussen", Authorization=header)
    assert response.status_code == 401


def test_a_session_opens_nothing_here(cast: Cast) -> None:
    browser = DjangoClient()
    browser.force_login(
        cast.coordinator.person, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    assert browser.get("/api/v1/casussen").status_code == 401
    assert browser.post("/api/v1/taken/1/_voltooien").status_code == 401


def test_a_key_works_until_it_expires_or_is_revoked(keys: Keys, cast: Cast) -> None:
    client = Client(keys.give(cast.grid))
    assert client.get("/casussen").status_code == 200
    keys.revoke(cast.grid)
    assert client.get("/casussen").status_code == 401
    expired = Client(keys.give(cast.grid, until=timezone.now() - timedelta(seconds=1)))
    assert expired.get("/casussen").status_code == 401


@pytest.mark.parametrize(
    ("change", "undo"),
    [
        (
            "UPDATE partners_membership SET valid_until = current_date - 1 WHERE id = %s",
            "UPDATE partners_membership SET valid_until = NULL WHERE id = %s",
        ),
        (
            """UPDATE partners_person SET is_active = false
               WHERE id = (SELECT person_id FROM partners_membership WHERE id = %s)""",
            """UPDATE partners_person SET is_active = true
               WHERE id = (SELECT person_id FROM partners_membership WHERE id = %s)""",
        ),
    ],
    ids=["membership ended", "account closed"],
)
def test_a_key_ends_with_the_membership_and_the_account(
    keys: Keys, cast: Cast, owner: Connection, change: str, undo: str
) -> None:
    client = Client(keys.give(cast.landlord))
    owner.execute(change, [cast.landlord.membership.pk])
    try:
        assert client.get("/casussen").status_code == 401
    finally:
        owner.execute(undo, [cast.landlord.membership.pk])
    assert client.get("/casussen").status_code == 200


def test_no_answer_sets_a_cookie(api: Door, cast: Cast) -> None:
    assert not api(cast.grid).get("/casussen").cookies
    assert not Client().get("/casussen").cookies


def _command(*args: str, **options: Any) -> str:
    shown = io.StringIO()
    call_command("create_api_token", *args, stdout=shown, stderr=io.StringIO(), **options)
    return shown.getvalue().strip()


def test_the_command_refuses_who_does_not_act_in_that_role(db: None) -> None:
    with pytest.raises(CommandError, match="handelt vandaag niet"):
        _command("iv.oss@demo.example", "GM0828", "decision_maker")
    with pytest.raises(CommandError, match="handelt vandaag niet"):
        _command("niemand@demo.example", "GM0828", "coordinator")


def test_the_command_gives_one_key_and_replaces_it_only_when_told(
    as_owner: None, cast: Cast
) -> None:
    who = ("iv.oss@demo.example", "GM0828", "coordinator")
    first = _command(*who)
    assert re.fullmatch(r"[\w-]{43}", first)
    assert ApiToken.objects.get().digest == ApiToken.digest_of(first)
    with pytest.raises(CommandError, match="--vervang"):
        _command(*who)
    second = _command(*who, vervang=True, dagen=30)
    kept = ApiToken.objects.get()
    assert kept.digest == ApiToken.digest_of(second)
    assert timezone.localdate(kept.expires_at) == timezone.localdate() + timedelta(days=30)
