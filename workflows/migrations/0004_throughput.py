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
        date_part('epoch', s.finished - s.created) / 86400 AS days,
        -- Only what runs under a term counts: the end of a closure is a date, not a term.
        CASE WHEN (s.request_id IS NULL AND t.node IS NULL) OR s.due_at IS NULL THEN NULL
             WHEN s.status = 'DONE' AND s.finished >= starts AND s.finished < ends
                 THEN s.finished <= s.due_at
             WHEN s.status <> 'CANCELED' AND (s.finished IS NULL OR s.finished >= ends)
                 AND s.due_at >= starts AND s.due_at < ends THEN false
        END AS is_on_time,
        CASE WHEN s.request_id IS NOT NULL OR t.node IS NOT NULL THEN
            date_part('epoch', least(s.finished, ends) - greatest(s.created, starts)) / 86400
        END AS waited
    FROM casework_case c
    JOIN workflows_step s ON s.case_id = c.id
    JOIN partners_organisation h ON h.id = s.holder_id
    JOIN workflows_caseprocess p ON p.id = s.process_id
    CROSS JOIN LATERAL (SELECT split_part(s.flow_task, '.', -1) AS node) n
    LEFT JOIN terms t ON t.id = p.formule_version_id AND t.node = n.node
    WHERE c.region_id = of_region AND (of_theme = '' OR c.theme = of_theme)
      AND c.opened_at < ends AND (c.closed_at IS NULL OR c.closed_at >= starts)
      AND s.created < ends AND (s.finished IS NULL OR s.finished >= starts)
      AND (s.status <> 'CANCELED' OR s.finished IS NOT NULL)
), by_case AS (
    -- By case first: what counts for suppression is cases, and hashing is cheaper than DISTINCT.
    -- The kind of a cell: 3 a step, 4 a partner, 6 a kind of holder, 7 a kind of term.
    SELECT grouping(node, holder_id, holder) AS kind, case_id, lead_id,
        theme, node, holder, holder_id, is_statutory,
        count(*) FILTER (WHERE is_done) AS done, count(is_on_time) AS tested,
        count(*) FILTER (WHERE is_on_time) AS on_time, sum(waited) AS waited
    FROM held
    GROUP BY GROUPING SETS (
        (case_id, lead_id, theme, node), (case_id, lead_id, holder),
        (case_id, lead_id, holder, holder_id), (case_id, lead_id, is_statutory))
), by_gemeente AS (
    SELECT kind, theme, node, holder, holder_id, is_statutory, lead_id,
        sum(done)::bigint AS done, count(*) FILTER (WHERE done > 0) AS done_cases,
        sum(tested)::bigint AS tested, count(*) FILTER (WHERE tested > 0) AS tested_cases,
        sum(on_time)::bigint AS on_time,
        sum(waited) AS waited, count(*) FILTER (WHERE waited > 0) AS waited_cases
    FROM by_case
    GROUP BY kind, theme, node, holder, holder_id, is_statutory, lead_id
), counted AS (
    -- A case has one lead, so the region is the sum of its gemeenten.
    SELECT * FROM by_gemeente
    UNION ALL
    SELECT kind, theme, node, holder, holder_id, is_statutory, NULL,
        sum(done)::bigint, sum(done_cases)::bigint, sum(tested)::bigint, sum(tested_cases)::bigint,
        sum(on_time)::bigint, sum(waited), sum(waited_cases)::bigint
    FROM by_gemeente
    GROUP BY kind, theme, node, holder, holder_id, is_statutory
), spread AS (
    SELECT grouping(node, holder_id, holder) AS kind, theme, node, holder, holder_id, lead_id,
        percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY days) AS days
    FROM held WHERE is_done
    GROUP BY GROUPING SETS (
        (theme, node), (theme, node, lead_id), (holder), (holder, lead_id),
        (holder, holder_id), (holder, holder_id, lead_id))
), cells AS (
    SELECT row_number() OVER () AS id, c.*, s.days,
        100 * waited / nullif(sum(waited) FILTER (WHERE c.kind = 6)
            OVER (PARTITION BY c.kind, c.lead_id), 0) AS share
    FROM counted c LEFT JOIN spread s
        ON (s.kind, s.theme, s.node, s.holder, s.holder_id, s.lead_id)
        IS NOT DISTINCT FROM (c.kind, c.theme, c.node, c.holder, c.holder_id, c.lead_id)
), counts AS (
    SELECT id, lead_id, kind, holder, measure, cases,
        CASE WHEN cases < 5 THEN least(n, 4) ELSE n END AS n,
        ARRAY[theme, node, holder, holder_id::text, is_statutory::text] AS figure
    FROM cells CROSS JOIN LATERAL (VALUES ('done', done_cases, done),
        ('tested', tested_cases, tested), ('on_time', tested_cases, on_time),
        ('waited', waited_cases, waited_cases)
    ) AS one (measure, cases, n)
), lines AS (
    SELECT kind, figure, measure,
        array_agg(id ORDER BY id) FILTER (WHERE lead_id IS NOT NULL) AS ids,
        throughput_line(
            max(n) FILTER (WHERE lead_id IS NULL),
            array_agg(n ORDER BY id) FILTER (WHERE lead_id IS NOT NULL)) AS shown
    FROM counts GROUP BY kind, figure, measure
), in_line AS (
    SELECT measure, one.id, one.shown FROM lines, unnest(ids, lines.shown) AS one (id, shown)
    UNION ALL
    SELECT measure, id, throughput_shown(n) FROM counts WHERE lead_id IS NULL
), in_whole AS (
    -- Holders make up all waiting, and partners their kind of holder: two are hidden or none.
    SELECT c.id, c.measure, c.cases, l.shown,
        count(*) FILTER (WHERE l.shown IS NULL) OVER whole AS hidden,
        row_number() OVER (
            PARTITION BY c.kind, c.measure, c.lead_id, CASE c.kind WHEN 4 THEN c.holder END
            ORDER BY l.shown IS NOT NULL, c.n, c.id) AS place,
        c.kind = 4 OR (c.kind = 6 AND c.measure = 'waited') AS is_part
    FROM counts c JOIN in_line l ON l.id = c.id AND l.measure = c.measure
    WINDOW whole AS (
        PARTITION BY c.kind, c.measure, c.lead_id, CASE c.kind WHEN 4 THEN c.holder END)
), shown AS (
    SELECT id,
        max(shown) FILTER (WHERE measure = 'done') AS done,
        max(cases) FILTER (WHERE measure = 'done') AS done_cases,
        max(shown) FILTER (WHERE measure = 'tested') AS tested,
        max(shown) FILTER (WHERE measure = 'on_time') AS on_time,
        max(shown) FILTER (WHERE measure = 'waited') AS waited
    FROM in_whole
    WHERE shown IS NOT NULL AND NOT (is_part AND hidden = 1 AND place = 2)
    GROUP BY id
)
SELECT jsonb_agg(jsonb_build_object(
    'breakdown', CASE c.kind WHEN 3 THEN 'step' WHEN 6 THEN 'holder' WHEN 4 THEN 'partner'
        ELSE 'term' END,
    'gemeente', g.code, 'theme', c.theme, 'node', c.node, 'holder', c.holder,
    'code', h.code, 'name', h.name, 'is_statutory', c.is_statutory,
    'done', s.done, 'tested', s.tested,
    'on_time', CASE WHEN s.tested IS NOT NULL THEN s.on_time END,
    'p50', CASE WHEN s.done IS NOT NULL THEN round(c.days[1]) END,
    'p90', CASE WHEN s.done IS NOT NULL AND s.done_cases >= 10 THEN round(c.days[2]) END,
    'share', CASE WHEN s.waited IS NOT NULL THEN round(c.share) END
))
FROM cells c JOIN shown s ON s.id = c.id
LEFT JOIN partners_organisation g ON g.id = c.lead_id
LEFT JOIN partners_organisation h ON h.id = c.holder_id
$$;
REVOKE EXECUTE ON FUNCTION throughput_steps(bigint, text, timestamptz, timestamptz) FROM PUBLIC;
"""
UNSTEPS = "DROP FUNCTION throughput_steps(bigint, text, timestamptz, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("workflows", "0003_formules"), ("casework", "0003_throughput")]
    operations = [migrations.RunSQL(STEPS, UNSTEPS)]
