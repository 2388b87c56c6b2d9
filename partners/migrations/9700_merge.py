"""Several lines of work come together."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("partners", "9601_mandates")]
    operations: list[object] = []
