"""A password can be changed and reset by its owner, and no other page of accounts is there."""

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from config.demo.accounts import PASSWORD
from partners.models import Person
from tests.cast import Cast
from tests.partners.conftest import LogIn

NEW = "een nieuwe lange zin voor hier"
EMAIL = "iv.oss@demo.example"


def _opens(password: str) -> bool:
    return Person.objects.get(email=EMAIL).check_password(password)


def _logged_in() -> Client:
    client = Client()
    assert client.post("/account/login/", {"login": EMAIL, "password": PASSWORD}).status_code == 302
    return client


def test_a_password_is_changed(db: None) -> None:
    values = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert _logged_in().post("/account/password/change/", values).status_code == 302
    assert _opens(NEW)


def test_a_password_is_reset_by_the_link_in_the_mail(
    db: None, mailoutbox: list[EmailMessage]
) -> None:
    client = Client()
    assert client.post("/account/password/reset/", {"email": EMAIL}).status_code == 302
    link = re.findall(r"/account/password/reset/key/\S+", str(mailoutbox[0].body))[0]
    form = client.get(link)["Location"]
    assert client.post(form, {"password1": NEW, "password2": NEW}).status_code == 302
    assert _opens(NEW)


@pytest.mark.parametrize(
    "page", ["signup", "email", "confirm-email", "confirm-email/x", "password/set"]
)
def test_pages_for_what_an_administrator_does_are_not_there(
    cast: Cast, log_in: LogIn, page: str
) -> None:
    for client in (Client(), log_in(cast.coordinator)):
        assert client.get(f"/account/{page}/").status_code == 404
        assert client.post(f"/account/{page}/", {"email": "a@b.nl"}).status_code == 404
