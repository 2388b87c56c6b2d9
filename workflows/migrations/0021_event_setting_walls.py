"""Row-level security of what a gemeente sets for its events, and of what a service can give.

All who work here may know both. A gemeente's administrator sets its terms, and a liaison of the
service itself what that can give, in a region it serves.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import wall

FORMULES = import_module("workflows.migrations.0010_formule_walls")
SOMEBODY, OWN = FORMULES.SOMEBODY, FORMULES.OWN_SETTING
OF_SERVICE = f"""(
    {FORMULES.acts_as("liaison")} AND {FORMULES.OF_REGION}
    AND EXISTS (
        SELECT FROM partners_organisation o
        WHERE o.id = app_organisation() AND o.kind = {{table}}.service))"""

POLICIES = {
    "workflows_eventterm": {"SELECT": SOMEBODY, "INSERT": OWN, "UPDATE": OWN},
    "workflows_servicecapacity": {"SELECT": SOMEBODY, "INSERT": OF_SERVICE, "UPDATE": OF_SERVICE},
}


class Migration(migrations.Migration):
    dependencies = [("workflows", "0020_equalled_days_change")]
    operations = [wall(table, policies) for table, policies in POLICIES.items()]
