"""A trail that takes no entries: each way in which a database comes to refuse them, for real."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from config.database_roles import Connection
from tests.isolation.lasting import owner_of_database

Refusal = Callable[[Connection], AbstractContextManager[None]]

RAISES = """
CREATE FUNCTION refuse_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the disk is full of Demo persons'; END $$;
CREATE TRIGGER refuse_all BEFORE INSERT ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_all();
"""


@contextmanager
def _between(owner: Connection, before: str, after: str) -> Iterator[None]:
    owner.execute(before.encode())
    try:
        yield
    finally:
        owner.execute(after.encode())


def without_privilege(table: str) -> Refusal:
    def refusal(owner: Connection) -> AbstractContextManager[None]:
        return _between(
            owner,
            f"REVOKE INSERT ON {table} FROM schakelpunt_web",
            f"GRANT INSERT ON {table} TO schakelpunt_web",
        )

    return refusal


def by_a_trigger(owner: Connection) -> AbstractContextManager[None]:
    return _between(owner, RAISES, "DROP FUNCTION refuse_all CASCADE")


def away(owner: Connection) -> AbstractContextManager[None]:
    back = "ALTER TABLE audit_away RENAME TO audit_trailentry"
    return _between(owner, "ALTER TABLE audit_trailentry RENAME TO audit_away", back)


@contextmanager
def locked(owner: Connection) -> Iterator[None]:
    """By somebody else, who does not let go."""
    with owner_of_database() as other, other.transaction():
        other.execute("LOCK TABLE audit_entry IN SHARE MODE")
        yield


REFUSALS: dict[str, Refusal] = {
    "no INSERT on audit_entry": without_privilege("audit_entry"),
    "no INSERT on audit_trailentry": without_privilege("audit_trailentry"),
    "a trigger that raises": by_a_trigger,
    "a table that is away": away,
    "a table that is locked": locked,
}


def contents(owner: Connection) -> dict[str, tuple[int, str]]:
    """Of each table how many rows, and a hash of all of them: nothing may be changed either."""
    names = owner.execute(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid ="
        " c.relnamespace WHERE n.nspname = 'public' AND relkind = 'r'"
    ).fetchall()
    found = {}
    for (name,) in names:
        query = f"""SELECT count(*), md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))
            FROM "{name}" t"""  # noqa: S608  from the catalogue
        row = owner.execute(query.encode()).fetchone()
        assert row is not None
        found[str(name)] = (int(row[0]), str(row[1]))
    return found
