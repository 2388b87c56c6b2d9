"""Handing a case over, and parts in a case that end on a day agreed."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("casework", "0005_clearance_walls"),
        ("partners", "0005_clearances"),
    ]

    operations = [
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('needs_clearance', models.SlugField(blank=True, db_default='', editable=False)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('case_reference', models.CharField(max_length=24)),
                ('theme', models.SlugField()),
                ('stage', models.CharField(choices=[('signal', 'Signaal'), ('intake', 'Intake'), ('advice', 'Partners gevraagd'), ('weighing', 'Afweging'), ('decision', 'Besluit'), ('execution', 'Uitvoering'), ('evaluation', 'Evaluatie'), ('closed', 'Afgesloten')], max_length=12)),
                ('reason', models.CharField(max_length=600)),
                ('afterwards', models.CharField(choices=[('nothing', 'Niets meer: de deelname eindigt'), ('until', 'Het overzicht, tot en met een dag'), ('overview', 'Het overzicht, zolang de zaak loopt')], max_length=10)),
                ('afterwards_until', models.DateField(blank=True, null=True)),
                ('promised_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None)),
                ('promised_subject_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None)),
                ('necessity', models.CharField(blank=True, max_length=600)),
                ('status', models.CharField(choices=[('offered', 'Aangeboden'), ('accepted', 'Aanvaard'), ('refused', 'Geweigerd'), ('revoked', 'Ingetrokken')], default='offered', max_length=10)),
                ('offered_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.CharField(blank=True, max_length=600)),
            ],
            options={
                'ordering': ['-offered_at', 'id'],
            },
        ),
        migrations.AddField(
            model_name='participation',
            name='ends_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name='participation',
            index=models.Index(condition=models.Q(('ends_at__isnull', False), ('until__isnull', True)), fields=['ends_at'], name='participations_to_end'),
        ),
        migrations.AddField(
            model_name='handover',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='handovers', to='casework.case'),
        ),
        migrations.AddField(
            model_name='handover',
            name='ground',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.ground'),
        ),
        migrations.AddField(
            model_name='handover',
            name='offered_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership'),
        ),
        migrations.AddField(
            model_name='handover',
            name='receiver',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation'),
        ),
        migrations.AddField(
            model_name='handover',
            name='sender',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation'),
        ),
        migrations.AddField(
            model_name='handover',
            name='settled_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'offered')), fields=('case',), name='one_offer_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(('afterwards', 'until'), ('afterwards_until__isnull', True), _connector='XOR'), name='until_a_day_has_one'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(('sender', models.F('receiver')), _negated=True), name='handed_to_another'),
        ),
    ]
