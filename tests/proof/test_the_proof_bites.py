"""A wall that is broken by hand is missed by the proof: each breach, as the owner, and undone."""

from collections.abc import Callable

import pytest
from django.db import connection

from tests.proof import test_functions_and_roles as functions
from tests.proof import test_tables_and_policies as tables

BREACHES: tuple[tuple[str, Callable[[], None]], ...] = (
    (
        "CREATE TABLE novelty (id int)",
        tables.test_every_table_has_its_wall_or_a_reason_to_have_none,
    ),
    (
        "ALTER TABLE casework_meeting DISABLE ROW LEVEL SECURITY",
        tables.test_every_table_has_its_wall_or_a_reason_to_have_none,
    ),
    (
        "CREATE SCHEMA aside; CREATE TABLE aside.novelty (id int)",
        tables.test_every_table_has_its_wall_or_a_reason_to_have_none,
    ),
    (
        "ALTER TABLE casework_averule ADD COLUMN case_id bigint REFERENCES casework_case",
        tables.test_no_reason_excuses_a_table_that_hangs_on_a_case,
    ),
    (
        "DROP POLICY update_wall ON casework_meeting",
        tables.test_each_command_that_is_granted_has_its_policy_and_each_policy_its_grant,
    ),
    (
        "GRANT DELETE ON casework_case TO schakelpunt_web",
        tables.test_each_command_that_is_granted_has_its_policy_and_each_policy_its_grant,
    ),
    (
        "CREATE POLICY hidden ON casework_case FOR DELETE TO schakelpunt_test_owner USING (true)",
        tables.test_policies_of_other_roles_are_known,
    ),
    (
        "ALTER POLICY select_wall ON casework_meeting USING (true)",
        tables.test_while_nobody_acts_no_policy_lets_any_row_through,
    ),
    (
        """ALTER POLICY select_wall ON casework_meeting
           USING (app_case_organisation() IS NULL OR convenor_id = app_case_organisation())""",
        tables.test_while_nobody_acts_no_policy_lets_any_row_through,
    ),
    (
        "ALTER POLICY insert_wall ON casework_case WITH CHECK (party_ids = ARRAY[app_person()])",
        tables.test_while_nobody_acts_no_policy_lets_any_row_through,
    ),
    (
        "ALTER POLICY select_wall ON casework_meeting USING (convenor_id = app_organisation())",
        tables.test_who_works_no_case_gets_no_row_of_any,
    ),
    (
        "ALTER POLICY select_wall ON casework_subject USING (case_id = app_engine_case())",
        tables.test_the_engine_is_shown_steps_and_no_contents,
    ),
    (
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        functions.test_each_function_that_runs_as_the_owner_is_listed_with_its_reason,
    ),
    (
        "ALTER FUNCTION term_watch RESET search_path",
        functions.test_functions_that_run_as_the_owner_look_nowhere_but_in_our_schema,
    ),
    (
        "GRANT EXECUTE ON FUNCTION term_watch TO PUBLIC",
        functions.test_what_runs_as_the_owner_and_can_be_called_is_for_named_roles,
    ),
    (
        """CREATE OR REPLACE FUNCTION app_person() RETURNS bigint LANGUAGE sql STABLE AS
           $$ SELECT coalesce(nullif(current_setting('app.person', true), ''), '1')::bigint $$""",
        functions.test_the_settings_of_the_actor_are_null_or_empty_while_they_are_not_set,
    ),
    (
        "ALTER FUNCTION app_person IMMUTABLE",
        functions.test_settings_are_read_anew_in_each_statement,
    ),
    (
        "GRANT SELECT (id) ON casework_case TO PUBLIC",
        functions.test_everybody_is_granted_nothing,
    ),
    (
        "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
        functions.test_everybody_is_granted_nothing,
    ),
    (
        "CREATE VIEW looking AS SELECT * FROM casework_case",
        functions.test_no_view_or_rule_looks_past_a_wall,
    ),
    (
        "CREATE MATERIALIZED VIEW kept AS SELECT * FROM casework_case",
        functions.test_no_view_or_rule_looks_past_a_wall,
    ),
    (
        "CREATE TABLE child () INHERITS (casework_case)",
        functions.test_no_table_has_a_child_or_a_publication,
    ),
)


@pytest.mark.parametrize(("breach", "proof"), BREACHES)
def test_a_breach_is_found(breach: str, proof: Callable[[], None], as_owner: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(breach)
    with pytest.raises(AssertionError):
        proof()
