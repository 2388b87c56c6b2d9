"""Row-level security of the desks: all who act may know them, an administrator keeps them.

Of a region that its own organisation serves, and never rewritten: only the last day changes.
"""

from django.db import migrations

from partners.walls import wall

TODAY = "(app_at() AT TIME ZONE 'Europe/Amsterdam')::date"
ADMINISTRATOR = f"""EXISTS (
        SELECT FROM partners_membership m
        WHERE m.person_id = app_person() AND m.organisation_id = app_organisation()
          AND m.role = 'administrator'
          AND m.valid_from <= {TODAY} AND (m.valid_until IS NULL OR m.valid_until > {TODAY}))"""
KEPT = f"""(
    {ADMINISTRATOR}
    AND EXISTS (
        SELECT FROM partners_servicearea a
        WHERE a.region_id = {{table}}.region_id AND a.organisation_id = app_organisation()
          AND a.valid_from <= {TODAY} AND (a.valid_until IS NULL OR a.valid_until > {TODAY})))"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0011_matrix")]
    operations = [
        wall(
            "partners_contactpoint",
            {"SELECT": "(app_organisation() IS NOT NULL)", "INSERT": KEPT, "UPDATE": KEPT},
        )
    ]
