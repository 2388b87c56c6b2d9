"""The first version of the formule of each theme after hennep."""

import json
from datetime import date
from pathlib import Path

from django.db import migrations

FORMULES = Path(__file__).resolve().parent.parent / "formules"
THEMES = (
    "adhoc",
    "agressie",
    "bibob",
    "bij",
    "evenement",
    "huisverbod",
    "nazorg",
    "ondermijning",
    "pga",
)


def adopt(apps, schema_editor):
    versions = apps.get_model("workflows", "FormuleVersion").objects
    for theme in THEMES:
        content = FORMULES / f"{theme}_1.json"
        versions.create(
            theme=theme,
            version=1,
            valid_from=date(2019, 1, 1),
            content=json.loads(content.read_text()),
        )


def withdraw(apps, schema_editor):
    versions = apps.get_model("workflows", "FormuleVersion").objects
    versions.filter(theme__in=THEMES, version=1).delete()


class Migration(migrations.Migration):
    dependencies = [("workflows", "0005_mandate")]
    operations = [migrations.RunPython(adopt, withdraw)]
