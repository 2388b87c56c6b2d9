"""Row-level security of the moves: those of the cases that one leads."""

from django.db import migrations

from partners.walls import wall

LED = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.lead_id = app_case_organisation())"""


class Migration(migrations.Migration):
    dependencies = [("workflows", "0011_move")]
    operations = [wall("workflows_move", {"SELECT": LED, "INSERT": LED, "UPDATE": LED})]
