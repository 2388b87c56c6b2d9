"""Walls of the phases of AVE, the first agreement on them, and outcomes for the owner of a case."""

from datetime import date
from importlib import import_module

from django.db import migrations

from partners.walls import change_wall, wall

BEFORE = import_module("casework.migrations.0002_walls")
OVERVIEW = BEFORE.OVERVIEW
OWNED = """EXISTS (
    SELECT FROM casework_case c JOIN partners_membership m ON m.id = c.owner_id
    WHERE c.id = {table}.case_id AND m.organisation_id = app_case_organisation())"""
POLICIES = {"SELECT": OVERVIEW, "INSERT": f"({OVERVIEW} AND ended_at IS NULL)", "UPDATE": OVERVIEW}
SOURCE = "Afspraak in de regio"
RULES = (
    (
        1,
        "casusregisseur",
        ["*:liaison", "*:coordinator"],
        ["zvh:liaison", "gemeente:coordinator"],
    ),
    (
        2,
        "procesregisseur",
        ["zvh:liaison", "gemeente:coordinator"],
        ["zvh:liaison", "gemeente:coordinator"],
    ),
    (
        3,
        "manager of coördinator met doorzettingskracht",
        ["gemeente:coordinator", "gemeente:decision_maker"],
        ["gemeente:coordinator", "gemeente:decision_maker"],
    ),
    (4, "burgemeester", ["gemeente:decision_maker"], ["gemeente:decision_maker"]),
)


def agree(apps, schema_editor):
    rules = apps.get_model("casework", "AveRule").objects
    for phase, title, leaders, scalers in RULES:
        rules.create(
            theme="pga",
            phase=phase,
            leader_title=title,
            leaders=leaders,
            scalers=scalers,
            source=SOURCE,
            valid_from=date(2019, 1, 1),
        )


def undo(apps, schema_editor):
    apps.get_model("casework", "AveRule").objects.filter(theme="pga").delete()


class Migration(migrations.Migration):
    dependencies = [("casework", "0017_ave")]
    operations = [
        wall("casework_avephase", POLICIES),
        *[
            change_wall(
                "casework_outcome",
                command,
                before=BEFORE.POLICIES["casework_outcome"][command],
                after=f"({BEFORE.LED} OR {OWNED})",
            )
            for command in ("SELECT", "INSERT", "UPDATE")
        ],
        migrations.RunPython(agree, undo),
    ]
