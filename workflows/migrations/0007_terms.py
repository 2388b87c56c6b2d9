"""Terms of a case with their pauses, equalled days, and what the watch told of a deadline."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("workflows", "0006_catalogue"), ("casework", "0003_throughput")]

    operations = [
        migrations.CreateModel(
            name='EqualledDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(unique=True)),
                ('source', models.CharField(max_length=200)),
            ],
            options={
                'ordering': ['day'],
            },
        ),
        migrations.CreateModel(
            name='CaseTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.SlugField(max_length=40)),
                ('title', models.CharField(max_length=120)),
                ('owner', models.CharField(choices=[('coordinator', 'IV-coördinator'), ('liaison', 'Liaison'), ('decision_maker', 'Besluitnemer'), ('secretary', 'Gemeentesecretaris of regiostaf'), ('privacy_officer', 'Functionaris gegevensbescherming'), ('administrator', 'Functioneel beheerder')], max_length=20)),
                ('source', models.CharField(max_length=200)),
                ('starts_on', models.DateField()),
                ('length', models.CharField(max_length=6)),
                ('extension', models.CharField(blank=True, max_length=6)),
                ('most_pause', models.CharField(blank=True, max_length=6)),
                ('warn_days', models.JSONField(default=list)),
                ('is_statutory', models.BooleanField()),
                ('is_exempt', models.BooleanField()),
                ('extended_at', models.DateTimeField(blank=True, null=True)),
                ('due_on', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='casework.case')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='TermNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.SlugField(db_index=False, max_length=20)),
                ('due_at', models.DateTimeField()),
                ('is_sent', models.BooleanField()),
                ('given_at', models.DateTimeField()),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.case')),
                ('step', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='workflows.step')),
                ('term', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='workflows.caseterm')),
            ],
        ),
        migrations.CreateModel(
            name='TermPause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_on', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='workflows.caseterm')),
            ],
            options={
                'ordering': ['from_on', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='caseterm',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('case', 'code'), name='one_running_term_a_code'),
        ),
        migrations.AddConstraint(
            model_name='termnotice',
            constraint=models.UniqueConstraint(fields=('step', 'due_at', 'level'), name='one_notice_a_step_deadline'),
        ),
        migrations.AddConstraint(
            model_name='termnotice',
            constraint=models.UniqueConstraint(fields=('term', 'due_at', 'level'), name='one_notice_a_term_deadline'),
        ),
        migrations.AddConstraint(
            model_name='termnotice',
            constraint=models.CheckConstraint(condition=models.Q(('step__isnull', True), ('term__isnull', True), _connector='XOR'), name='a_notice_is_of_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='termpause',
            constraint=models.UniqueConstraint(condition=models.Q(('until__isnull', True)), fields=('term',), name='one_open_pause_a_term'),
        ),
        migrations.AddConstraint(
            model_name='termpause',
            constraint=models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gte', models.F('from_on')), _connector='OR'), name='a_pause_ends_after_it_begins'),
        ),
    ]
