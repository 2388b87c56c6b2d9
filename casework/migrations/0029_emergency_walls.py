"""Row-level security of emergency access: what it may open, how long, and who answers for it.

A contribution or subject is seen through it only while the transaction names it (`app.emergency`),
which one page does. So no list, search, export, document or key of the API ever holds it. What can
be taken is all of which one knows that it is there, so that no list tells a class; what stays
closed in an emergency as well is told and judged, and opens nothing.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import further_wall, wall

NEAR = import_module("casework.migrations.0005_clearance_walls").NEAR
hangs = import_module("casework.migrations.0023_disclosure_request_walls").hangs
ENDS = "app_trail_organisation() IN (viewer_id, owner_id)"
OWN = "(person_id = app_person() AND viewer_id = app_case_organisation())"
OFFICER = "(app_case_organisation() IS NULL AND owner_id = app_trail_organisation())"

POLICIES = {
    "SELECT": f"({ENDS} AND ({NEAR} OR app_case_organisation() IS NULL))",
    "INSERT": f"({OWN} AND judged_at IS NULL AND ended_at IS NULL)",
    "UPDATE": f"({OWN} AND {NEAR} OR {OFFICER})",
}
OPENED = """(
    (needs_clearance = '' OR needs_clearance = ANY (app_clearances()))
    AND EXISTS (
        SELECT FROM casework_emergency e JOIN casework_case c ON c.id = e.case_id
        WHERE e.id = app_emergency() AND e.{thing}_id = {table}.id
          AND e.case_id = {table}.case_id AND e.owner_id = {table}.organisation_id
          AND e.person_id = app_person() AND e.viewer_id = app_case_organisation()
          AND e.ended_at IS NULL AND e.opened_at <= app_at() AND e.ends_at > app_at()
          AND NOT c.is_restricted AND c.overview_ids @> ARRAY[app_case_organisation()]
          AND e.information_class <> '' AND casework_opens_in_emergency(
              {table}.information_class, {table}.theme, c.lead_id)))"""

RULES = """
CREATE FUNCTION app_emergency() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.emergency', true), '')::uuid $$;

-- Never class J: the OM weighs each disclosure of that (Wjsg 39f). Nor X, W and S, nor what the
-- role matrix opens to one's role in no way: an emergency takes the place of a disclosure alone.
CREATE FUNCTION casework_opens_in_emergency(of_class text, of_theme text, lead bigint)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT of_class NOT IN ('J', 'X', 'W', 'S') AND partners_class_opens(of_class, of_theme, lead)
$$;

-- What one may know to be there: that it is, and whose; not its class, which tells more than that.
CREATE FUNCTION casework_closed_things(of_case bigint)
RETURNS TABLE (thing text, key text, organisation_id bigint, created_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN u.subject_id IS NULL THEN 'contribution' ELSE 'subject' END,
        coalesce(u.contribution_id::text, u.subject_id::text), u.organisation_id, u.made_at
    FROM casework_case c CROSS JOIN LATERAL casework_undisclosed(c.id) u
    WHERE c.id = of_case AND c.closed_at IS NULL AND NOT c.is_restricted AND c.theme <> 'bij'
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
    -- Of two at the same second the later one waits here, and counts the earlier one.
    PERFORM pg_advisory_xact_lock(hashtext('casework_emergency'), NEW.person_id::integer);
    IF (SELECT count(*) FROM casework_emergency e
        WHERE e.person_id = NEW.person_id AND e.judged_at IS NULL) >= 3 THEN
        RAISE insufficient_privilege USING MESSAGE = 'too many emergencies are unjudged';
    END IF;
    NEW.owner_id := known.organisation_id;
    NEW.information_class := coalesce(
        (SELECT o.information_class FROM casework_contribution o
         JOIN casework_case c ON c.id = o.case_id WHERE o.id = NEW.contribution_id
           AND casework_opens_in_emergency(o.information_class, o.theme, c.lead_id)),
        (SELECT o.information_class FROM casework_subject o
         JOIN casework_case c ON c.id = o.case_id WHERE o.id = NEW.subject_id
           AND casework_opens_in_emergency(o.information_class, o.theme, c.lead_id)), '');
    NEW.opened_at := app_at();
    NEW.ends_at := app_at() + interval '4 hours';
    SELECT reference INTO NEW.case_reference FROM casework_case WHERE id = NEW.case_id;
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
"""
UNRULES = """
DROP TRIGGER keep_to_officer ON casework_emergency;
DROP FUNCTION casework_keep_to_officer();
DROP TRIGGER begin_emergency ON casework_emergency;
DROP FUNCTION casework_begin_emergency();
DROP FUNCTION casework_unjudged(timestamptz);
DROP FUNCTION casework_closed_things(bigint);
DROP FUNCTION casework_opens_in_emergency(text, text, bigint);
DROP FUNCTION app_emergency();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0028_emergency")]
    operations = [
        migrations.RunSQL(RULES, UNRULES),
        hangs("casework_emergency"),
        wall("casework_emergency", POLICIES),
        *[
            further_wall(
                f"casework_{thing}", "emergency_wall", OPENED.replace("{thing}", thing)
            )
            for thing in ("contribution", "subject")
        ],
    ]
