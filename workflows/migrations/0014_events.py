"""The regional calendar of events, what it is held against, and the rulings on clashes."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("workflows", "0013_pause_bound"),
        ("casework", "0010_meeting_walls"),
        ("partners", "0005_clearances"),
    ]

    operations = [
        migrations.CreateModel(
            name='RegionalEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('event_class', models.CharField(choices=[('0', '0: melding'), ('A', 'A: regulier'), ('B', 'B: aandacht'), ('C', 'C: risico')], max_length=1)),
                ('begins_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('woonkern', models.CharField(max_length=80)),
                ('place', models.CharField(max_length=120)),
                ('visitors', models.PositiveIntegerField()),
                ('police_hours', models.PositiveIntegerField(default=0)),
                ('fire_units', models.PositiveIntegerField(default=0)),
                ('ghor_units', models.PositiveIntegerField(default=0)),
                ('status', models.CharField(choices=[('reserved', 'Reservering'), ('confirmed', 'Bevestigd'), ('lapsed', 'Vervallen')], default='reserved', max_length=10)),
                ('is_unsupported', models.BooleanField(default=False)),
                ('reserved_at', models.DateTimeField()),
                ('changed_at', models.DateTimeField()),
                ('case', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='event', to='casework.case')),
                ('gemeente', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.region')),
                ('reserved_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership')),
            ],
            options={
                'ordering': ['begins_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ClashRuling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('resolution', models.CharField(choices=[('move', 'Verplaatsen naar een andere dag of plaats'), ('limit', 'Begrenzen: kleiner, korter of met minder inzet'), ('prioritise', 'Prioriteren: één evenement gaat voor'), ('drop', 'Niet: een van de evenementen gaat niet door')], max_length=10)),
                ('level', models.CharField(choices=[('0', '0: eigen gemeente, IV-functionaris'), ('1', '1: IV-overleg of AOV-overleg'), ('1v', '1v: casusoverleg van het Zorg- en Veiligheidshuis'), ('2', '2: casusgericht overleg, ad hoc'), ('3', '3: managementoverleg van gemeentesecretarissen of regiostaf'), ('4', '4: bestuurlijk, driehoek of portefeuillehouders'), ('5', '5: regionaal bestuurlijk, algemeen bestuur of eenheidsoverleg'), ('6', '6: eigen structuur, bij voorkeur niet')], max_length=2)),
                ('reason', models.CharField(max_length=600)),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rulings', to='workflows.regionalevent')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='workflows.regionalevent')),
            ],
            options={
                'ordering': ['decided_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ServiceCapacity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('service', models.CharField(choices=[('politie', 'Politie (uren)'), ('brandweer', 'Brandweer (eenheden)'), ('ghor', 'GHOR (eenheden)')], max_length=10)),
                ('amount', models.PositiveIntegerField()),
                ('source', models.CharField(max_length=200)),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partners.region')),
            ],
            options={
                'verbose_name_plural': 'service capacities',
                'ordering': ['service', 'valid_from'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EventTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_from', models.DateField()),
                ('valid_until', models.DateField(blank=True, null=True)),
                ('event_class', models.CharField(choices=[('0', '0: melding'), ('A', 'A: regulier'), ('B', 'B: aandacht'), ('C', 'C: risico')], max_length=1)),
                ('weeks', models.PositiveSmallIntegerField()),
                ('from_score', models.PositiveSmallIntegerField()),
                ('source', models.CharField(max_length=200)),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='partners.organisation')),
            ],
            options={
                'ordering': ['from_score'],
                'abstract': False,
                'constraints': [models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='workflows_eventterm_ends_after_start'), models.UniqueConstraint(fields=('organisation', 'event_class', 'valid_from'), name='one_term_an_event_class')],
            },
        ),
        migrations.AddIndex(
            model_name='regionalevent',
            index=models.Index(fields=['region', 'begins_at'], name='workflows_r_region__8d227b_idx'),
        ),
        migrations.AddConstraint(
            model_name='regionalevent',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begins_at'))), name='an_event_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='clashruling',
            constraint=models.CheckConstraint(condition=models.Q(('event__lt', models.F('other'))), name='a_ruling_names_the_older_event_first'),
        ),
        migrations.AddConstraint(
            model_name='servicecapacity',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__isnull', True), ('valid_until__gt', models.F('valid_from')), _connector='OR'), name='workflows_servicecapacity_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='servicecapacity',
            constraint=models.UniqueConstraint(fields=('region', 'service', 'valid_from'), name='one_capacity_a_day'),
        ),
    ]
