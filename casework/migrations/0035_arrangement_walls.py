"""Row-level security of consents and arrangements, and what leans on them.

On Wpg 19 nothing goes without consent of the bevoegd gezag to that thing for that receiver; on
Wpg 20 and Bpg 4:3 lid 7 nothing without an arrangement that fits it. When one ends, what leans on
it ends on the same day.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import wall

BEFORE = import_module("casework.migrations.0002_walls")
NARROWER = import_module("casework.migrations.0005_clearance_walls")
hangs = import_module("casework.migrations.0023_disclosure_request_walls").hangs
IN_CASE, NEAR, OWN_THING = BEFORE.IN_CASE, NARROWER.NEAR, BEFORE.OWN_THING

ASKED = """EXISTS (
    SELECT FROM casework_disclosurerequest r
    WHERE r.id = {table}.request_id AND r.case_id = {table}.case_id
      AND r.holder_id = {table}.holder_id AND r.asker_id = {table}.receiver_id
      AND r.status IN ('open', 'asked_back', 'authority'))"""
AUTHORITY_TAKES_PART = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.party_ids @> ARRAY[{table}.authority_id])"""
OWN = "organisation_id = app_organisation()"
KEEPS = f"({OWN} AND app_case_organisation() IS NULL)"

POLICIES = {
    "casework_consent": {
        "SELECT": f"(app_case_organisation() IN (holder_id, authority_id) AND {IN_CASE} AND {NEAR})",
        "INSERT": f"""(holder_id = app_case_organisation() AND status = 'asked' AND {ASKED}
            AND {OWN_THING} AND {AUTHORITY_TAKES_PART} AND {NEAR})""",
        "UPDATE": f"(authority_id = app_case_organisation() AND {IN_CASE} AND {NEAR})",
    },
    "casework_arrangement": {
        "SELECT": f"({OWN} OR receiver_ids @> ARRAY[app_organisation()])",
        "INSERT": KEEPS,
        "UPDATE": KEEPS,
    },
}

ONCE = """
CREATE FUNCTION casework_consent_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF row_security_active('casework_consent') AND OLD.status <> 'asked' THEN
        RAISE insufficient_privilege USING MESSAGE = 'the authority decided already';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER consent_once BEFORE UPDATE OF status, decided_by_id, decided_at, reason
    ON casework_consent FOR EACH ROW EXECUTE FUNCTION casework_consent_once();
"""
UNDO_ONCE = """
DROP TRIGGER consent_once ON casework_consent;
DROP FUNCTION casework_consent_once();
"""

KEEP = """
CREATE FUNCTION casework_keep_to_consent() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM partners_ground WHERE id = NEW.sender_ground_id AND code = 'wpg-19')
        AND NEW.consent_id IS NULL THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (
        SELECT FROM casework_consent a
        WHERE a.id = NEW.consent_id AND a.status = 'granted' AND a.case_id = NEW.case_id
          AND a.holder_id = NEW.sender_id AND a.receiver_id = NEW.receiver_id
          AND a.ground_id = NEW.sender_ground_id
          AND a.subject_id IS NOT DISTINCT FROM NEW.subject_id
          AND (a.contribution_id IS NOT DISTINCT FROM NEW.contribution_id
               OR a.contribution_id = (SELECT o.extract_of_id FROM casework_contribution o
                                       WHERE o.id = NEW.contribution_id))) THEN
        RAISE insufficient_privilege USING MESSAGE = 'the authority agreed to no such disclosure';
    END IF;
    RETURN NULL;
END $$;
-- After the wall, so that whom that does not let in hears of nothing else.
CREATE TRIGGER keep_to_consent AFTER INSERT ON casework_disclosure
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_consent();

CREATE FUNCTION casework_keep_to_arrangement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    ground text := (SELECT code FROM partners_ground WHERE id = NEW.sender_ground_id);
    class text := coalesce(
        (SELECT information_class FROM casework_contribution WHERE id = NEW.contribution_id),
        (SELECT information_class FROM casework_subject WHERE id = NEW.subject_id));
    day date := (NEW.given_at AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF ground NOT IN ('wpg-20', 'wpg-18-bpg-4-3-7') AND NEW.arrangement_id IS NULL THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (
        SELECT FROM casework_arrangement r JOIN casework_case c ON c.id = NEW.case_id
        WHERE r.id = NEW.arrangement_id AND r.organisation_id = NEW.sender_id
          AND r.receiver_ids @> ARRAY[NEW.receiver_id] AND class = ANY (r.classes)
          AND ground = ANY (r.ground_codes) AND r.purpose = NEW.purpose
          AND (r.themes = '{}' OR c.theme = ANY (r.themes))
          AND (ground <> 'wpg-20' OR r.kind = 'wpg_20')
          AND (ground <> 'wpg-18-bpg-4-3-7' OR r.kind = 'covenant')
          AND r.valid_from <= day AND (r.valid_until IS NULL OR (r.valid_until > day
              AND NEW.valid_until <= r.valid_until::timestamp AT TIME ZONE 'Europe/Amsterdam'))
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'no arrangement fits this disclosure';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_to_arrangement AFTER INSERT ON casework_disclosure
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_arrangement();

CREATE FUNCTION casework_end_what_leans() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE last timestamptz := NEW.valid_until::timestamp AT TIME ZONE 'Europe/Amsterdam';
BEGIN
    -- Of several that would then be alike one is left: alike ones there may not be.
    UPDATE casework_disclosure d SET withdrawn_at = coalesce(app_at(), now())
    WHERE d.arrangement_id = NEW.id AND d.withdrawn_at IS NULL
      AND (d.valid_until IS NULL OR d.valid_until > last)
      AND EXISTS (
        SELECT FROM casework_disclosure e
        WHERE e.id <> d.id AND e.withdrawn_at IS NULL AND e.sender_id = d.sender_id
          AND e.receiver_id = d.receiver_id AND e.receiver_ids = d.receiver_ids
          AND e.contribution_id IS NOT DISTINCT FROM d.contribution_id
          AND e.subject_id IS NOT DISTINCT FROM d.subject_id
          AND (e.valid_until = last OR (e.arrangement_id = NEW.id AND e.id < d.id
               AND (e.valid_until IS NULL OR e.valid_until > last))));
    UPDATE casework_disclosure SET valid_until = last
    WHERE arrangement_id = NEW.id AND withdrawn_at IS NULL
      AND (valid_until IS NULL OR valid_until > last);
    RETURN NULL;
END $$;
CREATE TRIGGER end_what_leans AFTER UPDATE OF valid_until ON casework_arrangement
    FOR EACH ROW WHEN (NEW.valid_until IS NOT NULL) EXECUTE FUNCTION casework_end_what_leans();

CREATE FUNCTION casework_leaning(arrangement bigint)
RETURNS TABLE (case_reference text, receiver_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT c.reference::text, d.receiver_id
    FROM casework_disclosure d JOIN casework_case c ON c.id = d.case_id
    JOIN casework_arrangement r ON r.id = d.arrangement_id
    WHERE r.id = arrangement AND r.organisation_id = app_organisation()
      AND d.withdrawn_at IS NULL AND (d.valid_until IS NULL OR d.valid_until > app_at())
    ORDER BY 1, 2
$$;
REVOKE ALL ON FUNCTION casework_leaning(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_leaning(bigint) TO schakelpunt_web;
"""
UNKEEP = """
DROP FUNCTION casework_leaning(bigint);
DROP TRIGGER end_what_leans ON casework_arrangement;
DROP FUNCTION casework_end_what_leans();
DROP TRIGGER keep_to_arrangement ON casework_disclosure;
DROP FUNCTION casework_keep_to_arrangement();
DROP TRIGGER keep_to_consent ON casework_disclosure;
DROP FUNCTION casework_keep_to_consent();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0034_arrangement")]
    operations = [
        migrations.RunSQL(ONCE, UNDO_ONCE),
        hangs("casework_consent"),
        migrations.RunSQL(KEEP, UNKEEP),
        *[wall(table, policies) for table, policies in POLICIES.items()],
    ]
