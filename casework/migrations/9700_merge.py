"""Several lines of work come together."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("casework", "9602_decision_walls")]
    operations: list[object] = []
