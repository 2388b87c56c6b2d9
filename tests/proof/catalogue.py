"""What the migrated database says of itself: tables, policies, functions, roles."""

from dataclasses import dataclass

from django.db import connection

from config.privileges import SEALER, WEB

Rows = list[tuple[str, ...]]
NAMES = {"web": WEB, "sealer": SEALER}
OURS = """c.relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    AND c.relnamespace <> 'pg_toast'::regnamespace AND c.relpersistence <> 't'"""
TABLES = f"""
SELECT c.oid::regclass::text, c.relrowsecurity::text FROM pg_class c
WHERE {OURS} AND c.relkind IN ('r', 'p', 'f')
"""  # noqa: S608  constants alone
REFERENCES = """
SELECT DISTINCT c.conrelid::regclass::text, c.confrelid::regclass::text FROM pg_constraint c
WHERE c.contype = 'f'
"""
COLUMNS = f"""
SELECT c.oid::regclass::text, a.attname FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE {OURS} AND c.relkind IN ('r', 'p', 'f')
"""  # noqa: S608  constants alone
POLICIES = """
SELECT c.oid::regclass::text, p.polname, p.polcmd::text, p.polpermissive::text,
       coalesce(pg_get_expr(p.polqual, p.polrelid), ''),
       coalesce(pg_get_expr(p.polwithcheck, p.polrelid), ''),
       array_to_string(ARRAY(SELECT coalesce(r.rolname, 'public') FROM unnest(p.polroles) o
           LEFT JOIN pg_roles r ON r.oid = o), ',')
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
"""
GRANTED = f"""
SELECT DISTINCT c.oid::regclass::text, v.verb FROM pg_class c
CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS v (verb)
WHERE {OURS} AND c.relkind IN ('r', 'p') AND c.relrowsecurity
  AND (has_table_privilege(%(role)s, c.oid, v.verb)
    OR v.verb <> 'DELETE' AND has_any_column_privilege(%(role)s, c.oid, v.verb))
"""  # noqa: S608  constants alone
COMMANDS = {"r": "SELECT", "a": "INSERT", "w": "UPDATE", "d": "DELETE", "*": "ALL"}


@dataclass(frozen=True)
class Policy:
    table: str
    name: str
    command: str
    is_permissive: bool
    using: str
    check: str
    roles: tuple[str, ...]

    @property
    def expressions(self) -> list[str]:
        return [one for one in (self.using, self.check) if one]

    @property
    def is_of_web(self) -> bool:
        return "public" in self.roles or WEB in self.roles


def rows(query: str, **values: str) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(query, values or None)
        return [tuple(map(str, row)) for row in cursor.fetchall()]


def walls() -> dict[str, bool]:
    """By table of every schema that is not the server's own: has it row-level security?"""
    return {table: is_walled == "true" for table, is_walled in rows(TABLES)}


def policies() -> list[Policy]:
    return [
        Policy(
            table, name, COMMANDS[verb], permissive == "true", using, check, (*roles.split(","),)
        )
        for table, name, verb, permissive, using, check, roles in rows(POLICIES)
    ]


def granted(role: str) -> set[tuple[str, str]]:
    """What it may do with walled tables, on the whole table or on a column."""
    return {(table, verb) for table, verb in rows(GRANTED, role=role)}


def tables_that_lead_to(target: str) -> set[str]:
    """By foreign keys in one or more steps; the table itself as well."""
    references = rows(REFERENCES)
    found = {target}
    while more := {table for table, to in references if to in found} - found:
        found |= more
    return found
