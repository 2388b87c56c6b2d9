"""The second wall of the trail: nobody changes it, and each partner reads its own."""

from django.db import migrations

TABLES = ("audit_entry", "audit_trailentry", "audit_payload")

REFUSE = """
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is append-only: % on % refused', TG_OP, TG_TABLE_NAME;
END $$;
"""

GUARD = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
"""

UNGUARD = """
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
DROP TRIGGER append_only ON {table};
"""

POLICIES = """
CREATE POLICY own_trail ON audit_entry FOR SELECT USING (
    person_id = app_person()
    OR EXISTS (
        SELECT FROM audit_trailentry trail
        WHERE trail.entry_id = audit_entry.id
          AND trail.organisation_id = app_trail_organisation()
    )
);
CREATE POLICY own_act ON audit_entry FOR INSERT WITH CHECK (
    person_id = app_person() AND organisation_id = app_organisation()
);
CREATE POLICY own_trail ON audit_trailentry FOR SELECT USING (
    organisation_id = app_trail_organisation()
);
CREATE POLICY own_act ON audit_trailentry FOR INSERT WITH CHECK (
    EXISTS (
        SELECT FROM audit_entry entry
        WHERE entry.id = audit_trailentry.entry_id AND entry.person_id = app_person()
    )
);
CREATE POLICY own_trail ON audit_payload FOR SELECT USING (
    EXISTS (
        SELECT FROM audit_entry entry
        WHERE entry.id = audit_payload.entry_id
          AND entry.organisation_id = app_trail_organisation()
    )
);
CREATE POLICY own_act ON audit_payload FOR INSERT WITH CHECK (
    EXISTS (
        SELECT FROM audit_entry entry
        WHERE entry.id = audit_payload.entry_id AND entry.person_id = app_person()
    )
);
"""

DROP_POLICIES = "".join(
    f"DROP POLICY own_trail ON {table}; DROP POLICY own_act ON {table};" for table in TABLES
)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial"), ("partners", "0002_security")]
    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION audit_refuse_change();"),
        *[
            migrations.RunSQL(GUARD.format(table=table), UNGUARD.format(table=table))
            for table in TABLES
        ],
        migrations.RunSQL(POLICIES, DROP_POLICIES),
    ]
