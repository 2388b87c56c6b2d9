"""The walls of 0002 made narrower: what needs a clearance is there only for who has it.

Policies that ask for the case, the request or the contribution follow by themselves: what these
ask is under their own policies.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import change_wall

BEFORE = import_module("casework.migrations.0002_walls")
NEAR = "(needs_clearance = '' OR needs_clearance = ANY (app_clearances()))"
OPEN = "(NOT is_restricted OR theme = ANY (app_clearances()))"
IN_CASE, MINE, OVERVIEW, ENGINE = BEFORE.IN_CASE, BEFORE.MINE, BEFORE.OVERVIEW, BEFORE.ENGINE

AFTER = {
    "casework_case": {
        "SELECT": f"""(party_ids @> ARRAY[app_case_organisation()] AND {OPEN}
            OR id = app_engine_case())""",
        "INSERT": f"(party_ids = ARRAY[app_case_organisation()] AND {OPEN})",
        "UPDATE": f"(lead_id = app_case_organisation() AND {OPEN} OR id = app_engine_case())",
    },
    "casework_participation": {"SELECT": f"({MINE} AND {NEAR} OR {OVERVIEW} OR {ENGINE})"},
    "casework_decision": {"SELECT": f"({MINE} AND {BEFORE.OF_CONTRIBUTION})"},
    "casework_commitment": {"UPDATE": f"(party_id = app_case_organisation() AND {IN_CASE})"},
    **{
        f"casework_{table}": {
            command: f"({BEFORE.POLICIES[f'casework_{table}'][command]} AND {NEAR})"
            for command in commands
        }
        for table, commands in {
            "contribution": ("SELECT", "INSERT"),
            "subject": ("SELECT", "INSERT", "UPDATE"),
            "disclosure": ("SELECT", "INSERT", "UPDATE"),
        }.items()
    },
}


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_clearances")]
    operations = [
        change_wall(table, command, before=BEFORE.POLICIES[table][command], after=condition)
        for table, conditions in AFTER.items()
        for command, condition in conditions.items()
    ]
