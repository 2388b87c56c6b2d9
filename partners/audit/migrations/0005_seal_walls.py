"""One change is let through: the sealer, and nobody else, gives an entry its number and hash."""

from django.db import migrations

NEW = ("audit_sealkey", "audit_treenode", "audit_checkpoint")
READ = ("audit_entry", "audit_trailentry", *NEW)

ROLE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'schakelpunt_sealer') THEN
        CREATE ROLE schakelpunt_sealer NOLOGIN;
    END IF;
END $$;

-- By membership as it is written down: pg_has_role would let every superuser pass.
CREATE FUNCTION audit_is_sealer() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM pg_auth_members m
        JOIN pg_roles sealers ON sealers.oid = m.roleid
        JOIN pg_roles me ON me.oid = m.member
        WHERE sealers.rolname = 'schakelpunt_sealer' AND me.rolname = current_user)
$$;
"""
NO_ROLE = "DROP FUNCTION audit_is_sealer();"

ONE_CHANGE = """
DROP TRIGGER append_only ON audit_trailentry;
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON audit_trailentry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER sealed_by_the_sealer BEFORE UPDATE ON audit_trailentry
    FOR EACH STATEMENT WHEN (NOT audit_is_sealer()) EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER sealed_once BEFORE UPDATE ON audit_trailentry
    FOR EACH ROW WHEN (
        OLD.seq IS NOT NULL OR NEW.seq IS NULL OR NEW.seq < 0
        OR NEW.id <> OLD.id OR NEW.entry_id <> OLD.entry_id
        OR NEW.organisation_id <> OLD.organisation_id)
    EXECUTE FUNCTION audit_refuse_change();
"""
NO_CHANGE = """
DROP TRIGGER sealed_once ON audit_trailentry;
DROP TRIGGER sealed_by_the_sealer ON audit_trailentry;
DROP TRIGGER append_only ON audit_trailentry;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_trailentry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
"""

# Codes stand in sealed lines: a gemeente that merges gets a row of its own.
CODES = """
CREATE TRIGGER code_stands_in_trails BEFORE UPDATE OF code ON partners_organisation
    FOR EACH ROW WHEN (NEW.code <> OLD.code) EXECUTE FUNCTION audit_refuse_change();
"""
NO_CODES = "DROP TRIGGER code_stands_in_trails ON partners_organisation;"

OWN_ACT = """EXISTS (
        SELECT FROM audit_entry entry
        WHERE entry.id = audit_trailentry.entry_id AND entry.person_id = app_person()
    )"""
UNSEALED = f"""
ALTER POLICY own_act ON audit_trailentry WITH CHECK (
    seq IS NULL AND leaf_hash IS NULL AND {OWN_ACT});
CREATE POLICY seal ON audit_trailentry FOR UPDATE TO schakelpunt_sealer
    USING (seq IS NULL) WITH CHECK (seq IS NOT NULL);
"""
ANY = f"""
DROP POLICY seal ON audit_trailentry;
ALTER POLICY own_act ON audit_trailentry WITH CHECK ({OWN_ACT});
"""

GUARD = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_trail ON {table} FOR SELECT
    USING (organisation_id = app_trail_organisation());
CREATE POLICY seal ON {table} FOR INSERT TO schakelpunt_sealer WITH CHECK (true);
"""
UNGUARD = """
DROP POLICY seal ON {table};
DROP POLICY own_trail ON {table};
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
DROP TRIGGER append_only ON {table};
"""

LET_READ = "CREATE POLICY read_to_seal ON {table} FOR SELECT TO schakelpunt_sealer USING (true);"
UNLET_READ = "DROP POLICY read_to_seal ON {table};"


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_seals")]
    operations = [
        migrations.RunSQL(ROLE, NO_ROLE),
        migrations.RunSQL(ONE_CHANGE, NO_CHANGE),
        migrations.RunSQL(CODES, NO_CODES),
        migrations.RunSQL(UNSEALED, ANY),
        *[
            migrations.RunSQL(GUARD.format(table=table), UNGUARD.format(table=table))
            for table in NEW
        ],
        *[
            migrations.RunSQL(LET_READ.format(table=table), UNLET_READ.format(table=table))
            for table in READ
        ],
    ]
