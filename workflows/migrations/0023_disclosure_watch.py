"""The watch looks at disclosure requests as well; of these nobody hears but their two ends."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

BEFORE = import_module("workflows.migrations.0018_ladder_watch")
THINGS = ("step", "term", "escalation", "referral", "disclosure_request")

WATCH = (
    BEFORE.WATCH.replace("escalation_id uuid, referral_id uuid,",
        "escalation_id uuid, referral_id uuid, disclosure_request_id uuid,")
    .replace("NULL::uuid AS escalation_id, NULL::uuid AS referral_id,",
        "NULL::uuid AS escalation_id, NULL::uuid AS referral_id,"
        " NULL::uuid AS disclosure_request_id,")
    .replace("t.id, NULL, NULL, c.lead_id", "t.id, NULL, NULL, NULL, c.lead_id")
    .replace("e.id, NULL, c.lead_id", "e.id, NULL, NULL, c.lead_id")
    .replace("r.id, c.lead_id, coalesce", "r.id, NULL, c.lead_id, coalesce")
    .replace("""
    )
    SELECT d.case_id""", """
        UNION ALL
        SELECT q.case_id, NULL, NULL, NULL, NULL, q.id, q.asker_id, q.holder_id,
            CASE WHEN h.kind = 'gemeente' THEN 'coordinator' ELSE 'liaison' END,
            q.asked_at, q.due_at, '{}'
        FROM casework_disclosurerequest q JOIN casework_case c ON c.id = q.case_id
        JOIN partners_organisation h ON h.id = q.holder_id
        WHERE q.status IN ('open', 'authority') AND c.closed_at IS NULL
    )
    SELECT d.case_id""")
    .replace("d.escalation_id, d.referral_id,\n        d.lead_id",
        "d.escalation_id, d.referral_id, d.disclosure_request_id,\n        d.lead_id")
    .replace("OR n.referral_id = d.referral_id)",
        "OR n.referral_id = d.referral_id"
        " OR n.disclosure_request_id = d.disclosure_request_id)")
    .replace("d.escalation_id, d.referral_id\n$$",
        "d.escalation_id, d.referral_id, d.disclosure_request_id\n$$")
)
UNWATCH = "DROP FUNCTION term_watch(timestamptz);" + BEFORE.WATCH.replace(
    "DROP FUNCTION term_watch(timestamptz);", ""
)


def one_thing() -> models.Q:
    found = models.Q()
    for thing in THINGS:
        found |= models.Q(**{f"{other}__isnull": other != thing for other in THINGS})
    return found


class Migration(migrations.Migration):

    dependencies = [
        ("casework", "0036_register"),
        ("workflows", "0022_aggression_quarter"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="termnotice", name="a_notice_is_of_one_thing"),
        migrations.AddField(
            model_name="termnotice",
            name="disclosure_request",
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="casework.disclosurerequest"),
        ),
        migrations.AddConstraint(
            model_name="termnotice",
            constraint=models.UniqueConstraint(fields=("disclosure_request", "due_at", "level"), name="one_notice_a_disclosure_request_deadline"),
        ),
        migrations.AddConstraint(
            model_name="termnotice",
            constraint=models.CheckConstraint(condition=one_thing(), name="a_notice_is_of_one_thing"),
        ),
        migrations.RunSQL(WATCH, UNWATCH),
    ]
