"""Several lines of work come together."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("workflows", "9601_clock")]
    operations: list[object] = []
