"""Row-level security of disclosure requests: for their two ends, and each keeps to its own part.

`casework_undisclosed` tells who has the overview that something is there, and nothing else of it.

What hangs on a contribution or subject needs the clearance that the thing needs, as it comes and
when the thing changes. Each later table of that kind is given the triggers of `hangs` as well.
"""

from collections.abc import Sequence
from importlib import import_module

from django.db import migrations

from partners.walls import wall

BEFORE = import_module("casework.migrations.0002_walls")
NARROWER = import_module("casework.migrations.0005_clearance_walls")

ENDS = "app_case_organisation() IN (asker_id, holder_id)"
OF_REQUEST = """EXISTS (
    SELECT FROM casework_disclosurerequest r WHERE r.id = {table}.request_id)"""
OF_REQUEST_AS = """EXISTS (
    SELECT FROM casework_disclosurerequest r
    WHERE r.id = {table}.request_id AND r.{end}_id = app_case_organisation()
      AND r.status IN ('open', 'asked_back', 'authority'))"""
HOLDER_TAKES_PART = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.closed_at IS NULL
      AND c.party_ids @> ARRAY[app_case_organisation(), {table}.holder_id]
      AND (c.overview_ids @> ARRAY[app_case_organisation()]
           OR c.lead_id = {table}.holder_id))"""

POLICIES = {
    "casework_disclosurerequest": {
        "SELECT": f"({ENDS} AND {BEFORE.IN_CASE} AND {NARROWER.NEAR})",
        "INSERT": f"""(asker_id = app_case_organisation() AND status = 'open'
            AND {HOLDER_TAKES_PART} AND {NARROWER.NEAR})""",
        "UPDATE": f"({ENDS} AND {BEFORE.IN_CASE} AND {NARROWER.NEAR})",
    },
    "casework_disclosurequestion": {
        "SELECT": OF_REQUEST,
        "INSERT": OF_REQUEST_AS.replace("{end}", "holder"),
        "UPDATE": f"(answered_at IS NULL AND {OF_REQUEST_AS.replace('{end}', 'asker')})",
    },
}
# An answer is no longer open: the new row is held to whose it is alone.
ANSWERED = f"""
ALTER POLICY update_wall ON casework_disclosurequestion
    WITH CHECK ({OF_REQUEST_AS.replace("{end}", "asker")
        .replace("{table}", "casework_disclosurequestion")});
"""

HANG = """
CREATE FUNCTION casework_need_clearance_of_thing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
-- By name, since not each of these tables has all three.
DECLARE made jsonb := to_jsonb(NEW);
BEGIN
    NEW.needs_clearance := coalesce(
        (SELECT needs_clearance FROM casework_contribution
         WHERE id = (made ->> 'contribution_id')::uuid),
        (SELECT needs_clearance FROM casework_subject
         WHERE id = (made ->> 'subject_id')::bigint),
        (SELECT theme FROM casework_case
         WHERE id = (made ->> 'case_id')::bigint AND is_restricted), '');
    RETURN NEW;
END $$;
CREATE FUNCTION casework_pass_clearance_to() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- The trigger above says what it is: writing the column rings its bell.
    EXECUTE format('UPDATE %I SET needs_clearance = needs_clearance WHERE %I = $1',
        TG_ARGV[0], replace(TG_TABLE_NAME, 'casework_', '') || '_id') USING NEW.id;
    RETURN NULL;
END $$;
"""
UNHANG = """
DROP FUNCTION casework_pass_clearance_to();
DROP FUNCTION casework_need_clearance_of_thing();
"""
CHANGED = {
    "contribution": """AFTER UPDATE ON casework_contribution FOR EACH ROW
    WHEN (OLD.needs_clearance IS DISTINCT FROM NEW.needs_clearance)""",
    "subject": """AFTER UPDATE ON casework_subject FOR EACH ROW
    WHEN (OLD.needs_clearance IS DISTINCT FROM NEW.needs_clearance)""",
    "case": "AFTER UPDATE OF is_restricted, theme ON casework_case FOR EACH ROW",
}


def hangs(table: str, *, on: Sequence[str] = ("contribution", "subject")) -> migrations.RunSQL:
    """Have the rows of a table need what that on which they hang needs.

    On the case as well where a row may be of no thing.
    """
    named = f"pass_clearance_to_{table.removeprefix('casework_')}"
    raised = [
        f"""CREATE TRIGGER need_clearance BEFORE INSERT OR UPDATE OF needs_clearance ON {table}
    FOR EACH ROW EXECUTE FUNCTION casework_need_clearance_of_thing();""",
        *[
            f"CREATE TRIGGER {named} {CHANGED[one]}"
            f" EXECUTE FUNCTION casework_pass_clearance_to('{table}');"
            for one in on
        ],
    ]
    lowered = [
        *[f"DROP TRIGGER {named} ON casework_{one};" for one in on],
        f"DROP TRIGGER need_clearance ON {table};",
    ]
    return migrations.RunSQL("\n".join(raised), "\n".join(lowered))


KEEP = """
CREATE FUNCTION casework_keep_disclosure_request() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- Whoever asks cannot read it yet: that it is the holder's, and of this case, is seen to here.
    IF (NEW.contribution_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM casework_contribution o WHERE o.id = NEW.contribution_id
              AND o.case_id = NEW.case_id AND o.organisation_id = NEW.holder_id))
        OR (NEW.subject_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM casework_subject o WHERE o.id = NEW.subject_id
              AND o.case_id = NEW.case_id AND o.organisation_id = NEW.holder_id)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'the holder has no such thing in this case';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_disclosure_request BEFORE INSERT ON casework_disclosurerequest
    FOR EACH ROW EXECUTE FUNCTION casework_keep_disclosure_request();

CREATE FUNCTION casework_keep_to_own_part() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := app_case_organisation();
    undecided text[] := ARRAY['open', 'asked_back', 'authority'];
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('casework_disclosurerequest') THEN
        RETURN NEW;
    END IF;
    IF OLD.status <> ALL (undecided) THEN
        RAISE insufficient_privilege USING MESSAGE = 'this request is decided';
    END IF;
    IF NEW.status = 'withdrawn' OR (OLD.status = 'asked_back' AND NEW.status = 'open') THEN
        IF me IS DISTINCT FROM OLD.asker_id THEN
            RAISE insufficient_privilege USING MESSAGE = 'only who asked may do this';
        END IF;
    ELSIF me IS DISTINCT FROM OLD.holder_id THEN
        RAISE insufficient_privilege USING MESSAGE = 'only who holds it may do this';
    END IF;
    IF NEW.due_at <> OLD.due_at AND (
        OLD.status <> 'asked_back' OR NEW.status <> 'open'
        OR NEW.due_at - OLD.due_at > app_at() - OLD.paused_at) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a term moves by a pause alone';
    END IF;
    IF NEW.disclosure_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM casework_disclosure d WHERE d.id = NEW.disclosure_id
          AND d.case_id = OLD.case_id AND d.sender_id = OLD.holder_id
          AND d.receiver_id = OLD.asker_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'this disclosure is no answer to it';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_to_own_part BEFORE UPDATE ON casework_disclosurerequest
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_own_part();
"""
UNKEEP = """
DROP TRIGGER keep_to_own_part ON casework_disclosurerequest;
DROP FUNCTION casework_keep_to_own_part();
DROP TRIGGER keep_disclosure_request ON casework_disclosurerequest;
DROP FUNCTION casework_keep_disclosure_request();
"""

TELL = """
CREATE FUNCTION casework_undisclosed(of_case bigint) RETURNS TABLE (
    contribution_id uuid, subject_id bigint, organisation_id bigint, made_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH overseen AS (
        SELECT c.id, c.party_ids FROM casework_case c
        WHERE c.id = of_case AND c.overview_ids @> ARRAY[app_case_organisation()]
          AND (NOT c.is_restricted OR c.theme = ANY (app_clearances()))),
    got AS (
        SELECT d.contribution_id, d.subject_id FROM casework_disclosure d
        WHERE d.case_id = of_case AND d.receiver_id = app_case_organisation()
          AND d.withdrawn_at IS NULL AND (d.valid_until IS NULL OR d.valid_until > app_at())
          AND (d.receiver_ids = '{}' OR d.receiver_ids @> ARRAY[app_person()]))
    SELECT o.id, NULL::bigint, o.organisation_id, o.created_at
    FROM casework_contribution o JOIN overseen c ON c.id = o.case_id
    WHERE o.organisation_id <> app_case_organisation() AND o.organisation_id = ANY (c.party_ids)
      AND o.extract_of_id IS NULL
      AND (o.needs_clearance = '' OR o.needs_clearance = ANY (app_clearances()))
      AND o.id NOT IN (SELECT g.contribution_id FROM got g WHERE g.contribution_id IS NOT NULL)
    UNION ALL
    SELECT NULL::uuid, o.id, o.organisation_id, o.created_at
    FROM casework_subject o JOIN overseen c ON c.id = o.case_id
    WHERE o.organisation_id <> app_case_organisation() AND o.organisation_id = ANY (c.party_ids)
      AND (o.needs_clearance = '' OR o.needs_clearance = ANY (app_clearances()))
      AND o.id NOT IN (SELECT g.subject_id FROM got g WHERE g.subject_id IS NOT NULL)
    ORDER BY 4, 1, 2
$$;
REVOKE ALL ON FUNCTION casework_undisclosed(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_undisclosed(bigint) TO schakelpunt_web;
"""
UNTELL = "DROP FUNCTION casework_undisclosed(bigint);"


class Migration(migrations.Migration):
    dependencies = [("casework", "0022_disclosure_request")]
    operations = [
        migrations.RunSQL(HANG, UNHANG),
        hangs("casework_disclosurerequest", on=("contribution", "subject", "case")),
        migrations.RunSQL(KEEP, UNKEEP),
        migrations.RunSQL(TELL, UNTELL),
        *[wall(table, policies) for table, policies in POLICIES.items()],
        migrations.RunSQL(ANSWERED, migrations.RunSQL.noop),
    ]
