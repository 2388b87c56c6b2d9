"""Row-level security of the steps: one's own, all with the overview, and the engine's own case."""

from django.db import migrations

from partners.walls import wall

IN_CASE = "EXISTS (SELECT FROM casework_case c WHERE c.id = {table}.case_id)"
STEP = """(
    workflows_step.case_id = app_engine_case()
    OR EXISTS (
        SELECT FROM casework_case c
        WHERE c.id = workflows_step.case_id
          AND (workflows_step.holder_id = app_case_organisation()
               OR c.overview_ids @> ARRAY[app_case_organisation()])))"""
WRITE = "{table}.case_id = app_engine_case()"
LINK = """EXISTS (
    SELECT FROM workflows_step s WHERE s.id = workflows_step_previous.from_step_id)"""

POLICIES = {
    "workflows_caseprocess": {
        "SELECT": f"({WRITE} OR {IN_CASE})",
        "INSERT": WRITE,
        "UPDATE": WRITE,
    },
    "workflows_step": {"SELECT": STEP, "INSERT": WRITE, "UPDATE": WRITE},
    "workflows_step_previous": {"SELECT": LINK, "INSERT": LINK},
}


class Migration(migrations.Migration):
    dependencies = [("workflows", "0001_initial"), ("casework", "0002_walls")]
    operations = [
        wall(table, policies)
        for table, policies in POLICIES.items()
    ]
