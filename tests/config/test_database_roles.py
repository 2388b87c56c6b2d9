"""The web's login may read and write what it is granted, and nothing more."""

from collections.abc import Iterator
from urllib.parse import urlsplit
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from config.database_roles import (
    WEB_GROUP,
    connect,
    make_database,
    make_sealer_login,
    make_web_login,
    role_behind,
    web_login_name,
    with_login,
)
from config.embedded.refusal import CannotStart
from config.embedded.state import State
from config.servers import external_database
from tests.servers import admin_url


@pytest.fixture
def database() -> Iterator[str]:
    """The name of a database with an owner of its own."""
    name = f"roles_{uuid4().hex[:12]}"
    make_database(admin_url(), name, f"{name}_owner", "owner's")
    yield name
    with connect(admin_url()) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
        for role in (f"{name}_owner", web_login_name(name), f"{name}_sealer"):
            connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(role)))


def owner_url(database: str) -> str:
    return with_login(admin_url(), f"{database}_owner", "owner's", database)


def test_the_web_is_a_member_of_the_group_and_has_no_power_of_its_own(database: str) -> None:
    web = role_behind(make_web_login(admin_url(), database, "web's"))
    assert web.is_web
    assert not web.is_privileged


def test_the_web_makes_no_tables_and_sees_those_of_the_owner_only_when_granted(
    database: str,
) -> None:
    web_url = make_web_login(admin_url(), database, "web's")
    with connect(owner_url(database)) as owner:
        owner.execute("CREATE TABLE secret (a int)")
        owner.execute("CREATE TABLE shared (a int)")
        owner.execute(sql.SQL("GRANT SELECT ON shared TO {}").format(sql.Identifier(WEB_GROUP)))
    with connect(web_url) as web:
        assert web.execute("SELECT * FROM shared").fetchall() == []
        for refused in (
            "SELECT * FROM secret",
            "CREATE TABLE mine (a int)",
            "CREATE TEMP TABLE t ()",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                web.execute(sql.SQL(refused))


def test_a_new_password_replaces_the_old_one(database: str) -> None:
    old = make_web_login(admin_url(), database, "old")
    new = make_web_login(admin_url(), database, "new")
    connect(new).close()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(old)


def test_the_login_of_the_web_never_has_the_name_of_the_group() -> None:
    assert web_login_name("zaken") == "zaken_web"
    assert web_login_name("schakelpunt") != WEB_GROUP


def test_a_login_goes_into_an_address_whatever_characters_it_has() -> None:
    url = with_login("postgresql://a:b@db.example:6543/old?sslmode=require", "u@1", "p/:?", "new")
    assert url == "postgresql://u%401:p%2F%3A%3F@db.example:6543/new?sslmode=require"


def test_an_administrator_in_the_environment_makes_the_web_login(
    database: str, state: State
) -> None:
    url = with_login(admin_url(), "postgres", urlsplit(admin_url()).password or "", database)
    databases = external_database(url, None, None, state)
    assert databases.owner_url == url
    assert role_behind(databases.web_url).is_web
    sealer = role_behind(databases.sealer_url)
    assert (sealer.is_sealer, sealer.is_web, sealer.is_privileged) == (True, False, False)


def test_the_web_login_alone_is_not_enough(database: str, state: State) -> None:
    web_url = make_web_login(admin_url(), database, "web's")
    sealer_url = make_sealer_login(admin_url(), database, "sealer's")
    with pytest.raises(CannotStart, match="Set DATABASE_OWNER_URL too"):
        external_database(web_url, None, sealer_url, state)
    with pytest.raises(CannotStart, match=f"CREATE ROLE {database}_sealer LOGIN"):
        external_database(web_url, owner_url(database), None, state)
    given = external_database(web_url, owner_url(database), sealer_url, state)
    assert (given.web_url, given.sealer_url) == (web_url, sealer_url)


def test_an_owner_who_makes_no_roles_hears_what_to_ask_for(database: str, state: State) -> None:
    with pytest.raises(CannotStart, match=f"CREATE ROLE {database}_web LOGIN"):
        external_database(owner_url(database), None, None, state)


def test_an_owner_is_refused_as_the_login_of_web_and_sealer(database: str, state: State) -> None:
    owner, web_url = owner_url(database), make_web_login(admin_url(), database, "web's")
    with pytest.raises(CannotStart, match=r"DATABASE_URL logs in as .* owns nothing"):
        external_database(owner, owner, None, state)
    for not_a_sealer in (owner, web_url):
        with pytest.raises(CannotStart, match=r"DATABASE_SEALER_URL logs in as .* owns nothing"):
            external_database(web_url, owner, not_a_sealer, state)


def test_a_server_that_does_not_answer_is_named_by_its_variable(state: State) -> None:
    with pytest.raises(CannotStart, match="DATABASE_URL does not lead to a database"):
        external_database("postgresql://nobody:x@127.0.0.1:1/none", None, None, state)
