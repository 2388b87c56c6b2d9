"""What one organisation mandates the bearers of a mandate at another to decide."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("partners", "0006_adjacency")]

    operations = [
        migrations.CreateModel(
            name='Mandate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('mandate', models.CharField(max_length=120)),
                ('power', models.CharField(max_length=80)),
                ('source', models.CharField(max_length=200)),
                ('giver', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mandates', to='partners.organisation')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
            ],
            options={
                'ordering': ['giver__name', 'power'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='partners_mandate_ends_after_start'), models.UniqueConstraint(condition=models.Q(('valid_until__isnull', True)), fields=('giver', 'holder', 'mandate', 'power'), name='one_open_mandate'), models.CheckConstraint(condition=models.Q(('giver', models.F('holder')), _negated=True), name='a_mandate_goes_to_another'), models.CheckConstraint(condition=models.Q(models.Q(('mandate', ''), _negated=True), models.Q(('source', ''), _negated=True)), name='a_mandate_has_name_and_source'), models.CheckConstraint(condition=models.Q(('mandate', 'hulpofficier van justitie'), ('power__in', ('huisverbod.extend', 'huisverbod.withdraw')), _negated=True), name='some_powers_are_never_mandated')],
            },
        ),
    ]
