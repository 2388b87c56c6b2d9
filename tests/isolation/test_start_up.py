"""The web refuses to start under a role that could pass the second wall, or with demo accounts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from psycopg import sql
from pytest_django import Settings

from config.checks import refuse_to_seal_unsafely, refuse_to_serve_unsafely, why_not_debug
from config.database_roles import connect, with_login
from config.programs import ROOT
from tests.isolation.lasting import logged_in_as
from tests.servers import admin_url, sealer_url

pytestmark = pytest.mark.usefixtures("owner")


@pytest.fixture
def login(request: pytest.FixtureRequest) -> Iterator[str]:
    """A login made with these options, and granted what follows them."""
    options, grants = request.param
    name, password = f"login_{uuid4().hex[:8]}", uuid4().hex
    role, database = sql.Identifier(name), sql.Identifier(_database())
    with connect(with_login(admin_url(), "postgres", _password(), _database())) as admin:
        admin.execute(
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD {} {}").format(
                role, sql.Literal(password), sql.SQL(options)
            )
        )
        admin.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, role))
        for grant in grants:
            admin.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(grant), role))
        yield with_login(admin_url(), name, password, _database())
        admin.execute(sql.SQL("DROP OWNED BY {}").format(role))
        admin.execute(sql.SQL("DROP ROLE {}").format(role))


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _password() -> str:
    return admin_url().rpartition("@")[0].rpartition(":")[2]


WEB, SEALER, OWNER = "schakelpunt_web", "schakelpunt_sealer", "schakelpunt_test_owner"
WRONG = {
    "superuser": (("SUPERUSER", (WEB,)), "is a superuser"),
    "looks past the walls": (("BYPASSRLS", (WEB,)), "bypasses row-level security"),
    "makes roles": (("CREATEROLE", (WEB,)), "may make roles"),
    "may become the owner": (("NOINHERIT", (WEB, OWNER)), "owns tables"),
    "member of the owner": (("", (WEB, OWNER)), "owns tables"),
    "no member of the web": (("", ()), "is no member of schakelpunt_web"),
    "seals too": (("", (WEB, SEALER)), "is a member of schakelpunt_sealer"),
}
WRONG_SEALER = {
    "superuser": (("SUPERUSER", (SEALER,)), "is a superuser"),
    "looks past the walls": (("BYPASSRLS", (SEALER,)), "bypasses row-level security"),
    "makes roles": (("CREATEROLE", (SEALER,)), "may make roles"),
    "may become the owner": (("NOINHERIT", (SEALER, OWNER)), "owns tables"),
    "no member of the sealers": (("", ()), "is no member of schakelpunt_sealer"),
    "serves too": (("", (WEB, SEALER)), "is a member of schakelpunt_web"),
}


@pytest.mark.parametrize(("login", "problem"), WRONG.values(), ids=list(WRONG), indirect=["login"])
def test_a_wrong_role_is_refused_by_name(login: str, problem: str) -> None:
    with logged_in_as(login), pytest.raises(ImproperlyConfigured, match=problem):
        refuse_to_serve_unsafely()


@pytest.mark.parametrize(
    ("login", "problem"), WRONG_SEALER.values(), ids=list(WRONG_SEALER), indirect=["login"]
)
def test_a_wrong_role_of_the_sealer_is_refused_by_name(login: str, problem: str) -> None:
    with logged_in_as(login), pytest.raises(ImproperlyConfigured, match=problem):
        refuse_to_seal_unsafely()


def test_the_web_may_not_seal_and_the_sealer_may_not_serve() -> None:
    with pytest.raises(ImproperlyConfigured, match="is no member of schakelpunt_sealer"):
        refuse_to_seal_unsafely()
    with logged_in_as(sealer_url(_database())):
        refuse_to_seal_unsafely()
        with pytest.raises(ImproperlyConfigured, match="is no member of schakelpunt_web"):
            refuse_to_serve_unsafely()


def test_the_web_refuses_the_secret_of_the_sealer(settings: Settings) -> None:
    for name in ("AUDIT_SEAL_SEED", "AUDIT_SEAL_SEED_PREVIOUS"):
        setattr(settings, name, "a-secret-that-is-not-for-the-web")
        with pytest.raises(ImproperlyConfigured, match="is for the sealer alone"):
            refuse_to_serve_unsafely()
        setattr(settings, name, "")


@pytest.mark.parametrize("login", [("SUPERUSER BYPASSRLS", (WEB,))], indirect=True)
def test_all_that_is_wrong_with_a_role_is_told_at_once(login: str) -> None:
    with logged_in_as(login), pytest.raises(ImproperlyConfigured) as refusal:
        refuse_to_serve_unsafely()
    assert "is a superuser" in str(refusal.value)
    assert "bypasses row-level security" in str(refusal.value)


@pytest.mark.parametrize("login", [("", ())], indirect=True)
def test_a_role_that_may_read_nothing_is_refused_in_production_too(
    login: str, settings: Settings
) -> None:
    settings.DEMO = False
    with logged_in_as(login), pytest.raises(ImproperlyConfigured, match="is no member"):
        refuse_to_serve_unsafely()


def test_the_owner_is_refused() -> None:
    with (
        logged_in_as(os.environ["DATABASE_URL"]),
        pytest.raises(ImproperlyConfigured, match="owns tables"),
    ):
        refuse_to_serve_unsafely()


def test_the_web_as_it_should_be_is_let_in() -> None:
    refuse_to_serve_unsafely()


def test_demo_accounts_are_refused_outside_demo_mode(settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured, match="There are demo accounts"):
        refuse_to_serve_unsafely()


def test_demo_mode_is_refused_on_a_public_address(settings: Settings) -> None:
    settings.IS_HTTPS = True
    with pytest.raises(ImproperlyConfigured, match="Demo mode is not for a public address"):
        refuse_to_serve_unsafely()


def test_debugging_is_refused_on_a_public_address(settings: Settings) -> None:
    settings.DEMO, settings.DEBUG, settings.IS_HTTPS = False, True, True
    assert why_not_debug() == ["Debugging is not for a public address: unset DEBUG."]
    settings.IS_HTTPS = False
    assert why_not_debug() == []


@pytest.mark.parametrize(
    "program",
    [["-c", "import config.asgi"], ["manage.py", "work"], ["manage.py", "seal"]],
    ids=["web", "worker", "sealer"],
)
def test_a_program_that_is_refused_does_not_run(program: list[str]) -> None:
    """The real one, started as the owner: it ends, and says why."""
    url = with_login(os.environ["DATABASE_URL"], OWNER, "for-tests-only", _database())
    ended = subprocess.run(
        [sys.executable, *program],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode != 0
    assert "owns tables" in ended.stderr
