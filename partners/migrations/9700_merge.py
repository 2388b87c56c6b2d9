"""Several lines of work come together."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("partners", "0003_kinds_of_the_catalogue"),
        ("partners", "9001_calendar_key"),
        ("partners", "9201_clearances"),
    ]
    operations: list[object] = []
