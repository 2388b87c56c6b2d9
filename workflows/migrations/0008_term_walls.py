"""Row-level security of the terms of a case, and the one look the watch has at all deadlines.

All who take part in a case see its terms. Notices are the engine's own. `term_watch` runs as the
owner: it gives ids, roles and moments of what is or comes due, and nothing that a case is about.
"""

from django.db import migrations

from partners.walls import wall

IN_CASE = "EXISTS (SELECT FROM casework_case c WHERE c.id = {table}.case_id)"
ENGINE = "{table}.case_id = app_engine_case()"
OF_TERM = "EXISTS (SELECT FROM workflows_caseterm t WHERE t.id = {table}.term_id)"
OF_TERM_OF_ENGINE = """EXISTS (
    SELECT FROM workflows_caseterm t
    WHERE t.id = {table}.term_id AND t.case_id = app_engine_case())"""

POLICIES = {
    "workflows_caseterm": {
        "SELECT": f"({ENGINE} OR {IN_CASE})",
        "INSERT": ENGINE,
        "UPDATE": ENGINE,
    },
    "workflows_termpause": {
        "SELECT": OF_TERM,
        "INSERT": OF_TERM_OF_ENGINE,
        "UPDATE": OF_TERM_OF_ENGINE,
    },
    "workflows_termnotice": {"SELECT": ENGINE, "INSERT": ENGINE},
}

WATCH = """
CREATE FUNCTION term_watch(at timestamptz) RETURNS TABLE (
    case_id bigint, step_id bigint, term_id bigint, lead_id bigint, holder_id bigint, role text,
    began_at timestamptz, due_at timestamptz, warn_days integer[], given text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH due AS (
        SELECT s.case_id, s.id AS step_id, NULL::bigint AS term_id, c.lead_id, s.holder_id, s.role,
            s.created AS began_at, s.due_at, '{}'::integer[] AS warn_days
        FROM workflows_step s JOIN casework_case c ON c.id = s.case_id
        WHERE s.status = 'NEW' AND s.holder_id IS NOT NULL AND s.due_at < at + interval '14 days'
        UNION ALL
        SELECT t.case_id, NULL, t.id, c.lead_id, c.lead_id, t.owner,
            t.starts_on::timestamp AT TIME ZONE 'Europe/Amsterdam',
            (t.due_on + time '23:59:59') AT TIME ZONE 'Europe/Amsterdam',
            ARRAY(SELECT jsonb_array_elements_text(t.warn_days)::integer)
        FROM workflows_caseterm t JOIN casework_case c ON c.id = t.case_id
        WHERE t.ended_at IS NULL AND t.due_on IS NOT NULL AND c.closed_at IS NULL
    )
    SELECT d.case_id, d.step_id, d.term_id, d.lead_id, d.holder_id, d.role, d.began_at, d.due_at,
        d.warn_days, g.given
    FROM due d CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(n.level::text), '{}') AS given FROM workflows_termnotice n
        WHERE (n.step_id = d.step_id OR n.term_id = d.term_id) AND n.due_at = d.due_at
    ) g
    -- A job alone looks at all cases: for whoever acts there is nothing here.
    WHERE app_person() IS NULL AND NOT 'decision_maker' = ANY (g.given)
    ORDER BY d.due_at, d.step_id, d.term_id
$$;
REVOKE EXECUTE ON FUNCTION term_watch(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION term_watch(timestamptz) TO schakelpunt_web;
"""
UNWATCH = "DROP FUNCTION term_watch(timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("workflows", "0007_terms"), ("casework", "0002_walls")]
    operations = [
        *[wall(table, policies) for table, policies in POLICIES.items()],
        migrations.RunSQL(WATCH, UNWATCH),
    ]
