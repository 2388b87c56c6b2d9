"""Row-level security of corrections: what stood there is its holder's; the rest is for two ends.

Contents are rewritten only together with a correction that keeps what stood there.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import add_wall, change_wall, wall

BEFORE = import_module("casework.migrations.0002_walls")
NEAR = import_module("casework.migrations.0005_clearance_walls").NEAR
hangs = import_module("casework.migrations.0023_disclosure_request_walls").hangs
MINE = BEFORE.MINE
OWN = f"({MINE} AND {NEAR})"
SEEN = """(
    EXISTS (SELECT FROM casework_contribution o
        WHERE o.id = {table}.contribution_id AND o.case_id = {table}.case_id
          AND o.organisation_id = {table}.holder_id)
    OR EXISTS (SELECT FROM casework_subject o
        WHERE o.id = {table}.subject_id AND o.case_id = {table}.case_id
          AND o.organisation_id = {table}.holder_id))"""
SHOWN = f"(withdrawn_at IS NULL OR {BEFORE.OF_OWN_CONTRIBUTION})"

POLICIES = {
    "casework_correction": {"SELECT": OWN, "INSERT": f"({OWN} AND {BEFORE.OWN_THING})"},
    "casework_correctionnotice": {
        "SELECT": f"(app_case_organisation() IN (sender_id, receiver_id) AND {NEAR})",
        "INSERT": f"""(sender_id = app_case_organisation() AND confirmed_at IS NULL AND {NEAR}
            AND EXISTS (SELECT FROM casework_correction c
                WHERE c.id = {{table}}.correction_id AND c.case_id = {{table}}.case_id))""",
        "UPDATE": f"(receiver_id = app_case_organisation() AND {NEAR})",
    },
    "casework_errorreport": {
        "SELECT": f"(app_case_organisation() IN (reporter_id, holder_id) AND {NEAR})",
        "INSERT": f"""(reporter_id = app_case_organisation() AND status = 'open'
            AND NOT is_binding AND {NEAR} AND {SEEN})""",
        "UPDATE": f"(holder_id = app_case_organisation() AND {NEAR})",
    },
}

RULES = """
-- What is wrong in one's own is corrected also after one left the case, and is of that case still.
CREATE FUNCTION casework_reference_of_own(of_contribution uuid, of_subject bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.reference::text FROM casework_case c JOIN (
        SELECT o.case_id, o.organisation_id, o.needs_clearance
        FROM casework_contribution o WHERE o.id = of_contribution
        UNION ALL SELECT o.case_id, o.organisation_id, o.needs_clearance
        FROM casework_subject o WHERE o.id = of_subject) own ON own.case_id = c.id
    WHERE own.organisation_id = app_case_organisation()
      AND (own.needs_clearance = '' OR own.needs_clearance = ANY (app_clearances()))
$$;
REVOKE ALL ON FUNCTION casework_reference_of_own(uuid, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_reference_of_own(uuid, bigint) TO schakelpunt_web;

CREATE FUNCTION casework_keep_what_stood() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE was jsonb;
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('casework_correction') THEN
        RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'casework_contribution' THEN
        was := jsonb_build_object('content', OLD.content);
        IF (NEW.content, NEW.corrected_at) IS NOT DISTINCT FROM (OLD.content, OLD.corrected_at)
        THEN RETURN NEW; END IF;
    ELSE
        was := jsonb_build_object('label', OLD.label, 'details', OLD.details);
        -- As long as nobody else ever had it, a later step may bring its details up to date.
        IF (NEW.label, NEW.corrected_at) IS NOT DISTINCT FROM (OLD.label, OLD.corrected_at)
            AND (NEW.details = OLD.details OR NOT (
                EXISTS (SELECT FROM casework_disclosure d WHERE d.subject_id = OLD.id)
                OR EXISTS (SELECT FROM casework_emergency e WHERE e.subject_id = OLD.id)))
        THEN RETURN NEW; END IF;
    END IF;
    IF NOT EXISTS (
        SELECT FROM casework_correction c
        WHERE c.corrected_at = NEW.corrected_at AND c.before = was
          AND NEW.corrected_at IS DISTINCT FROM OLD.corrected_at
          AND (c.contribution_id::text = NEW.id::text OR c.subject_id::text = NEW.id::text)
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'what stood there is not kept';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_what_stood BEFORE UPDATE ON casework_contribution
    FOR EACH ROW EXECUTE FUNCTION casework_keep_what_stood();
CREATE TRIGGER keep_what_stood BEFORE UPDATE ON casework_subject
    FOR EACH ROW EXECUTE FUNCTION casework_keep_what_stood();
"""
UNRULES = """
DROP TRIGGER keep_what_stood ON casework_subject;
DROP TRIGGER keep_what_stood ON casework_contribution;
DROP FUNCTION casework_keep_what_stood();
DROP FUNCTION casework_reference_of_own(uuid, bigint);
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0030_correction")]
    operations = [
        migrations.RunSQL(RULES, UNRULES),
        *[hangs(table) for table in POLICIES],
        *[wall(table, policies) for table, policies in POLICIES.items()],
        add_wall("casework_contribution", "UPDATE", OWN),
        add_wall("casework_document", "UPDATE", BEFORE.OF_OWN_CONTRIBUTION),
        change_wall(
            "casework_document",
            "SELECT",
            before=BEFORE.OF_CONTRIBUTION,
            after=f"({BEFORE.OF_CONTRIBUTION} AND {SHOWN})",
        ),
    ]
