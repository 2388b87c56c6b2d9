"""Several lines of work come together."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "9202_clearance_walls"),
        ("casework", "9302_meeting_walls"),
    ]
    operations: list[object] = []
