"""Decides which servers to use, those of the environment or the embedded ones, and starts these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import psycopg

from config.database_roles import (
    SEALER_GROUP,
    WEB_GROUP,
    Role,
    login_name,
    make_database,
    make_sealer_login,
    make_web_login,
    role_behind,
)
from config.embedded.binaries import find_postgres, find_valkey
from config.embedded.home import Home
from config.embedded.postgres import start_postgres
from config.embedded.processes import Group
from config.embedded.refusal import CannotStart
from config.embedded.state import State
from config.embedded.valkey import start_valkey

DATABASE = "schakelpunt"
OWNER = "schakelpunt_owner"
VARIABLES = {WEB_GROUP: "DATABASE_URL", SEALER_GROUP: "DATABASE_SEALER_URL"}


@dataclass(frozen=True)
class Databases:
    """The same database: as the web's login, as the sealer's, and as the owner who migrates it."""

    web_url: str
    owner_url: str
    sealer_url: str


@dataclass(frozen=True)
class Servers:
    databases: Databases
    redis_url: str


@dataclass(frozen=True)
class Cellar:
    """What a checkout has for servers of its own."""

    home: Callable[[], Home]
    group: Group
    state: State
    say: Callable[[str], None]


def start_servers(environ: Mapping[str, str], cellar: Cellar) -> Servers:
    given_database, given_redis = environ.get("DATABASE_URL"), environ.get("REDIS_URL")
    if given_database:
        owner_url, sealer_url = (
            environ.get("DATABASE_OWNER_URL"),
            environ.get("DATABASE_SEALER_URL"),
        )
        databases = external_database(given_database, owner_url, sealer_url, cellar.state)
        cellar.say("Database: the server of DATABASE_URL")
    elif environ.get("DATABASE_OWNER_URL"):
        raise CannotStart("DATABASE_OWNER_URL is set and DATABASE_URL, the web's login, is not.")
    else:
        databases = _embedded_database(cellar)
    return Servers(databases, given_redis or _embedded_redis(cellar))


def external_database(
    url: str, owner_url: str | None, sealer_url: str | None, state: State
) -> Databases:
    """The three URLs, made from the one given when its role may make the others."""
    role = _role(url, "DATABASE_URL")
    if owner_url:
        owner = _role(owner_url, "DATABASE_OWNER_URL")
        if role.is_privileged or not role.is_web:
            raise CannotStart(_not_a_login_of(WEB_GROUP, role, "DATABASE_URL"))
        return Databases(url, owner_url, _sealer_url(owner_url, owner, sealer_url, state))
    if role.may_make_logins:
        web_url = _made(make_web_login, WEB_GROUP, url, role, state)
        return Databases(web_url, url, _sealer_url(url, role, sealer_url, state))
    if role.owns_database:
        raise CannotStart(_ask_for_a_login(WEB_GROUP, role))
    raise CannotStart(
        f"DATABASE_URL logs in as {role.name}, which may not migrate the database. "
        "Set DATABASE_OWNER_URL too, with the login that owns it."
    )


def _embedded_database(cellar: Cellar) -> Databases:
    home = cellar.home()
    binaries = find_postgres(home)
    admin_url = start_postgres(home, binaries, cellar.group, cellar.state)
    cellar.say(f"Database: PostgreSQL {binaries.version}, files in {home.path / 'postgres'}")
    password = cellar.state.secret("owner_password")
    return Databases(
        owner_url=make_database(admin_url, DATABASE, OWNER, password),
        web_url=make_web_login(admin_url, DATABASE, cellar.state.secret("web_password")),
        sealer_url=make_sealer_login(admin_url, DATABASE, cellar.state.secret("sealer_password")),
    )


def _embedded_redis(cellar: Cellar) -> str:
    home = cellar.home()
    binary = find_valkey(home)
    url = start_valkey(home, binary, cellar.group, cellar.state)
    cellar.say(f"Live updates: {binary.program.name} {binary.version}")
    return url


def _role(url: str, variable: str) -> Role:
    try:
        return role_behind(url)
    except psycopg.Error as error:
        raise CannotStart(f"{variable} does not lead to a database: {error}") from error


def _sealer_url(url: str, role: Role, sealer_url: str | None, state: State) -> str:
    """The one that is given, or one that this role makes."""
    if not sealer_url:
        if role.may_make_logins:
            return _made(make_sealer_login, SEALER_GROUP, url, role, state)
        raise CannotStart(_ask_for_a_login(SEALER_GROUP, role))
    sealer = _role(sealer_url, "DATABASE_SEALER_URL")
    if sealer.is_privileged or not sealer.is_sealer or sealer.is_web:
        raise CannotStart(_not_a_login_of(SEALER_GROUP, sealer, "DATABASE_SEALER_URL"))
    return sealer_url


def _made(
    make: Callable[[str, str, str], str], group: str, url: str, role: Role, state: State
) -> str:
    kind = group.removeprefix("schakelpunt_")
    try:
        return make(url, role.database, state.secret(f"{kind}_password"))
    except psycopg.Error as error:
        raise CannotStart(
            f"{role.name} cannot make the login {login_name(role.database, group)}: {error}\n"
            + _ask_for_a_login(group, role)
        ) from error


def _not_a_login_of(group: str, role: Role, variable: str) -> str:
    return (
        f"{variable} logs in as {role.name}, and that must be a role that is a member of {group} "
        "and of no other group, owns nothing, creates no roles, is no superuser and cannot bypass "
        "row-level security. Give an administrator's login in DATABASE_URL alone to have the "
        "logins made."
    )


def _ask_for_a_login(group: str, role: Role) -> str:
    login, variable = login_name(role.database, group), VARIABLES[group]
    return (
        f"There must be a login of {group} that owns nothing, and {role.name} may not make one. "
        "Have an administrator of the server run:\n"
        f"  CREATE ROLE {group} NOLOGIN;\n"
        f"  CREATE ROLE {login} LOGIN PASSWORD '...' IN ROLE {group};\n"
        f"Then set {variable} with {login} and DATABASE_OWNER_URL with the owner of the tables."
    )
