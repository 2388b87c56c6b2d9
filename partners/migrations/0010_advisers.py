"""Kinds of partner that advise on an event beside the services (domain brief 4.1, E4)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('partners', '0009_callers'),
    ]

    operations = [
        migrations.AlterField(
            model_name='ground',
            name='holder',
            field=models.CharField(blank=True, choices=[('gemeente', 'Gemeente'), ('politie', 'Politie-eenheid'), ('om', 'Arrondissementsparket'), ('veiligheidsregio', 'Veiligheidsregio'), ('riec', 'RIEC'), ('zvh', 'Zorg- en Veiligheidshuis'), ('netbeheerder', 'Netbeheerder'), ('corporatie', 'Woningcorporatie'), ('brandweer', 'Brandweer'), ('ghor', 'GHOR'), ('dji', 'Penitentiaire inrichting (DJI)'), ('reclassering', 'Reclassering'), ('veiligthuis', 'Veilig Thuis'), ('zorg', 'Hulpverlening of zorg'), ('omgevingsdienst', 'Omgevingsdienst'), ('rws', 'Rijkswaterstaat'), ('prorail', 'ProRail'), ('kmar', 'Koninklijke Marechaussee'), ('anders', 'Andere partner')], max_length=20),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='kind',
            field=models.CharField(choices=[('gemeente', 'Gemeente'), ('politie', 'Politie-eenheid'), ('om', 'Arrondissementsparket'), ('veiligheidsregio', 'Veiligheidsregio'), ('riec', 'RIEC'), ('zvh', 'Zorg- en Veiligheidshuis'), ('netbeheerder', 'Netbeheerder'), ('corporatie', 'Woningcorporatie'), ('brandweer', 'Brandweer'), ('ghor', 'GHOR'), ('dji', 'Penitentiaire inrichting (DJI)'), ('reclassering', 'Reclassering'), ('veiligthuis', 'Veilig Thuis'), ('zorg', 'Hulpverlening of zorg'), ('omgevingsdienst', 'Omgevingsdienst'), ('rws', 'Rijkswaterstaat'), ('prorail', 'ProRail'), ('kmar', 'Koninklijke Marechaussee'), ('anders', 'Andere partner')], max_length=20),
        ),
    ]
