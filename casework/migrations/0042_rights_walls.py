"""Who keeps something is found inside the database; who asks learns it with the answer, or not."""

from importlib import import_module

from django.db import migrations

from partners.walls import wall

OFFICER = "(app_case_organisation() IS NULL AND organisation_id = app_trail_organisation())"
OF_MY_SHARE = """EXISTS (SELECT FROM casework_rightsshare s
    WHERE s.id = {table}.share_id AND app_case_organisation() IS NULL
      AND s.organisation_id = app_trail_organisation())"""
POLICIES = {
    "casework_rightsrequest": {
        "SELECT": f"({OFFICER} OR app_trail_organisation() IS NOT NULL AND casework_is_asked(id))",
        "INSERT": f"""({OFFICER} AND answered_at IS NULL AND EXISTS (
            SELECT FROM partners_membership m WHERE m.id = {{table}}.registered_by_id
              AND m.person_id = app_person() AND m.role = 'privacy_officer'
              AND m.organisation_id = {{table}}.organisation_id))""",
        "UPDATE": OFFICER,
    },
    "casework_rightsshare": {
        "SELECT": f"""({OFFICER} OR answered_at IS NOT NULL
            AND (outcome <> 'refused' OR may_be_told)
            AND EXISTS (SELECT FROM casework_rightsrequest r
                WHERE r.id = {{table}}.request_id AND app_case_organisation() IS NULL
                  AND r.organisation_id = app_trail_organisation()))""",
        "UPDATE": OFFICER,
    },
    "casework_rightsitem": {
        "SELECT": OF_MY_SHARE,
        "UPDATE": OF_MY_SHARE.replace("WHERE", "WHERE s.answered_at IS NULL AND"),
    },
}

FIND = """
CREATE FUNCTION casework_is_asked(of_request uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT app_case_organisation() IS NULL AND EXISTS (
        SELECT FROM casework_rightsshare s
        WHERE s.request_id = of_request AND s.organisation_id = app_trail_organisation())
$$;

CREATE FUNCTION casework_fan_out() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE plain text := casework_plain(NEW.label);
BEGIN
    -- A name without one letter or digit is that of everybody, or of nobody.
    IF plain = '' THEN
        RETURN NULL;
    END IF;
    INSERT INTO casework_rightsshare (id, request_id, organisation_id, outcome, answer, article,
        may_be_told)
    SELECT gen_random_uuid(), NEW.id, found.organisation_id, '', '', '', true FROM (
        SELECT DISTINCT s.organisation_id FROM casework_subject s
        WHERE s.kind IN ('person', 'enterprise') AND casework_plain(s.label) = plain) found;
    INSERT INTO casework_rightsitem (share_id, subject_id, case_reference, information_class)
    SELECT h.id, s.id, c.reference, s.information_class
    FROM casework_subject s
    JOIN casework_rightsshare h ON h.request_id = NEW.id AND h.organisation_id = s.organisation_id
    JOIN casework_case c ON c.id = s.case_id
    WHERE s.kind IN ('person', 'enterprise') AND casework_plain(s.label) = plain;
    RETURN NULL;
END $$;
CREATE TRIGGER fan_out AFTER INSERT ON casework_rightsrequest
    FOR EACH ROW EXECUTE FUNCTION casework_fan_out();

-- By what a privacy officer tells one record from another. A privacy officer is cleared for nothing:
-- of what is for named people it stands only that it is there.
CREATE FUNCTION casework_rights_records(of_share uuid)
RETURNS TABLE (item_id bigint, label text, born_on text, address text, recorded_at timestamptz,
    corrected_at timestamptz, needs_clearance text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT i.id, CASE WHEN k.is_open THEN s.label::text END,
        CASE WHEN k.is_open THEN s.details ->> 'born_on' END,
        CASE WHEN k.is_open THEN
            coalesce(s.details ->> 'address', 'KvK ' || (s.details ->> 'kvk')) END,
        s.created_at, s.corrected_at, s.needs_clearance::text
    FROM casework_rightsitem i
    JOIN casework_rightsshare h ON h.id = i.share_id
    JOIN casework_subject s ON s.id = i.subject_id
    CROSS JOIN LATERAL (SELECT s.needs_clearance = '' AS is_open) k
    WHERE h.id = of_share AND app_case_organisation() IS NULL
      AND h.organisation_id = app_trail_organisation()
$$;

-- What was granted has its effect in the same transaction: a record that is not used any more, one
-- that is due to be destroyed, or one that has to be corrected. What the law keeps to the day is not
-- erased.
CREATE FUNCTION casework_apply_right() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE asked casework_rightsrequest;
BEGIN
    SELECT * INTO asked FROM casework_rightsrequest WHERE id = NEW.request_id;
    IF asked.right = 'restriction' THEN
        UPDATE casework_subject SET restricted_at = NEW.answered_at
        WHERE id IN (SELECT subject_id FROM casework_rightsitem
                WHERE share_id = NEW.id AND is_granted)
          AND restricted_at IS NULL;
    ELSIF asked.right = 'erasure' THEN
        INSERT INTO casework_retentionextension (subject_id, organisation_id, kind, until,
            weighing, set_by_id, set_at)
        SELECT s.id, s.organisation_id, 'erased',
            (NEW.answered_at AT TIME ZONE 'Europe/Amsterdam')::date, 'AVG art. 17',
            NEW.answered_by_id, NEW.answered_at
        FROM casework_rightsitem i JOIN casework_subject s ON s.id = i.subject_id
        LEFT JOIN casework_retentionrule r ON r.id = s.retention_rule_id
        WHERE i.share_id = NEW.id AND i.is_granted AND r.is_fixed IS NOT TRUE;
    ELSIF asked.right = 'rectification' THEN
        -- Who works the case has to correct it; all who ever got it hear that this comes.
        INSERT INTO casework_errorreport (id, case_id, case_reference, subject_id, reporter_id,
            holder_id, text, reported_by_id, reported_at, is_binding, status, answer)
        SELECT gen_random_uuid(), s.case_id, i.case_reference, s.id, s.organisation_id,
            s.organisation_id, concat_ws(E'\n\n', nullif(asked.asked, ''), NEW.answer),
            NEW.answered_by_id, NEW.answered_at, true, 'open', ''
        FROM casework_rightsitem i JOIN casework_subject s ON s.id = i.subject_id
        WHERE i.share_id = NEW.id AND i.is_granted;
        INSERT INTO casework_correctionnotice (id, case_id, case_reference, subject_id, sender_id,
            receiver_id, received_at, told_at)
        SELECT gen_random_uuid(), s.case_id, i.case_reference, s.id, s.organisation_id, g.party,
            min(g.at), NEW.answered_at
        FROM casework_rightsitem i JOIN casework_subject s ON s.id = i.subject_id
        JOIN LATERAL (
            SELECT d.receiver_id AS party, d.given_at AS at FROM casework_disclosure d
            WHERE d.subject_id = s.id
            UNION ALL SELECT e.viewer_id, e.opened_at FROM casework_emergency e
            WHERE e.subject_id = s.id) g ON g.party <> s.organisation_id
        WHERE i.share_id = NEW.id AND i.is_granted
        GROUP BY s.id, i.case_reference, g.party;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER apply_right AFTER UPDATE OF outcome ON casework_rightsshare
    FOR EACH ROW WHEN (OLD.outcome = '' AND NEW.outcome IN ('granted', 'part'))
    EXECUTE FUNCTION casework_apply_right();

-- Where that leads, to who granted it: what the own people must correct, and what others hear of it.
CREATE FUNCTION casework_rights_rectified(of_share uuid)
RETURNS TABLE (kind text, thing uuid, case_reference text, organisation_id bigint,
    needs_clearance text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH granted AS (
        SELECT i.subject_id, h.answered_at FROM casework_rightsshare h
        JOIN casework_rightsitem i ON i.share_id = h.id AND i.is_granted
        WHERE h.id = of_share AND app_case_organisation() IS NULL
          AND h.organisation_id = app_trail_organisation())
    SELECT 'errorreport', r.id, r.case_reference::text, r.holder_id, r.needs_clearance::text
    FROM granted g JOIN casework_errorreport r
      ON r.subject_id = g.subject_id AND r.is_binding AND r.reported_at = g.answered_at
    UNION ALL
    SELECT 'correctionnotice', n.id, n.case_reference::text, n.receiver_id, n.needs_clearance::text
    FROM granted g JOIN casework_correctionnotice n
      ON n.subject_id = g.subject_id AND n.correction_id IS NULL AND n.told_at = g.answered_at
$$;

CREATE FUNCTION casework_answer_right_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    kept integer;
    chosen integer;
BEGIN
    IF TG_TABLE_NAME = 'casework_rightsrequest' THEN
        IF OLD.answered_at IS NOT NULL THEN
            RAISE check_violation USING MESSAGE = 'this request is answered';
        END IF;
    ELSIF OLD.answered_at IS NOT NULL THEN
        RAISE check_violation USING MESSAGE = 'this part is answered';
    ELSIF NOT EXISTS (SELECT FROM partners_membership m
            WHERE m.id = NEW.answered_by_id AND m.person_id = app_person()
              AND m.organisation_id = OLD.organisation_id AND m.role = 'privacy_officer') THEN
        RAISE insufficient_privilege USING MESSAGE = 'one answers for oneself';
    ELSE
        SELECT count(*), count(*) FILTER (WHERE is_granted) INTO kept, chosen
        FROM casework_rightsitem WHERE share_id = OLD.id;
        IF (CASE NEW.outcome
                WHEN 'granted' THEN chosen < kept
                WHEN 'part' THEN chosen = 0 OR chosen = kept AND EXISTS (
                    SELECT FROM casework_rightsrequest r
                    WHERE r.id = OLD.request_id AND r.right IN ('erasure', 'restriction'))
                ELSE chosen > 0 END) THEN
            RAISE check_violation USING MESSAGE = 'the chosen records are not what is answered';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answer_once BEFORE UPDATE OF answered_at, due_on ON casework_rightsrequest
    FOR EACH ROW EXECUTE FUNCTION casework_answer_right_once();
CREATE TRIGGER answer_once BEFORE UPDATE OF outcome ON casework_rightsshare
    FOR EACH ROW EXECUTE FUNCTION casework_answer_right_once();

CREATE FUNCTION casework_refuse_restricted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM casework_subject s
            WHERE s.id = NEW.subject_id AND s.restricted_at IS NOT NULL) THEN
        RAISE check_violation USING MESSAGE = 'this record is restricted';
    END IF;
    RETURN NULL;
END $$;
-- After the wall, so that whom that does not let in hears of nothing else.
CREATE TRIGGER refuse_restricted AFTER INSERT ON casework_disclosure
    FOR EACH ROW WHEN (NEW.subject_id IS NOT NULL) EXECUTE FUNCTION casework_refuse_restricted();

-- Whether an answer can be composed: not who is still to answer, and how many.
CREATE FUNCTION casework_is_answered(of_request uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT app_case_organisation() IS NULL AND EXISTS (
        SELECT FROM casework_rightsrequest r
        WHERE r.id = of_request AND r.organisation_id = app_trail_organisation())
    AND NOT EXISTS (
        SELECT FROM casework_rightsshare s
        WHERE s.request_id = of_request AND s.answered_at IS NULL)
$$;

-- For the job: whose part waits and was not told of at this level: 1 it came, 2 a week, 3 over.
CREATE FUNCTION casework_rights_to_tell(today date)
RETURNS TABLE (share_id uuid, membership_id bigint, level integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT w.id, m.id, w.level FROM (
        SELECT s.id, s.organisation_id, s.told_level,
            CASE WHEN r.due_on < today THEN 3 WHEN r.due_on - 7 <= today THEN 2 ELSE 1 END AS level
        FROM casework_rightsshare s JOIN casework_rightsrequest r ON r.id = s.request_id
        WHERE s.answered_at IS NULL) w
    JOIN LATERAL (
        SELECT p.id FROM partners_membership p
        WHERE p.organisation_id = w.organisation_id AND p.role = 'privacy_officer'
          AND p.valid_from <= today AND (p.valid_until IS NULL OR p.valid_until > today)
        ORDER BY p.id LIMIT 1) m ON true
    WHERE w.level > w.told_level
$$;
REVOKE ALL ON FUNCTION casework_is_asked(uuid), casework_is_answered(uuid),
    casework_rights_records(uuid), casework_rights_rectified(uuid),
    casework_rights_to_tell(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_is_asked(uuid), casework_is_answered(uuid),
    casework_rights_records(uuid), casework_rights_rectified(uuid),
    casework_rights_to_tell(date) TO schakelpunt_web;
"""
LOSE = """
DROP FUNCTION casework_rights_to_tell(date);
DROP FUNCTION casework_is_answered(uuid);
DROP TRIGGER refuse_restricted ON casework_disclosure;
DROP FUNCTION casework_refuse_restricted();
DROP TRIGGER answer_once ON casework_rightsshare;
DROP TRIGGER answer_once ON casework_rightsrequest;
DROP FUNCTION casework_answer_right_once();
DROP FUNCTION casework_rights_rectified(uuid);
DROP TRIGGER apply_right ON casework_rightsshare;
DROP FUNCTION casework_apply_right();
DROP FUNCTION casework_rights_records(uuid);
DROP TRIGGER fan_out ON casework_rightsrequest;
DROP FUNCTION casework_fan_out();
DROP FUNCTION casework_is_asked(uuid);
"""

# What is restricted is not used (AVG art. 18): not to answer the inquiry of a partner either.
ANSWER = import_module("casework.migrations.0033_lawful").ANSWER_UNLESS_BLOCKED
ANSWER_UNLESS_RESTRICTED = ANSWER.replace(
    "AND NOT c.is_restricted", "AND NOT c.is_restricted AND s.restricted_at IS NULL"
)


class Migration(migrations.Migration):
    dependencies = [("casework", "0041_rights")]
    operations = [
        migrations.RunSQL(FIND, LOSE),
        migrations.RunSQL(ANSWER_UNLESS_RESTRICTED, ANSWER),
        *[wall(table, policies) for table, policies in POLICIES.items()],
    ]
