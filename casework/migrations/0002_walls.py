"""Row-level security of the case: who takes part, whose it is, and what was disclosed.

`visible` reads as in casework.policies; tests/architecture proves that both walls agree.
"""

from django.db import migrations

from partners.walls import wall

MIRROR = """
CREATE FUNCTION casework_mirror_parties() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE changed bigint := coalesce(NEW.case_id, OLD.case_id);
BEGIN
    UPDATE casework_case SET
        party_ids = (
            SELECT coalesce(array_agg(organisation_id ORDER BY organisation_id), '{}')
            FROM casework_participation WHERE case_id = changed AND until IS NULL),
        overview_ids = (
            SELECT coalesce(array_agg(organisation_id ORDER BY organisation_id), '{}')
            FROM casework_participation
            WHERE case_id = changed AND until IS NULL AND has_overview)
    WHERE id = changed;
    RETURN NULL;
END $$;
CREATE TRIGGER mirror_parties AFTER INSERT OR UPDATE OR DELETE ON casework_participation
    FOR EACH ROW EXECUTE FUNCTION casework_mirror_parties();
"""

UNMIRROR = """
DROP TRIGGER mirror_parties ON casework_participation;
DROP FUNCTION casework_mirror_parties();
"""

ENDS = """
CREATE FUNCTION casework_keep_to_own_end() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE me bigint := app_case_organisation();
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('casework_request') THEN
        RETURN NEW;
    END IF;
    IF me IS DISTINCT FROM OLD.asker_id AND (
        NEW.due_at <> OLD.due_at
        OR (NEW.status <> OLD.status AND NEW.status IN ('open', 'overtaken'))
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only who asked may do this to a request';
    END IF;
    IF me IS DISTINCT FROM OLD.asked_id AND (
        (NEW.status <> OLD.status AND NEW.status IN ('answered', 'declined'))
        OR (NEW.settled_at, NEW.answer_id, NEW.decline_ground, NEW.decline_reason)
            IS DISTINCT FROM
            (OLD.settled_at, OLD.answer_id, OLD.decline_ground, OLD.decline_reason)
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only who was asked may do this to a request';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_to_own_end BEFORE UPDATE ON casework_request
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_own_end();
"""

UNEND = """
DROP TRIGGER keep_to_own_end ON casework_request;
DROP FUNCTION casework_keep_to_own_end();
"""

MINE = "organisation_id = app_case_organisation()"
IN_CASE = "EXISTS (SELECT FROM casework_case c WHERE c.id = {table}.case_id)"
OVERVIEW = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.overview_ids @> ARRAY[app_case_organisation()])"""
ENGINE = "{table}.case_id = app_engine_case()"
DISCLOSED = """EXISTS (
    SELECT FROM casework_disclosure d JOIN casework_case c ON c.id = d.case_id
    WHERE d.{thing}_id = {table}.id
      AND d.receiver_id = app_case_organisation()
      AND d.withdrawn_at IS NULL
      AND (d.valid_until IS NULL OR d.valid_until > app_at())
      AND (d.receiver_ids = '{}' OR d.receiver_ids @> ARRAY[app_person()])
      AND c.party_ids @> ARRAY[app_case_organisation()])"""

CASE = "(party_ids @> ARRAY[app_case_organisation()] OR id = app_engine_case())"
SUBJECT = f"({MINE} OR {DISCLOSED})"
REQUEST = f"""((asker_id = app_case_organisation() OR asked_id = app_case_organisation())
    AND {IN_CASE} OR {ENGINE})"""
OF_CONTRIBUTION = """EXISTS (
    SELECT FROM casework_contribution o WHERE o.id = {table}.contribution_id)"""
OF_OWN_CONTRIBUTION = """EXISTS (
    SELECT FROM casework_contribution o
    WHERE o.id = {table}.contribution_id AND o.organisation_id = app_case_organisation())"""
OWN_THING = """(
    EXISTS (SELECT FROM casework_contribution o
        WHERE o.id = {table}.contribution_id AND o.case_id = {table}.case_id
          AND o.organisation_id = app_case_organisation())
    OR EXISTS (SELECT FROM casework_subject o
        WHERE o.id = {table}.subject_id AND o.case_id = {table}.case_id
          AND o.organisation_id = app_case_organisation()))"""
OF_REQUEST = "EXISTS (SELECT FROM casework_request r WHERE r.id = {table}.request_id)"
OF_REQUEST_AS = """EXISTS (
    SELECT FROM casework_request r
    WHERE r.id = {table}.request_id AND r.{end}_id = app_case_organisation())"""
SENT = "person_id = app_person()"
LED = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.lead_id = app_case_organisation())"""

POLICIES = {
    "casework_case": {
        "SELECT": CASE,
        "INSERT": "party_ids = ARRAY[app_case_organisation()]",
        "UPDATE": "(lead_id = app_case_organisation() OR id = app_engine_case())",
    },
    "casework_participation": {
        "SELECT": f"({MINE} OR {OVERVIEW} OR {ENGINE})",
        # Only a step lets others in: who reports takes part itself, and the engine brings the rest.
        "INSERT": f"({MINE} AND {IN_CASE} OR {ENGINE})",
    },
    "casework_subject": {
        "SELECT": SUBJECT.replace("{thing}", "subject"),
        "INSERT": f"({MINE} AND {IN_CASE})",
        "UPDATE": f"({MINE})",
    },
    "casework_contribution": {
        "SELECT": SUBJECT.replace("{thing}", "contribution"),
        "INSERT": f"({MINE} AND {IN_CASE})",
    },
    "casework_document": {"SELECT": OF_CONTRIBUTION, "INSERT": OF_OWN_CONTRIBUTION},
    "casework_disclosure": {
        "SELECT": "(app_case_organisation() IN (sender_id, receiver_id))",
        "INSERT": f"(sender_id = app_case_organisation() AND {IN_CASE} AND {OWN_THING})",
        "UPDATE": "(sender_id = app_case_organisation())",
    },
    "casework_request": {
        "SELECT": REQUEST,
        "INSERT": f"(asker_id = app_case_organisation() AND {IN_CASE})",
        "UPDATE": REQUEST,
    },
    "casework_extension": {
        "SELECT": OF_REQUEST,
        "INSERT": OF_REQUEST_AS.replace("{end}", "asked"),
        "UPDATE": OF_REQUEST_AS.replace("{end}", "asker"),
    },
    "casework_decision": {"SELECT": f"({MINE})", "INSERT": f"({MINE} AND {LED})"},
    "casework_commitment": {
        "SELECT": f"(party_id = app_case_organisation() AND {IN_CASE} OR {OVERVIEW})",
        "INSERT": f"({OVERVIEW} AND status = 'proposed' AND accepted_by_id IS NULL)",
        "UPDATE": "(party_id = app_case_organisation())",
    },
    "casework_submission": {"SELECT": SENT, "INSERT": SENT},
    "casework_outcome": {"SELECT": LED, "INSERT": LED, "UPDATE": LED},
}


class Migration(migrations.Migration):
    dependencies = [("casework", "0001_initial"), ("partners", "0002_security")]
    operations = [
        migrations.RunSQL(MIRROR, UNMIRROR),
        migrations.RunSQL(ENDS, UNEND),
        *[
            wall(table, policies)
            for table, policies in POLICIES.items()
        ],
    ]
