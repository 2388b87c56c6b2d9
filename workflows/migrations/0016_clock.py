"""The moments between which a case with a clock in hours runs."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("workflows", "0015_event_walls")]

    operations = [
        migrations.AddField(
            model_name='caseprocess',
            name='clock_from',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='caseprocess',
            name='lasts_until',
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
