"""Status, region, sponsor and acceptance of a formule, and the local settings of a gemeente."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("workflows", "0008_term_walls"), ("partners", "0002_security")]

    operations = [
        migrations.CreateModel(
            name='Acceptance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('accepted_at', models.DateTimeField()),
            ],
            options={
                'ordering': ['organisation__name'],
            },
        ),
        migrations.CreateModel(
            name='LocalSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('name', models.SlugField(max_length=80)),
                ('value', models.CharField(blank=True, max_length=40)),
                ('source', models.CharField(max_length=200)),
                ('reason', models.CharField(max_length=600)),
            ],
            options={
                'ordering': ['name', '-valid_from'],
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='formuleversion',
            name='one_formule_a_version',
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='adopted_by_function',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='adopted_by_name',
            field=models.CharField(blank=True, max_length=120),
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='adopted_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='based_on',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='workflows.formuleversion'),
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='evaluate_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='origin',
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='region',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.region'),
        ),
        migrations.AddField(
            model_name='formuleversion',
            name='status',
            field=models.CharField(choices=[('draft', 'Concept'), ('adopted', 'Vastgesteld'), ('superseded', 'Vervangen')], default='adopted', max_length=12),
        ),
        migrations.AddConstraint(
            model_name='formuleversion',
            constraint=models.UniqueConstraint(fields=('theme', 'region', 'version'), name='one_formule_a_number', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='formuleversion',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'draft')), fields=('theme', 'region'), name='one_draft_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='formuleversion',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'draft'), ('region__isnull', True), models.Q(models.Q(('adopted_by_name', ''), _negated=True), models.Q(('adopted_by_function', ''), _negated=True), ('adopted_on__isnull', False), ('evaluate_on__isnull', False)), _connector='OR'), name='a_sponsor_adopted_it'),
        ),
        migrations.AddField(
            model_name='acceptance',
            name='accepted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership'),
        ),
        migrations.AddField(
            model_name='acceptance',
            name='formule_version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='acceptances', to='workflows.formuleversion'),
        ),
        migrations.AddField(
            model_name='acceptance',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partners.organisation'),
        ),
        migrations.AddField(
            model_name='localsetting',
            name='organisation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partners.organisation'),
        ),
        migrations.AddConstraint(
            model_name='acceptance',
            constraint=models.UniqueConstraint(fields=('formule_version', 'organisation'), name='accepted_once_a_gemeente'),
        ),
        migrations.AddConstraint(
            model_name='localsetting',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='workflows_localsetting_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='localsetting',
            constraint=models.UniqueConstraint(fields=('organisation', 'name', 'valid_from'), name='one_value_a_day'),
        ),
        migrations.AddConstraint(
            model_name='localsetting',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_until__isnull', True)), fields=('organisation', 'name'), name='one_open_value'),
        ),
    ]
