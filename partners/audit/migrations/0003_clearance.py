"""Which clearance an entry needs that tells of a restricted case; casework fills it in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only"), ("partners", "0005_clearances")]
    operations = [
        migrations.AddField(
            model_name="entry",
            name="needs_clearance",
            field=models.SlugField(blank=True, db_default="", editable=False),
        ),
    ]
