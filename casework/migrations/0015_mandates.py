"""Under which mandate a decision was taken, and until when its papers are kept."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("casework", "0014_waterbed_walls"), ("partners", "0007_mandates")]

    operations = [
        migrations.AddField(
            model_name='decision',
            name='mandate',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.mandate'),
        ),
        migrations.AddField(
            model_name='decision',
            name='retain_until',
            field=models.DateField(blank=True, null=True),
        ),
    ]
