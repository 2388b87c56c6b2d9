"""What somebody looked for has a term of its own, and goes by the job that destroys."""

from datetime import date
from importlib import import_module

import django.db.models.expressions
from django.db import migrations, models

BEFORE = import_module("casework.migrations.0040_destroying")

FORGET = """
CREATE FUNCTION casework_is_lapsed(looked audit_entry) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM casework_payloadrule r,
            LATERAL (SELECT (looked.at AT TIME ZONE 'Europe/Amsterdam')::date AS day) l
        WHERE r.action = looked.action AND looked.case_reference = ''
          AND r.valid_from <= l.day AND (r.valid_until IS NULL OR r.valid_until > l.day)
          AND l.day + make_interval(months => r.months)
              <= (now() AT TIME ZONE 'Europe/Amsterdam')::date)
$$;

CREATE FUNCTION casework_lapsed() RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT e.id FROM audit_payload p JOIN audit_entry e ON e.id = p.entry_id
    WHERE e.action IN (SELECT r.action FROM casework_payloadrule r) AND casework_is_lapsed(e)
    ORDER BY e.id LIMIT 1000
$$;
REVOKE EXECUTE ON FUNCTION casework_is_lapsed(audit_entry), casework_lapsed() FROM PUBLIC;

CREATE OR REPLACE FUNCTION casework_guard_payload() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_LEVEL = 'STATEMENT' THEN
        IF EXISTS (SELECT FROM casework_destructionline l
            JOIN casework_destructionlist d ON d.id = l.listing_id
            WHERE l.result = 'open' AND d.is_approved)
            OR EXISTS (SELECT FROM casework_lapsed()) THEN
            RETURN NULL;
        END IF;
    ELSIF EXISTS (
        SELECT FROM audit_entry e
        JOIN casework_destructionline l ON l.case_reference = e.case_reference
        WHERE e.id = OLD.entry_id AND l.result = 'open'
          AND casework_entry_of_line(e.id, l.id) AND casework_is_approved(l.kind, l.object_id)
    ) OR EXISTS (
        SELECT FROM audit_entry e WHERE e.id = OLD.entry_id AND casework_is_lapsed(e)
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit trail is append-only: a payload goes with what it tells of, when that '
        'is due and approved by two, or when its own term is over';
END $$;

-- With the inquiry itself, whose purpose is told in words: that it was made is in the trail.
CREATE FUNCTION casework_forget_lapsed() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    lapsed bigint[] := ARRAY(SELECT casework_lapsed());
BEGIN
    IF lapsed = '{}' THEN
        RETURN;
    END IF;
    DELETE FROM casework_inquiry i USING audit_entry e
    WHERE e.id = ANY (lapsed) AND e.object_type = 'inquiry' AND e.object_id = i.id::text;
    DELETE FROM audit_payload p WHERE p.entry_id = ANY (lapsed);
END $$;
REVOKE ALL ON FUNCTION casework_forget_lapsed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_forget_lapsed() TO schakelpunt_web;
"""
REMEMBER = f"""
DROP FUNCTION casework_forget_lapsed();
{BEFORE.GUARD_PAYLOAD.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")}
DROP FUNCTION casework_lapsed();
DROP FUNCTION casework_is_lapsed(audit_entry);
"""

ALWAYS = date(2000, 1, 1)
SOURCE = "Keuze van dit product, lang genoeg om een bevraging na te gaan"
RULES = (("inquiry.made", 12), ("search.done", 12))


def agree(apps, schema_editor):
    rules = apps.get_model("casework", "PayloadRule").objects
    for action, months in RULES:
        rules.create(action=action, months=months, source=SOURCE, valid_from=ALWAYS)


class Migration(migrations.Migration):
    dependencies = [("casework", "0042_rights_walls")]
    operations = [
        migrations.CreateModel(
            name="PayloadRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                ("action", models.CharField(max_length=60)),
                ("months", models.PositiveSmallIntegerField()),
                ("source", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["action", "valid_from"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid_until__isnull", True))
                        | models.Q(
                            (
                                "valid_until__gt",
                                django.db.models.expressions.F("valid_from"),
                            )
                        ),
                        name="casework_payloadrule_ends_after_start",
                    ),
                    models.UniqueConstraint(
                        fields=("action", "valid_from"), name="one_payload_rule_an_action"
                    ),
                ],
            },
        ),
        migrations.RunPython(agree, migrations.RunPython.noop),
        migrations.RunSQL(FORGET, REMEMBER),
    ]
