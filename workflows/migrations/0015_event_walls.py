"""Row-level security of the regional calendar of events.

All who serve its region see an event (class N); the gemeente it is in puts it there and changes it.
A clash is ruled on by a gemeente of one of the two.
"""

from django.db import migrations

from partners.walls import wall

SERVED = """EXISTS (
    SELECT FROM partners_servicearea a
    WHERE a.region_id = {table}.region_id AND a.organisation_id = app_organisation()
      AND a.valid_from <= (app_at() AT TIME ZONE 'Europe/Amsterdam')::date
      AND (a.valid_until IS NULL
           OR a.valid_until > (app_at() AT TIME ZONE 'Europe/Amsterdam')::date))"""
OWN = "{table}.gemeente_id = app_case_organisation()"
OF_EVENT = "EXISTS (SELECT FROM workflows_regionalevent e WHERE e.id = {table}.event_id)"
OF_OWN_EVENT = """EXISTS (
    SELECT FROM workflows_regionalevent e
    WHERE e.id IN ({table}.event_id, {table}.other_id)
      AND e.gemeente_id = app_case_organisation())"""

POLICIES = {
    "workflows_regionalevent": {"SELECT": SERVED, "INSERT": OWN, "UPDATE": OWN},
    "workflows_clashruling": {"SELECT": OF_EVENT, "INSERT": OF_OWN_EVENT},
}


class Migration(migrations.Migration):
    dependencies = [("workflows", "0014_events"), ("partners", "0002_security")]
    operations = [wall(table, policies) for table, policies in POLICIES.items()]
