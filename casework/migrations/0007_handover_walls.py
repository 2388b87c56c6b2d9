"""Row-level security of handing over: an offer is for its two ends, and each keeps to its own part.

Only who was offered a case takes its lead, its open requests, and what was promised with it.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import add_wall, change_wall, wall

BEFORE = import_module("casework.migrations.0002_walls")
NARROWER = import_module("casework.migrations.0005_clearance_walls")

ENDS = "app_case_organisation() IN (sender_id, receiver_id)"
PROMISES_ITS_OWN = """NOT EXISTS (
    SELECT unnest({table}.promised_ids) EXCEPT
    SELECT o.id FROM casework_contribution o
    WHERE o.case_id = {table}.case_id AND o.organisation_id = app_case_organisation())
AND NOT EXISTS (
    SELECT unnest({table}.promised_subject_ids) EXCEPT
    SELECT o.id FROM casework_subject o
    WHERE o.case_id = {table}.case_id AND o.organisation_id = app_case_organisation())"""
PROMISED = """EXISTS (
    SELECT FROM casework_handover h
    WHERE h.case_id = {table}.case_id AND h.status = 'offered'
      AND h.receiver_id = app_case_organisation() AND h.receiver_id = {table}.receiver_id
      AND h.sender_id = {table}.sender_id AND h.ground_id = {table}.sender_ground_id
      AND (h.promised_ids @> ARRAY[{table}.contribution_id]
           OR h.promised_subject_ids @> ARRAY[{table}.subject_id]))"""
DISCLOSE = NARROWER.AFTER["casework_disclosure"]["INSERT"]

HANDOVER = {
    "SELECT": f"({ENDS} AND {NARROWER.NEAR})",
    "INSERT": f"""(sender_id = app_case_organisation() AND status = 'offered'
        AND {BEFORE.LED} AND {PROMISES_ITS_OWN})""",
    "UPDATE": f"({ENDS} AND {NARROWER.NEAR})",
}
END = f"({BEFORE.MINE} AND {BEFORE.IN_CASE} OR {BEFORE.LED} OR {BEFORE.ENGINE})"

KEEP = """
CREATE TRIGGER need_clearance BEFORE INSERT OR UPDATE OF case_id ON casework_handover
    FOR EACH ROW EXECUTE FUNCTION casework_need_clearance();

CREATE FUNCTION casework_is_offered(of_case bigint, from_lead bigint, to_lead bigint)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT to_lead = app_case_organisation() AND EXISTS (
        SELECT FROM casework_handover h
        WHERE h.case_id = of_case AND h.status = 'offered'
          AND h.sender_id = from_lead AND h.receiver_id = to_lead)
$$;

CREATE FUNCTION casework_keep_to_offer() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE me bigint := app_case_organisation();
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('casework_case') THEN
        RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'casework_case' THEN
        IF NEW.lead_id <> OLD.lead_id
            AND NOT casework_is_offered(OLD.id, OLD.lead_id, NEW.lead_id) THEN
            RAISE insufficient_privilege USING MESSAGE = 'only who was offered a case leads it';
        END IF;
    ELSIF TG_TABLE_NAME = 'casework_request' THEN
        IF NEW.asker_id <> OLD.asker_id
            AND NOT casework_is_offered(OLD.case_id, OLD.asker_id, NEW.asker_id) THEN
            RAISE insufficient_privilege USING MESSAGE = 'only who takes over takes over requests';
        END IF;
    ELSIF TG_TABLE_NAME = 'casework_participation' THEN
        IF OLD.until IS NOT NULL OR NEW.until IS NULL
            OR (OLD.part = 'lead' AND NOT EXISTS (
                SELECT FROM casework_handover h
                WHERE h.case_id = OLD.case_id AND h.status = 'offered'
                  AND h.sender_id = OLD.organisation_id AND h.receiver_id = me)) THEN
            RAISE insufficient_privilege USING MESSAGE = 'this participation cannot be ended';
        END IF;
    ELSIF OLD.status <> 'offered'
        OR (NEW.status = 'revoked' AND OLD.sender_id IS DISTINCT FROM me)
        OR (NEW.status <> 'revoked' AND OLD.receiver_id IS DISTINCT FROM me) THEN
        RAISE insufficient_privilege USING MESSAGE = 'this offer is not open to this organisation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_to_offer BEFORE UPDATE OF lead_id ON casework_case
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_offer();
CREATE TRIGGER keep_to_offer BEFORE UPDATE OF asker_id ON casework_request
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_offer();
CREATE TRIGGER keep_to_offer BEFORE UPDATE OF until ON casework_participation
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_offer();
CREATE TRIGGER keep_to_offer BEFORE UPDATE ON casework_handover
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_offer();
"""
UNKEEP = """
DROP TRIGGER keep_to_offer ON casework_handover;
DROP TRIGGER keep_to_offer ON casework_participation;
DROP TRIGGER keep_to_offer ON casework_request;
DROP TRIGGER keep_to_offer ON casework_case;
DROP FUNCTION casework_keep_to_offer();
DROP FUNCTION casework_is_offered(bigint, bigint, bigint);
DROP TRIGGER need_clearance ON casework_handover;
"""

# Called by a job each minute; whoever calls it, only what was agreed to end by now ends.
LAPSE = """
CREATE FUNCTION casework_end_participations() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH ended AS (
        UPDATE casework_participation SET until = ends_at
        WHERE until IS NULL AND ends_at <= now() RETURNING 1)
    SELECT count(*) FROM ended
$$;
"""
UNLAPSE = "DROP FUNCTION casework_end_participations();"


class Migration(migrations.Migration):
    dependencies = [("casework", "0006_handover")]
    operations = [
        migrations.RunSQL(KEEP, UNKEEP),
        migrations.RunSQL(LAPSE, UNLAPSE),
        wall("casework_handover", HANDOVER),
        add_wall("casework_participation", "UPDATE", END),
        change_wall(
            "casework_disclosure",
            "INSERT",
            before=DISCLOSE,
            after=f"({DISCLOSE} OR {PROMISED} AND {NARROWER.NEAR})",
        ),
    ]
