"""Decides which servers to use, those of the environment or the embedded ones, and starts these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import psycopg

from config.database_roles import (
    WEB_GROUP,
    Role,
    make_database,
    make_web_login,
    role_behind,
    web_login_name,
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


@dataclass(frozen=True)
class Databases:
    """The same database twice: as the web's login, and as the owner who migrates it."""

    web_url: str
    owner_url: str


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
        owner_url = environ.get("DATABASE_OWNER_URL")
        databases = external_database(given_database, owner_url, cellar.state)
        cellar.say("Database: the server of DATABASE_URL")
    elif environ.get("DATABASE_OWNER_URL"):
        raise CannotStart("DATABASE_OWNER_URL is set and DATABASE_URL, the web's login, is not.")
    else:
        databases = _embedded_database(cellar)
    return Servers(databases, given_redis or _embedded_redis(cellar))


def external_database(url: str, owner_url: str | None, state: State) -> Databases:
    """The two URLs, made from the one given when its role may make the other."""
    role = _role(url, "DATABASE_URL")
    if owner_url:
        _role(owner_url, "DATABASE_OWNER_URL")
        if role.is_privileged or not role.is_web:
            raise CannotStart(_not_a_web_login(role, "DATABASE_URL"))
        return Databases(web_url=url, owner_url=owner_url)
    if role.may_make_the_web_login:
        return Databases(_web_url(url, role, state), owner_url=url)
    if role.owns_database:
        raise CannotStart(_ask_for_a_web_login(role))
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


def _web_url(url: str, role: Role, state: State) -> str:
    try:
        return make_web_login(url, role.database, state.secret("web_password"))
    except psycopg.Error as error:
        raise CannotStart(
            f"{role.name} cannot make the login {web_login_name(role.database)}: {error}\n"
            + _ask_for_a_web_login(role)
        ) from error


def _not_a_web_login(role: Role, variable: str) -> str:
    return (
        f"{variable} logs in as {role.name}, and the web must run as a role that is a member of "
        f"{WEB_GROUP}, owns nothing, creates no roles, is no superuser and cannot bypass row-level "
        "security. Leave DATABASE_OWNER_URL out to have such a login made by an administrator."
    )


def _ask_for_a_web_login(role: Role) -> str:
    login = web_login_name(role.database)
    return (
        f"The web needs a login that owns nothing, and {role.name} may not make one. "
        "Have an administrator of the server run:\n"
        f"  CREATE ROLE {WEB_GROUP} NOLOGIN;\n"
        f"  CREATE ROLE {login} LOGIN PASSWORD '...' IN ROLE {WEB_GROUP};\n"
        f"Then set DATABASE_URL with {login} and DATABASE_OWNER_URL with {role.name}."
    )
