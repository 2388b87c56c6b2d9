"""Proof over the migrated schema: nobody is above the walls but the owner, and what it lends."""

import pytest
from django.db import connection, transaction

from config.privileges import SEALER, WEB
from tests.proof import catalogue
from tests.proof.catalogue import rows
from tests.proof.exceptions import DEFINERS
from tests.proof.test_tables_and_policies import ACTOR, HERE, LISTS

pytestmark = pytest.mark.django_db

FUNCTIONS = """
SELECT p.proname, p.prosecdef::text, p.prorettype::regtype::text,
       (EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s = 'search_path=public, pg_temp'))::text,
       (EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                WHERE a.grantee = 0))::text,
       p.proleakproof::text, p.provolatile::text, p.prosrc
FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""
PROGRAMS = """
SELECT r.rolname FROM pg_roles r
WHERE pg_has_role(r.oid, %(web)s, 'MEMBER') AND NOT r.rolsuper
   OR pg_has_role(r.oid, %(sealer)s, 'MEMBER') AND NOT r.rolsuper
"""
TO_PUBLIC = f"""
SELECT c.oid::regclass::text, a.privilege_type FROM pg_class c, aclexplode(c.relacl) a
WHERE {catalogue.OURS} AND a.grantee = 0
UNION SELECT t.attrelid::regclass::text || '.' || t.attname, a.privilege_type
FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid, aclexplode(t.attacl) a
WHERE {catalogue.OURS} AND a.grantee = 0
UNION SELECT 'schema ' || n.nspname, a.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) a
WHERE n.nspname = 'public' AND a.grantee = 0 AND a.privilege_type <> 'USAGE'
UNION SELECT 'database', a.privilege_type FROM pg_database d,
    aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
WHERE d.datname = current_database() AND a.grantee = 0
UNION SELECT 'to come: ' || d.defaclobjtype::text, a.privilege_type FROM pg_default_acl d,
    aclexplode(d.defaclacl) a WHERE a.grantee = 0
"""  # noqa: S608  constants alone


def definers() -> list[tuple[str, ...]]:
    return [one for one in rows(FUNCTIONS) if one[1] == "true"]


def test_each_function_that_runs_as_the_owner_is_listed_with_its_reason() -> None:
    found = {name for name, *_rest in definers()}
    assert sorted(found - set(DEFINERS)) == [], (
        "a function with SECURITY DEFINER looks past every wall. Let it run as who calls it, or "
        f"say in DEFINERS ({HERE}) why it may not, and what it gives to whom"
    )
    assert sorted(set(DEFINERS) - found) == [], f"in vain in DEFINERS ({HERE})"


def test_functions_that_run_as_the_owner_look_nowhere_but_in_our_schema() -> None:
    loose = [name for name, _definer, _type, is_fixed, *_rest in definers() if is_fixed != "true"]
    assert loose == [], "say SET search_path = public, pg_temp"


def test_what_runs_as_the_owner_and_can_be_called_is_for_named_roles() -> None:
    """A trigger cannot be called. PostgreSQL grants EXECUTE to everybody unless it is revoked."""
    for_all = [
        name
        for name, _definer, gives, _fixed, is_for_all, *_rest in definers()
        if gives != "trigger" and is_for_all == "true"
    ]
    assert for_all == [], (
        "REVOKE ALL ON FUNCTION … FROM PUBLIC; GRANT EXECUTE ON FUNCTION … TO schakelpunt_web"
    )


def test_no_function_of_ours_claims_to_leak_nothing() -> None:
    """A leakproof function may be tried on rows before the wall judges them."""
    assert [one[0] for one in rows(FUNCTIONS) if one[5] == "true"] == []


def test_the_settings_of_the_actor_are_null_or_empty_while_they_are_not_set() -> None:
    """What the proof leans on; after a transaction a setting is empty and not null."""
    own = {name for name, *_rest in rows(FUNCTIONS) if name.startswith("app_")}
    assert own == ACTOR | LISTS, "tell the proof of this one: ACTOR or LISTS in tests/proof"
    settings = sorted(name.replace("_", ".", 1) for name in own)
    with transaction.atomic():
        for value in (None, ""):
            if value is not None:
                for setting in settings:
                    rows("SELECT set_config(%(name)s, '', true)", name=setting)
            for name in sorted(own):
                (answer,) = rows(f"SELECT ({name}())::text")
                assert answer == ("{}" if name in LISTS else "None",), name


def test_settings_are_read_anew_in_each_statement() -> None:
    """One that is IMMUTABLE would be folded into a plan, and answer for whoever asked first."""
    assert {one[6] for one in rows(FUNCTIONS) if one[0].startswith("app_")} == {"s"}


def test_the_programs_own_nothing_and_stand_above_nothing() -> None:
    programs = {name for (name,) in rows(PROGRAMS, web=WEB, sealer=SEALER)}
    assert {WEB, SEALER} < programs, "the logins are not found"
    programs &= {WEB, SEALER, str(connection.settings_dict["USER"])}
    for name in programs:
        (powers,) = rows(
            """SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
               FROM pg_roles WHERE rolname = %(name)s""",
            name=name,
        )
        assert powers == ("False",), name
        owned = rows(
            """SELECT classid::regclass::text, objid::text FROM pg_shdepend
               WHERE refobjid = (SELECT oid FROM pg_roles WHERE rolname = %(name)s)
                 AND deptype = 'o'""",
            name=name,
        )
        assert owned == [], f"{name} owns something"
        groups = rows(
            """SELECT g.rolname FROM pg_roles g WHERE g.rolname NOT IN (%(name)s, %(web)s)
                 AND pg_has_role(%(name)s, g.oid, 'MEMBER') AND g.rolname <> %(sealer)s""",
            name=name,
            web=WEB,
            sealer=SEALER,
        )
        assert groups == [], f"{name} can become another role"


def test_web_and_sealer_are_apart() -> None:
    for one, other in ((WEB, SEALER), (SEALER, WEB)):
        (answer,) = rows("SELECT pg_has_role(%(one)s, %(other)s, 'MEMBER')", one=one, other=other)
        assert answer == ("False",), f"{one} can become {other}"


def test_everybody_is_granted_nothing() -> None:
    assert rows(TO_PUBLIC) == [], "grant to schakelpunt_web or schakelpunt_sealer, never to PUBLIC"


def test_no_view_or_rule_looks_past_a_wall() -> None:
    """A view reads as its owner, unless told otherwise; a stored one keeps what it saw."""
    views = rows(
        f"""SELECT c.oid::regclass::text, c.relkind::text FROM pg_class c
            WHERE {catalogue.OURS} AND (c.relkind = 'm' OR c.relkind = 'v'
              AND NOT coalesce(c.reloptions::text LIKE '%%security_invoker=true%%', false))"""  # noqa: S608
    )
    assert views == [], "say WITH (security_invoker = true), and keep no materialised view"
    rules = rows(
        f"""SELECT r.rulename, c.oid::regclass::text FROM pg_rewrite r
            JOIN pg_class c ON c.oid = r.ev_class
            WHERE {catalogue.OURS} AND r.rulename <> '_RETURN'"""  # noqa: S608
    )
    assert rules == [], "a rule rewrites a query behind the reader's back: use a trigger"


def test_no_table_has_a_child_or_a_publication() -> None:
    """A child is read past the wall of its parent; a publication copies rows past all of them."""
    assert (
        rows(
            "SELECT inhrelid::regclass::text FROM pg_inherits i JOIN pg_class c"
            " ON c.oid = i.inhrelid WHERE c.relkind IN ('r', 'p')"
        )
        == []
    )
    assert rows("SELECT pubname FROM pg_publication") == []
