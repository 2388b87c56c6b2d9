"""The roles in PostgreSQL: an owner who migrates, and the logins of web and sealer."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.rows import TupleRow

# Migrations and row-level security policies grant to these groups; a login is a member of one.
WEB_GROUP = "schakelpunt_web"
SEALER_GROUP = "schakelpunt_sealer"

Connection = psycopg.Connection[TupleRow]


@dataclass(frozen=True)
class Role:
    """What a login may do, as far as it matters to the second wall."""

    name: str
    database: str
    is_superuser: bool
    bypasses_rls: bool
    may_create_roles: bool
    owns_database: bool
    is_web: bool
    is_sealer: bool

    @property
    def is_privileged(self) -> bool:
        return self.is_superuser or self.bypasses_rls or self.owns_database or self.may_create_roles

    @property
    def may_make_logins(self) -> bool:
        return self.is_superuser or self.may_create_roles


def connect(url: str) -> Connection:
    """Django's spellings of the scheme are wider than libpq's."""
    address = url.partition("://")[2]
    return psycopg.connect(f"postgresql://{address}", autocommit=True, connect_timeout=10)


def role_behind(url: str) -> Role:
    with connect(url) as connection:
        found = connection.execute(
            """
            SELECT r.rolname, d.datname, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
                   pg_has_role(r.oid, d.datdba, 'USAGE'),
                   EXISTS (SELECT FROM pg_roles g WHERE g.rolname = %s
                           AND pg_has_role(r.oid, g.oid, 'MEMBER')),
                   EXISTS (SELECT FROM pg_roles g WHERE g.rolname = %s
                           AND pg_has_role(r.oid, g.oid, 'MEMBER'))
            FROM pg_roles r, pg_database d
            WHERE r.rolname = current_user AND d.datname = current_database()
            """,
            [WEB_GROUP, SEALER_GROUP],
        ).fetchone()
    if found is None:
        raise LookupError("the current role is not in pg_roles")
    name, database, *facts = found
    return Role(str(name), str(database), *(bool(fact) for fact in facts))


def web_login_name(database: str) -> str:
    return login_name(database, WEB_GROUP)


def login_name(database: str, group: str) -> str:
    """A database called `schakelpunt` would otherwise give the login the name of the group."""
    name = f"{database}_{group.removeprefix('schakelpunt_')}"
    return f"{name}_login" if name == group else name


def with_login(url: str, user: str, password: str, database: str | None = None) -> str:
    """The same server and options, another login, and perhaps another database."""
    parts = urlsplit(url)
    server = parts.netloc.rpartition("@")[2]
    path = parts.path if database is None else f"/{quote(database, safe='')}"
    netloc = f"{quote(user, safe='')}:{quote(password, safe='')}@{server}"
    return urlunsplit(parts._replace(netloc=netloc, path=path))


def make_database(admin_url: str, database: str, owner: str, password: str) -> str:
    """The owner's URL of a database that the owner may migrate; makes what is not there yet."""
    with connect(admin_url) as connection:
        _make_login(connection, owner, password, group=None)
        if not _exists(connection, "pg_database", "datname", database):
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(database), sql.Identifier(owner)
                )
            )
    return with_login(admin_url, owner, password, database)


def make_web_login(admin_url: str, database: str, password: str) -> str:
    """The web's URL: a member of its group that may connect, and nothing else."""
    return _make_member(admin_url, database, WEB_GROUP, password)


def make_sealer_login(admin_url: str, database: str, password: str) -> str:
    """The sealer's URL, alike."""
    return _make_member(admin_url, database, SEALER_GROUP, password)


def make_groups(connection: Connection) -> None:
    for group in (WEB_GROUP, SEALER_GROUP):
        if not _exists(connection, "pg_roles", "rolname", group):
            _create_role(connection, group, sql.SQL("NOLOGIN"))


def _make_member(admin_url: str, database: str, group: str, password: str) -> str:
    name = login_name(database, group)
    with connect(with_database(admin_url, database)) as connection:
        make_groups(connection)
        _make_login(connection, name, password, group=group)
    if role_behind(with_database(admin_url, database)).owns_database:
        _close_to_others(admin_url, database)
    return with_login(admin_url, name, password, database)


def _close_to_others(admin_url: str, database: str) -> None:
    """PostgreSQL lets every login of the server in, unless told otherwise."""
    statement = sql.SQL(
        "REVOKE ALL ON DATABASE {0} FROM PUBLIC; GRANT CONNECT ON DATABASE {0} TO {1}, {2}"
    )
    names = map(sql.Identifier, (database, WEB_GROUP, SEALER_GROUP))
    with connect(admin_url) as connection:
        connection.execute(statement.format(*names))


def with_database(url: str, database: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{quote(database, safe='')}"))


def _make_login(connection: Connection, name: str, password: str, *, group: str | None) -> None:
    # Hashed here, so that the password itself reaches no log or view of the server.
    secret = connection.pgconn.encrypt_password(
        password.encode(), name.encode(), b"scram-sha-256"
    ).decode()
    login = sql.SQL("LOGIN PASSWORD {}").format(sql.Literal(secret))
    if not _exists(connection, "pg_roles", "rolname", name):
        plain = sql.SQL("NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION {}")
        _create_role(connection, name, plain.format(login))
    else:
        connection.execute(sql.SQL("ALTER ROLE {} {}").format(sql.Identifier(name), login))
    if group is not None:
        connection.execute(
            sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), sql.Identifier(name))
        )


def _create_role(connection: Connection, name: str, options: sql.Composable) -> None:
    """Roles belong to the whole server: another database's set-up may just have made it."""
    try:
        connection.execute(sql.SQL("CREATE ROLE {} {}").format(sql.Identifier(name), options))
    except (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
        return


def _exists(connection: Connection, catalogue: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT FROM {} WHERE {} = {}").format(
        sql.Identifier(catalogue), sql.Identifier(column), sql.Literal(name)
    )
    return connection.execute(query).rowcount > 0
