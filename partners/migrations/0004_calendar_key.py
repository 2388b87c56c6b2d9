"""Keys of calendar feeds, each for its own person to make and revoke."""

import django.db.models.deletion
from django.db import migrations, models

from partners.walls import wall

OWN = """EXISTS (
    SELECT FROM partners_membership m
    WHERE m.id = {table}.membership_id AND m.person_id = app_person())"""
# A calendar does not log in: whose key it shows is not known before it is read.
OF_SOMEBODY = "EXISTS (SELECT FROM partners_membership m WHERE m.id = {table}.membership_id)"


class Migration(migrations.Migration):

    dependencies = [("partners", "0003_kinds_of_the_catalogue")]

    operations = [
        migrations.CreateModel(
            name='CalendarKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(blank=True, null=True)),
                ('membership', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_keys', to='partners.membership')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('revoked_at__isnull', True)), fields=('membership',), name='one_calendar_key_a_membership')],
            },
        ),
        wall("partners_calendarkey", {"SELECT": OF_SOMEBODY, "INSERT": OWN, "UPDATE": OWN}),
    ]
