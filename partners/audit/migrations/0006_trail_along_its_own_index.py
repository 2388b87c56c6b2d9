"""A page reads along organisation and entry; along the entry alone it would walk past all others."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0005_seal_walls")]
    operations = [
        migrations.AlterField(
            model_name="trailentry",
            name="entry",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="trails",
                to="audit.entry",
            ),
        ),
    ]
