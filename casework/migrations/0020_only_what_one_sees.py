"""The lead of a case changes it once it takes part, and not while only the reporter knows it.

A command that reads nothing is held by its own wall alone, so that one has to be as narrow.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import change_wall

BEFORE = import_module("casework.migrations.0005_clearance_walls").AFTER["casework_case"]["UPDATE"]
LEADS = "lead_id = app_case_organisation()"
AFTER = BEFORE.replace(LEADS, f"{LEADS} AND party_ids @> ARRAY[app_case_organisation()]")


class Migration(migrations.Migration):
    dependencies = [("casework", "0019_no_case_of_nobody")]
    operations = [change_wall("casework_case", "UPDATE", before=BEFORE, after=AFTER)]
