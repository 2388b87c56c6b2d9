"""Asking for a disclosure, and extracts to disclose in place of the whole."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0021_callers'),
        ('partners', '0009_callers'),
    ]

    operations = [
        migrations.AddField(
            model_name='contribution',
            name='extract_of',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='extracts', to='casework.contribution'),
        ),
        migrations.CreateModel(
            name='DisclosureRequest',
            fields=[
                ('needs_clearance', models.SlugField(blank=True, db_default='', editable=False)),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('about', models.CharField(max_length=300)),
                ('purpose', models.CharField(max_length=300)),
                ('necessity', models.CharField(max_length=600)),
                ('receiver_ids', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None)),
                ('asked_at', models.DateTimeField()),
                ('first_due_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('paused_at', models.DateTimeField(blank=True, null=True)),
                ('status', models.CharField(choices=[('open', 'Open'), ('asked_back', 'Wacht op antwoord van de vrager'), ('authority', 'Voorgelegd aan het bevoegd gezag'), ('given', 'Verstrekt'), ('partial', 'Deels verstrekt'), ('refused', 'Geweigerd'), ('contra', 'Contra-indicatie'), ('withdrawn', 'Ingetrokken door de vrager')], default='open', max_length=10)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('refusal_ground', models.CharField(blank=True, choices=[('sender_ground', 'Er is geen grondslag om te verstrekken'), ('receiver_ground', 'De ontvanger heeft geen grondslag'), ('purpose', 'Het past niet bij het doel van de gegevens (doelbinding)'), ('necessity', 'Het is niet noodzakelijk'), ('proportionality', 'Het is niet evenredig aan het doel'), ('subsidiarity', 'Het kan met minder of langs een andere weg'), ('secrecy', 'Geheimhouding staat eraan in de weg'), ('authority', 'Het bevoegd gezag stemt niet in'), ('weighty_reasons', 'Zwaarwegende redenen (Wgs)'), ('not_held', 'Wij hebben deze informatie niet')], max_length=20)),
                ('reason', models.CharField(blank=True, max_length=1000)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership')),
                ('asker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disclosure_requests', to='casework.case')),
                ('contribution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.contribution')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership')),
                ('disclosure', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casework.disclosure')),
                ('holder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.organisation')),
                ('receiver_ground', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.ground')),
                ('subject', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.subject')),
            ],
            options={
                'ordering': ['-asked_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='DisclosureQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=1000)),
                ('asked_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, max_length=1000)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.membership')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='casework.disclosurerequest')),
            ],
            options={
                'ordering': ['asked_at', 'id'],
            },
        ),
        migrations.AddIndex(
            model_name='disclosurerequest',
            index=models.Index(fields=['holder', 'status', 'due_at'], name='casework_di_holder__429acd_idx'),
        ),
        migrations.AddIndex(
            model_name='disclosurerequest',
            index=models.Index(fields=['asker', '-asked_at'], name='casework_di_asker_i_a4aaf0_idx'),
        ),
        migrations.AddConstraint(
            model_name='disclosurerequest',
            constraint=models.CheckConstraint(condition=models.Q(('contribution__isnull', True), ('subject__isnull', True), _connector='OR'), name='asks_for_one_thing'),
        ),
        migrations.AddConstraint(
            model_name='disclosurerequest',
            constraint=models.CheckConstraint(condition=models.Q(('asker', models.F('holder')), _negated=True), name='asked_of_another'),
        ),
        migrations.AddConstraint(
            model_name='disclosurerequest',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['open', 'asked_back', 'authority']), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='XOR'), name='decided_when_decided'),
        ),
        migrations.AddConstraint(
            model_name='disclosurerequest',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'asked_back'), ('paused_at__isnull', True), _connector='XOR'), name='paused_while_asked_back'),
        ),
        migrations.AddConstraint(
            model_name='disclosurerequest',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['given', 'partial']), ('disclosure__isnull', True), _connector='XOR'), name='given_with_a_disclosure'),
        ),
        migrations.AddConstraint(
            model_name='disclosurerequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'refused'), _negated=True), models.Q(('refusal_ground', ''), _negated=True), _connector='OR'), name='refused_with_a_ground'),
        ),
        migrations.AddConstraint(
            model_name='disclosurequestion',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at__isnull', True)), fields=('request',), name='one_question_back_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='disclosurequestion',
            constraint=models.CheckConstraint(condition=models.Q(('answer', ''), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='XOR'), name='answered_when_answered'),
        ),
    ]
