"""The first version of each formule."""

import json
from datetime import date
from pathlib import Path

from django.db import migrations

FORMULES = Path(__file__).resolve().parent.parent / "formules"


def adopt(apps, schema_editor):
    apps.get_model("workflows", "FormuleVersion").objects.create(
        theme="hennep",
        version=1,
        valid_from=date(2019, 1, 1),
        content=json.loads((FORMULES / "hennep_1.json").read_text()),
    )


def withdraw(apps, schema_editor):
    apps.get_model("workflows", "FormuleVersion").objects.filter(theme="hennep", version=1).delete()


class Migration(migrations.Migration):
    dependencies = [("workflows", "0002_walls")]
    operations = [migrations.RunPython(adopt, withdraw)]
