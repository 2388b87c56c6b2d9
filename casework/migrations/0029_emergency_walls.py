"""Row-level security of emergency access: what it may open, how long, and who answers for it.

A contribution or subject is seen through it only while the transaction names it (`app.emergency`),
which one page does. So no list, search, export, document or key of the API ever holds it.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import further_wall, wall

NEAR = import_module("casework.migrations.0005_clearance_walls").NEAR
ENDS = "app_trail_organisation() IN (viewer_id, owner_id)"
OWN = "(person_id = app_person() AND viewer_id = app_case_organisation())"
OFFICER = "(app_case_organisation() IS NULL AND owner_id = app_trail_organisation())"

POLICIES = {
    "SELECT": f"({ENDS} AND ({NEAR} OR app_case_organisation() IS NULL))",
    "INSERT": f"({OWN} AND judged_at IS NULL AND ended_at IS NULL)",
    "UPDATE": f"({OWN} OR {OFFICER})",
}
OPENED = """(
    information_class NOT IN ('X', 'W', 'S')
    AND (needs_clearance = '' OR needs_clearance = ANY (app_clearances()))
    AND EXISTS (
        SELECT FROM casework_emergency e JOIN casework_case c ON c.id = e.case_id
        WHERE e.id = app_emergency() AND e.{thing}_id = {table}.id
          AND e.case_id = {table}.case_id AND e.owner_id = {table}.organisation_id
          AND e.person_id = app_person() AND e.viewer_id = app_case_organisation()
          AND e.ended_at IS NULL AND e.opened_at <= app_at() AND e.ends_at > app_at()
          AND NOT c.is_restricted AND c.overview_ids @> ARRAY[app_case_organisation()]))"""

RULES = """
CREATE FUNCTION app_emergency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.emergency', true), '')::uuid $$;

-- That something is there, whose and of which class; nothing that it holds, not even its title.
CREATE FUNCTION casework_closed_things(of_case bigint)
RETURNS TABLE (thing text, key text, organisation_id bigint, information_class text,
    created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH open_case AS (
        SELECT c.id FROM casework_case c
        WHERE c.id = of_case AND c.closed_at IS NULL AND NOT c.is_restricted
          AND c.theme <> 'bij' AND c.overview_ids @> ARRAY[app_case_organisation()]
    ), given AS (
        SELECT d.contribution_id, d.subject_id FROM casework_disclosure d
        JOIN open_case ON open_case.id = d.case_id
        WHERE d.receiver_id = app_case_organisation() AND d.withdrawn_at IS NULL
          AND (d.valid_until IS NULL OR d.valid_until > app_at())
          AND (d.receiver_ids = '{}' OR d.receiver_ids @> ARRAY[app_person()])
    ), things AS (
        SELECT 'contribution' AS thing, o.id::text AS key, o.organisation_id,
            o.information_class, o.created_at, o.needs_clearance
        FROM casework_contribution o JOIN open_case ON open_case.id = o.case_id
        WHERE o.id NOT IN (SELECT contribution_id FROM given WHERE contribution_id IS NOT NULL)
        UNION ALL
        SELECT 'subject', s.id::text, s.organisation_id, s.information_class, s.created_at,
            s.needs_clearance
        FROM casework_subject s JOIN open_case ON open_case.id = s.case_id
        WHERE s.id NOT IN (SELECT subject_id FROM given WHERE subject_id IS NOT NULL)
    )
    SELECT thing, key, organisation_id, information_class, created_at FROM things
    WHERE organisation_id <> app_case_organisation()
      AND information_class NOT IN ('X', 'W', 'S')
      AND (needs_clearance = '' OR needs_clearance = ANY (app_clearances()))
$$;

-- For the job that reminds: which, and whose to judge.
CREATE FUNCTION casework_unjudged(opened_before timestamptz)
RETURNS TABLE (id uuid, owner_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, owner_id FROM casework_emergency
    WHERE judged_at IS NULL AND opened_at <= opened_before ORDER BY opened_at
$$;

REVOKE ALL ON FUNCTION casework_closed_things(bigint), casework_unjudged(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_closed_things(bigint), casework_unjudged(timestamptz)
    TO schakelpunt_web;

CREATE FUNCTION casework_begin_emergency() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE known record;
BEGIN
    SELECT * INTO known FROM casework_closed_things(NEW.case_id) c
    WHERE c.key = coalesce(NEW.contribution_id::text, NEW.subject_id::text)
      AND c.thing = CASE WHEN NEW.subject_id IS NULL THEN 'contribution' ELSE 'subject' END;
    IF NOT FOUND THEN
        -- As the wall itself says it: a refusal does not tell which of the two it was.
        RAISE insufficient_privilege USING MESSAGE =
            'new row violates row-level security policy for table "casework_emergency"';
    END IF;
    IF length(btrim(NEW.reason)) < 20 THEN
        RAISE check_violation USING MESSAGE = 'an emergency needs a reason of 20 characters';
    END IF;
    IF (SELECT count(*) FROM casework_emergency e
        WHERE e.person_id = NEW.person_id AND e.judged_at IS NULL) >= 3 THEN
        RAISE insufficient_privilege USING MESSAGE = 'too many emergencies are unjudged';
    END IF;
    NEW.owner_id := known.organisation_id;
    NEW.information_class := known.information_class;
    NEW.opened_at := app_at();
    NEW.ends_at := app_at() + interval '4 hours';
    SELECT reference INTO NEW.case_reference FROM casework_case WHERE id = NEW.case_id;
    NEW.needs_clearance := '';
    RETURN NEW;
END $$;
CREATE TRIGGER begin_emergency BEFORE INSERT ON casework_emergency
    FOR EACH ROW EXECUTE FUNCTION casework_begin_emergency();

CREATE FUNCTION casework_keep_to_officer() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE is_officer boolean := app_case_organisation() IS NULL
    AND OLD.owner_id = app_trail_organisation();
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('casework_emergency') THEN
        RETURN NEW;
    END IF;
    IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
        RAISE insufficient_privilege USING MESSAGE = 'what ended stays so';
    END IF;
    IF (NEW.verdict, NEW.verdict_reason, NEW.judged_by_id, NEW.judged_at, NEW.reminded_on)
        IS DISTINCT FROM
        (OLD.verdict, OLD.verdict_reason, OLD.judged_by_id, OLD.judged_at, OLD.reminded_on)
        AND (is_officer IS NOT TRUE OR OLD.judged_at IS NOT NULL) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the officer of the owner judges, once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_to_officer BEFORE UPDATE ON casework_emergency
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_officer();

CREATE FUNCTION casework_pass_clearance_to_emergencies() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE casework_emergency
    SET needs_clearance = CASE WHEN NEW.is_restricted THEN NEW.theme ELSE '' END
    WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER pass_clearance_to_emergencies AFTER UPDATE OF is_restricted, theme ON casework_case
    FOR EACH ROW EXECUTE FUNCTION casework_pass_clearance_to_emergencies();
"""
UNRULES = """
DROP TRIGGER pass_clearance_to_emergencies ON casework_case;
DROP FUNCTION casework_pass_clearance_to_emergencies();
DROP TRIGGER keep_to_officer ON casework_emergency;
DROP FUNCTION casework_keep_to_officer();
DROP TRIGGER begin_emergency ON casework_emergency;
DROP FUNCTION casework_begin_emergency();
DROP FUNCTION casework_unjudged(timestamptz);
DROP FUNCTION casework_closed_things(bigint);
DROP FUNCTION app_emergency();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0028_emergency")]
    operations = [
        migrations.RunSQL(RULES, UNRULES),
        wall("casework_emergency", POLICIES),
        *[
            further_wall(
                f"casework_{thing}", "emergency_wall", OPENED.replace("{thing}", thing)
            )
            for thing in ("contribution", "subject")
        ],
    ]
