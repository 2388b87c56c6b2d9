"""Throughput of the steps: how long they took, whether in time, and who held them.

Called by `throughput` alone (casework 0003), which says who may ask. A cell is shown from five
cases; see docs/throughput.md for the rules.
"""

from django.db import migrations

STEPS = """
CREATE FUNCTION throughput_steps(
    of_region bigint, of_theme text, starts timestamptz, ends timestamptz
) RETURNS jsonb LANGUAGE sql STABLE AS $$
WITH terms AS (
    SELECT v.id, t.key AS node, (t.value->>'is_statutory')::boolean AS is_statutory
    FROM workflows_formuleversion v CROSS JOIN LATERAL jsonb_each(v.content->'terms') t
), held AS MATERIALIZED (
    SELECT c.id AS case_id, c.lead_id, c.theme, n.node, s.holder_id,
        CASE WHEN h.kind IN ('gemeente', 'politie', 'om') THEN h.kind ELSE 'anders' END AS holder,
        coalesce(t.is_statutory, false) AS is_statutory,
        s.status = 'DONE' AND s.finished >= starts AND s.finished < ends AS is_done,
        extract(epoch FROM s.finished - s.created)::float8 / 86400 AS days,
        -- Only what runs under a term counts: the end of a closure is a date, not a term.
        CASE WHEN (s.request_id IS NULL AND t.node IS NULL) OR s.due_at IS NULL THEN NULL
             WHEN s.status = 'DONE' AND s.finished >= starts AND s.finished < ends
                 THEN s.finished <= s.due_at
             WHEN s.status <> 'CANCELED' AND (s.finished IS NULL OR s.finished >= ends)
                 AND s.due_at >= starts AND s.due_at < ends THEN false
        END AS is_on_time,
        CASE WHEN s.request_id IS NOT NULL OR t.node IS NOT NULL THEN
            extract(epoch FROM least(coalesce(s.finished, ends), ends)
                - greatest(s.created, starts))::float8 / 86400
        END AS waited
    FROM casework_case c
    JOIN workflows_step s ON s.case_id = c.id
    JOIN partners_organisation h ON h.id = s.holder_id
    JOIN workflows_caseprocess p ON p.id = s.process_id
    CROSS JOIN LATERAL (SELECT substring(s.flow_task FROM '[^.]+$') AS node) n
    LEFT JOIN terms t ON t.id = p.formule_version_id AND t.node = n.node
    WHERE c.region_id = of_region AND (of_theme = '' OR c.theme = of_theme)
      AND c.opened_at < ends AND (c.closed_at IS NULL OR c.closed_at >= starts)
      AND s.created < ends AND (s.finished IS NULL OR s.finished >= starts)
      AND (s.status <> 'CANCELED' OR s.finished IS NOT NULL)
), by_case AS (
    -- By case first: what counts for suppression is cases, and hashing is cheaper than DISTINCT.
    SELECT grouping(node, holder_id, holder) AS kind, case_id, lead_id,
        theme, node, holder, holder_id, is_statutory,
        count(*) FILTER (WHERE is_done) AS done, count(is_on_time) AS tested,
        count(*) FILTER (WHERE is_on_time) AS on_time, sum(waited) AS waited
    FROM held
    GROUP BY GROUPING SETS (
        (case_id, lead_id, theme, node), (case_id, lead_id, holder),
        (case_id, lead_id, holder, holder_id), (case_id, lead_id, is_statutory))
), counted AS (
    SELECT kind, theme, node, holder, holder_id, is_statutory, lead_id,
        sum(done)::bigint AS done, count(*) FILTER (WHERE done > 0) AS done_cases,
        sum(tested)::bigint AS tested, count(*) FILTER (WHERE tested > 0) AS tested_cases,
        sum(on_time)::bigint AS on_time,
        sum(waited) AS waited, count(*) FILTER (WHERE waited > 0) AS waited_cases
    FROM by_case
    GROUP BY GROUPING SETS (
        (kind, theme, node, holder, holder_id, is_statutory, lead_id),
        (kind, theme, node, holder, holder_id, is_statutory))
), spread AS (
    SELECT grouping(node, holder_id, holder) AS kind, theme, node, holder, holder_id, lead_id,
        percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY days) AS days
    FROM held WHERE is_done
    GROUP BY GROUPING SETS (
        (theme, node), (theme, node, lead_id), (holder), (holder, lead_id),
        (holder, holder_id), (holder, holder_id, lead_id))
), shares AS (
    SELECT *, row_number() OVER () AS id,
        100 * waited / nullif(sum(waited) FILTER (WHERE breakdown = 'holder')
            OVER (PARTITION BY breakdown, lead_id), 0) AS share
    FROM counted
), cells AS (
    SELECT s.id, cell.measure, cell.cases, cell.n, breakdown, lead_id,
        -- The cells that add up to one total: the gemeenten of a figure, the holders of a whole.
        ARRAY[breakdown, theme, node, holder, holder_id::text, is_statutory::text] AS figure,
        ARRAY[breakdown, CASE WHEN breakdown = 'partner' THEN holder END] AS whole
    FROM shares s CROSS JOIN LATERAL (VALUES
        ('done', s.done_cases, s.done), ('tested', s.tested_cases, s.tested),
        ('on_time', least(s.tested_cases, s.on_time), s.on_time),
        ('waited', s.waited_cases, NULL)
    ) AS cell (measure, cases, n)
), ranked AS (
    SELECT *,
        count(*) FILTER (WHERE cases < 5) OVER (PARTITION BY measure, figure, lead_id IS NULL)
            AS small_gemeenten,
        row_number() OVER (PARTITION BY measure, figure, lead_id IS NULL ORDER BY cases, id)
            AS place_of_gemeente,
        count(*) FILTER (WHERE cases < 5) OVER (PARTITION BY measure, whole, lead_id)
            AS small_holders,
        row_number() OVER (PARTITION BY measure, whole, lead_id ORDER BY cases, id)
            AS place_of_holder
    FROM cells
), shown AS (
    SELECT id, measure, n, cases FROM ranked
    WHERE cases >= 5
      AND (lead_id IS NULL OR small_gemeenten <> 1 OR place_of_gemeente <> 2)
      AND (breakdown NOT IN ('holder', 'partner') OR small_holders <> 1 OR place_of_holder <> 2)
)
SELECT jsonb_agg(jsonb_build_object(
    'breakdown', s.breakdown, 'gemeente', g.code, 'theme', s.theme, 'node', s.node,
    'holder', s.holder, 'code', h.code, 'name', h.name, 'is_statutory', s.is_statutory,
    'done', throughput_shown(done.n), 'tested', throughput_shown(tested.n),
    'on_time', throughput_shown(on_time.n),
    'p50', CASE WHEN done.id IS NOT NULL THEN round(s.days[1]) END,
    'p90', CASE WHEN done.cases >= 10 THEN round(s.days[2]) END,
    'share', CASE WHEN waited.id IS NOT NULL THEN round(s.share) END
))
FROM shares s
LEFT JOIN shown done ON done.id = s.id AND done.measure = 'done'
LEFT JOIN shown tested ON tested.id = s.id AND tested.measure = 'tested'
LEFT JOIN shown on_time
    ON on_time.id = tested.id AND on_time.measure = 'on_time'
LEFT JOIN shown waited ON waited.id = s.id AND waited.measure = 'waited'
LEFT JOIN partners_organisation g ON g.id = s.lead_id
LEFT JOIN partners_organisation h ON h.id = s.holder_id
WHERE coalesce(done.id, tested.id, waited.id) IS NOT NULL
$$;
REVOKE EXECUTE ON FUNCTION throughput_steps(bigint, text, timestamptz, timestamptz) FROM PUBLIC;
"""
UNSTEPS = "DROP FUNCTION throughput_steps(bigint, text, timestamptz, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("workflows", "0003_formules"), ("casework", "0003_throughput")]
    operations = [migrations.RunSQL(STEPS, UNSTEPS)]
