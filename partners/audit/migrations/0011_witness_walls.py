"""A witness sees signed notes and hashes of the partners of its regions, and no entry of theirs."""

from django.db import migrations

from partners.walls import wall

# Through these alone: row-level security lets nobody read the rows of another's log.
READING = """
CREATE FUNCTION audit_is_partner(log bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM partners_servicearea mine
        JOIN partners_servicearea theirs ON theirs.region_id = mine.region_id
        CROSS JOIN (SELECT (app_at() AT TIME ZONE 'Europe/Amsterdam')::date AS day) today
        WHERE mine.organisation_id = app_trail_organisation() AND theirs.organisation_id = log
          AND mine.valid_from <= today.day
          AND (mine.valid_until IS NULL OR mine.valid_until > today.day)
          AND theirs.valid_from <= today.day
          AND (theirs.valid_until IS NULL OR theirs.valid_until > today.day))
$$;

CREATE FUNCTION audit_partner_head(log bigint) RETURNS TABLE (note text, verifiers text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.note, ARRAY(SELECT k.verifier::text FROM audit_sealkey k
                         WHERE k.organisation_id = log ORDER BY k.id)
    FROM audit_checkpoint c
    WHERE c.organisation_id = log AND audit_is_partner(log)
    ORDER BY c.size DESC LIMIT 1
$$;

CREATE FUNCTION audit_partner_hashes(log bigint, height int, start bigint, finish bigint)
RETURNS TABLE (hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT found.hash FROM (
        SELECT t.seq AS place, t.leaf_hash AS hash FROM audit_trailentry t
        WHERE height = 0 AND t.organisation_id = log AND t.seq >= start AND t.seq < finish
        UNION ALL
        SELECT n.place, n.root FROM audit_treenode n
        WHERE n.organisation_id = log AND n.level = height AND height > 0
          AND n.place >= start AND n.place < finish
    ) AS found
    WHERE audit_is_partner(log) ORDER BY found.place
$$;
"""
CLOSED = """
REVOKE ALL ON FUNCTION {0} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {0} TO schakelpunt_web;
"""
FUNCTIONS = (
    "audit_is_partner(bigint)",
    "audit_partner_head(bigint)",
    "audit_partner_hashes(bigint, int, bigint, bigint)",
)
NO_READING = """
DROP FUNCTION audit_partner_hashes(bigint, int, bigint, bigint);
DROP FUNCTION audit_partner_head(bigint);
DROP FUNCTION audit_is_partner(bigint);
"""

# What was kept is the evidence: the program that keeps it cannot take it back either.
KEEPING = """
CREATE FUNCTION audit_keep_what_was_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.witness_id <> OLD.witness_id OR NEW.log_id <> OLD.log_id OR NEW.size < OLD.size
       OR (NEW.size = OLD.size AND NEW.root <> OLD.root) THEN
        RAISE EXCEPTION 'what was kept of a log stays kept';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_what_was_kept BEFORE UPDATE ON audit_witnessedlog
    FOR EACH ROW EXECUTE FUNCTION audit_keep_what_was_kept();
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON audit_witnessedlog
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
"""
NO_KEEPING = """
DROP TRIGGER append_only ON audit_witnessedlog;
DROP TRIGGER keep_what_was_kept ON audit_witnessedlog;
DROP FUNCTION audit_keep_what_was_kept();
"""
MINE = "witness_id = app_trail_organisation()"


class Migration(migrations.Migration):
    dependencies = [("audit", "0010_witnesses")]
    operations = [
        migrations.RunSQL(READING, NO_READING),
        *[migrations.RunSQL(CLOSED.format(name), migrations.RunSQL.noop) for name in FUNCTIONS],
        migrations.RunSQL(KEEPING, NO_KEEPING),
        wall(
            "audit_witnessedlog",
            {
                "SELECT": f"{MINE} OR log_id = app_trail_organisation()",
                "INSERT": MINE,
                "UPDATE": MINE,
            },
        ),
    ]
