"""How the equalled days changed, to move by it what runs already."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('workflows', '0019_term_cases'),
    ]

    operations = [
        migrations.CreateModel(
            name='EqualledDaysChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), size=None)),
                ('after', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), size=None)),
                ('changed_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
    ]
