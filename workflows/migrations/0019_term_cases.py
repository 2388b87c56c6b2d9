"""Which cases have something that runs: ids alone, for the job that moves deadlines."""

from django.db import migrations

CASES = """
CREATE FUNCTION term_cases() RETURNS TABLE (case_id bigint, lead_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.lead_id FROM casework_case c
    -- A job alone looks at all cases: for whoever acts there is nothing here.
    WHERE app_person() IS NULL AND c.closed_at IS NULL AND (
        EXISTS (SELECT FROM workflows_caseterm t WHERE t.case_id = c.id AND t.ended_at IS NULL)
        OR EXISTS (
            SELECT FROM workflows_step s
            WHERE s.case_id = c.id AND s.status = 'NEW' AND s.holder_id IS NOT NULL
        ))
    ORDER BY c.id
$$;
REVOKE EXECUTE ON FUNCTION term_cases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION term_cases() TO schakelpunt_web;
"""


class Migration(migrations.Migration):
    dependencies = [("workflows", "0018_ladder_watch")]
    operations = [migrations.RunSQL(CASES, "DROP FUNCTION term_cases();")]
