"""Proof over the migrated schema: no table without a wall, no wall with a hole for nobody.

It says what holds for every row there could be; tests/isolation tries it on rows there are.
"""

import pytest

from config.privileges import SEALER, WEB
from tests.proof import catalogue
from tests.proof.catalogue import Policy
from tests.proof.exceptions import (
    FOR_THE_ENGINE,
    OF_THE_SEALER,
    OPEN_POLICIES,
    WITHOUT_A_WALL,
    WITHOUT_CASES,
)
from tests.proof.nobody import Nobody

pytestmark = pytest.mark.django_db

HERE = "tests/proof/exceptions.py"
OF_A_CASE = ("case_id", "case_reference", "party_ids", "contribution_id", "subject_id")
ACTOR = {
    "app_person",
    "app_organisation",
    "app_case_organisation",
    "app_trail_organisation",
    "app_trail_reader",
    "app_engine_case",
    "app_line",
    "app_emergency",
    "app_at",
}
LISTS = {"app_clearances"}
CASES = {"app_case_organisation", "app_engine_case"}
CONTENTS = {"app_case_organisation"}


def test_every_table_has_its_wall_or_a_reason_to_have_none() -> None:
    bare = {table for table, is_walled in catalogue.walls().items() if not is_walled}
    assert sorted(bare - set(WITHOUT_A_WALL)) == [], (
        "a table without row-level security. Give it a wall in a migration, with "
        "partners.walls.wall(table, policies); or, when nothing in it tells of a case, an "
        f"organisation's information or a person, put it with the reason in WITHOUT_A_WALL ({HERE})"
    )
    assert sorted(set(WITHOUT_A_WALL) - bare) == [], f"in vain in WITHOUT_A_WALL ({HERE})"


def test_no_reason_excuses_a_table_that_hangs_on_a_case() -> None:
    leading = catalogue.tables_that_lead_to("casework_case")
    named = {table for table, column in catalogue.rows(catalogue.COLUMNS) if column in OF_A_CASE}
    assert sorted((leading | named) & set(WITHOUT_A_WALL)) == [], "these need a wall, and no reason"
    assert len(leading) > 20, "the search for tables of a case finds none"


def test_each_command_that_is_granted_has_its_policy_and_each_policy_its_grant() -> None:
    """A command without a policy finds nothing; a policy without a grant waits for a mistake."""
    for role, of_role in ((WEB, _is_of_web), (SEALER, _is_of_sealer)):
        having = {(one.table, one.command) for one in catalogue.policies() if of_role(one)}
        assert having == catalogue.granted(role), (
            f"policies and privileges of {role} differ: left are policies without a line in "
            "config/privileges.py, right are privileges without a policy (partners.walls)"
        )


def _is_of_web(policy: Policy) -> bool:
    return policy.is_of_web


def _is_of_sealer(policy: Policy) -> bool:
    return SEALER in policy.roles


def test_policies_are_for_one_command_and_only_ever_let_in() -> None:
    """Two permissive policies add up, which is how all are read; a restrictive one is another."""
    odd = [one for one in catalogue.policies() if one.command == "ALL" or not one.is_permissive]
    assert odd == [], "one policy a command, by partners.walls.wall"


def test_policies_of_other_roles_are_known() -> None:
    of_others = {(one.table, one.name) for one in catalogue.policies() if not one.is_of_web}
    assert of_others == set(OF_THE_SEALER), f"edit OF_THE_SEALER ({HERE}), with the reason"
    roles = {role for one in catalogue.policies() if not one.is_of_web for role in one.roles}
    assert roles == {SEALER}


def test_while_nobody_acts_no_policy_lets_any_row_through() -> None:
    found = {(one.table, one.name) for one in _passing(ACTOR, LISTS)}
    assert sorted(found - set(OPEN_POLICIES)) == [], (
        "a policy that may be true though nobody acts, or that the proof cannot follow: let it "
        f"hang on app_…(); or put it with the reason in OPEN_POLICIES ({HERE})"
    )
    assert sorted(set(OPEN_POLICIES) - found) == [], f"in vain in OPEN_POLICIES ({HERE})"


def test_who_works_no_case_gets_no_row_of_any() -> None:
    """Secretary, FG and administrator act for an organisation, and not for it in cases."""
    found = {one.table for one in _passing(CASES)}
    assert sorted(found - set(WITHOUT_CASES)) == [], (
        "a table that shows something to who works no case. Let it hang on "
        "app_case_organisation(); or, when it is no information of a case, put it with the reason "
        f"in WITHOUT_CASES ({HERE})"
    )
    assert sorted(set(WITHOUT_CASES) - found) == [], f"in vain in WITHOUT_CASES ({HERE})"


def test_the_engine_is_shown_steps_and_no_contents() -> None:
    found = {one.table for one in _passing(CONTENTS)} - set(WITHOUT_CASES)
    assert sorted(found - set(FOR_THE_ENGINE)) == [], (
        "a table that app_engine_case() opens. What partners put in stays closed to the engine; "
        f"what it has to count goes with the reason in FOR_THE_ENGINE ({HERE})"
    )
    assert sorted(set(FOR_THE_ENGINE) - found) == [], f"in vain in FOR_THE_ENGINE ({HERE})"


def _passing(missing: set[str], lists: set[str] | None = None) -> list[Policy]:
    ours = [one for one in catalogue.policies() if one.is_of_web]
    walls = catalogue.walls()
    asked: list[str] = []

    def may_show_rows(table: str) -> bool:
        if not walls.get(table, False) or table in asked:
            return True
        asked.append(table)
        shows = [one for one in ours if one.table == table and one.command == "SELECT"]
        found = any(map(passes, shows))
        asked.pop()
        return found

    def passes(policy: Policy) -> bool:
        return any(map(nobody.may_pass, policy.expressions))

    nobody = Nobody(missing, lists or set(), may_show_rows)
    return [one for one in ours if passes(one)]


@pytest.mark.parametrize(
    "expression",
    [
        "true",
        "name = 'x'",
        "NOT (name = 'x')",
        "app_person() IS NULL",
        "coalesce(app_person(), 1) = 1",
        "person_id = app_person() OR is_public",
        "NOT (theme = ANY (app_clearances()))",
        "theme <> ALL (app_clearances())",
        "party_ids = ARRAY[app_organisation()]",
        "party_ids @> app_clearances()",
        "EXISTS (SELECT FROM partners_person)",
        "EXISTS (SELECT count(*) FROM casework_case)",
        "EXISTS (SELECT FROM f(app_person()))",
        "(SELECT true)",
    ],
)
def test_the_proof_takes_fright_at_what_is_open(expression: str) -> None:
    assert Nobody(ACTOR, LISTS, lambda table: table == "partners_person").may_pass(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "false",
        "person_id = app_person()",
        "NOT (person_id = app_person())",
        "app_person() IS NOT NULL AND true",
        "theme = ANY (app_clearances())",
        "party_ids @> ARRAY[app_organisation()]",
        "app_person() = ANY (ARRAY[sender_id, receiver_id])",
        "EXISTS (SELECT FROM casework_case c WHERE c.id = case_id)",
        "EXISTS (SELECT FROM partners_person p WHERE p.id = app_person())",
        "NOT EXISTS (SELECT) AND person_id = app_person()",
    ],
)
def test_the_proof_follows_what_is_closed(expression: str) -> None:
    assert not Nobody(ACTOR, LISTS, lambda table: table == "partners_person").may_pass(expression)
