"""The account page shows one's own account, and the ways to change what may be changed."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.cast import Cast
from tests.partners.conftest import LogIn


def test_it_shows_who_one_is_and_every_own_capacity(cast: Cast, log_in: LogIn) -> None:
    text = log_in(cast.coordinator).get("/mijn-account").content.decode()
    assert "iv.oss@demo.example" in text
    assert "1 januari 2023" in text
    assert "nu in gebruik" in text
    assert cast.mayor.person.name not in text


def test_two_step_log_in_is_off_until_it_is_set_up(cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.coordinator)
    assert "staat uit" in client.get("/mijn-account").content.decode()
    Authenticator.objects.create(user=cast.coordinator.person, type="totp", data={"secret": "x"})
    assert "staat aan" in client.get("/mijn-account").content.decode()


@pytest.mark.parametrize(
    ("address", "data"),
    [("/meldingen/mail", {"mails": "0"}), ("/taal", {"language": "en", "next": "/mijn-account"})],
)
def test_its_preferences_post_to_who_keeps_them(
    cast: Cast, log_in: LogIn, address: str, data: dict[str, str]
) -> None:
    client = log_in(cast.coordinator)
    assert f'action="{address}"' in client.get("/mijn-account").content.decode()
    assert client.post(address, data).status_code == 302


def test_the_gallery_is_for_who_is_logged_in(cast: Cast, log_in: LogIn) -> None:
    assert log_in(cast.secretary).get("/componenten").status_code == 200


@pytest.mark.parametrize(
    "address", ["/mijn-account", "/auditspoor", "/auditspoor.csv", "/componenten"]
)
def test_a_stranger_to_the_product_has_to_log_in(db: None, client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")
