"""Several lines of work come together."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("workflows", "0006_catalogue"),
        ("workflows", "9002_term_walls"),
    ]
    operations: list[object] = []
