"""A new case is somebody's: ARRAY[NULL] equals ARRAY[NULL], so that it could be made by nobody."""

from importlib import import_module

from django.db import migrations

from partners.walls import change_wall

BEFORE = import_module("casework.migrations.0005_clearance_walls").AFTER["casework_case"]["INSERT"]
AFTER = f"(app_case_organisation() IS NOT NULL AND {BEFORE})"


class Migration(migrations.Migration):
    dependencies = [("casework", "0018_ave_walls"), ("partners", "0008_key_walls")]
    operations = [change_wall("casework_case", "INSERT", before=BEFORE, after=AFTER)]
