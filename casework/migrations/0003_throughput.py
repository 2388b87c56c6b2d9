"""Throughput: counts that leave the database only after small cells are taken out.

The tables of cases stay closed to secretaries (0002_walls). `throughput` alone may be called; it
runs as the owner, answers an organisation about the regions it serves, and returns figures that
are rounded and suppressed already: docs/throughput.md tells by which rules. The steps are counted
by `throughput_steps`, which comes with the workflows.
"""

from django.db import migrations

INDEX = "CREATE INDEX casework_case_throughput ON casework_case (region_id, closed_at);"
UNINDEX = "DROP INDEX casework_case_throughput;"

# Without a grant to anyone: only `throughput` reads and writes it.
KEPT = """
CREATE UNLOGGED TABLE casework_throughput_kept (
    region_id bigint REFERENCES partners_region ON DELETE CASCADE,
    period text, theme text, figures text,
    counted_at timestamptz NOT NULL, fresh_until timestamptz NOT NULL, content jsonb,
    PRIMARY KEY (region_id, period, theme, figures)
);
ALTER TABLE casework_throughput_kept ENABLE ROW LEVEL SECURITY;
"""
UNKEPT = "DROP TABLE casework_throughput_kept;"

RULES = """
CREATE FUNCTION throughput_shown(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN n >= 5 THEN round(n / 5.0)::bigint * 5 END $$;

CREATE FUNCTION throughput_line(total bigint, members bigint[]) RETURNS bigint[]
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    whole constant bigint := throughput_shown(total);
    shown bigint[];
    small bigint;
    larger bigint := 0;
    least_left bigint;
    most_left bigint;
    next bigint;
BEGIN
    SELECT array_agg(throughput_shown(n) ORDER BY place), count(*) FILTER (WHERE n < 5)
    INTO shown, small FROM unnest(members) WITH ORDINALITY AS m (n, place);
    -- Hide the next smallest until two are hidden, and until what a reader can subtract leaves
    -- the small ones together five possible sums, or three from none upwards.
    WHILE small > 0 LOOP
        SELECT whole - 2 - sum(v + 2) - larger * (min(v) + 2),
               whole + 2 - sum(greatest(5, v - 2)) - larger * 5
        INTO least_left, most_left FROM unnest(shown) AS v WHERE v IS NOT NULL;
        EXIT WHEN whole IS NULL OR least_left IS NULL
            OR (small + larger > 1
                AND (least(most_left, 4 * small) - greatest(least_left, 0) >= 4
                    OR (least_left <= 0 AND most_left >= 2)));
        SELECT place INTO next FROM unnest(members, shown) WITH ORDINALITY AS m (n, v, place)
        WHERE v IS NOT NULL ORDER BY n, place LIMIT 1;
        shown[next] := NULL;
        larger := larger + 1;
    END LOOP;
    RETURN shown;
END $$;

CREATE FUNCTION throughput_region(region_code text) RETURNS bigint LANGUAGE sql STABLE AS $$
    WITH today AS (SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date AS day)
    SELECT r.id FROM today, partners_region r
    WHERE r.code = region_code
      AND EXISTS (
        SELECT FROM partners_servicearea a
        WHERE a.region_id = r.id AND a.organisation_id = app_organisation()
          AND a.valid_from <= day AND (a.valid_until IS NULL OR a.valid_until > day))
      AND EXISTS (
        SELECT FROM partners_membership m
        WHERE m.person_id = app_person() AND m.organisation_id = app_organisation()
          AND m.role <> 'privacy_officer'
          AND m.valid_from <= day AND (m.valid_until IS NULL OR m.valid_until > day))
$$;

CREATE FUNCTION throughput_period(period text, OUT starts timestamptz, OUT ends timestamptz)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    zone constant text := 'Europe/Amsterdam';
    first timestamp;
    length interval := '1 year';
BEGIN
    IF period = 'recent' THEN
        first := date_trunc('month', now() AT TIME ZONE zone) - interval '11 months';
    ELSIF period ~ '^20[0-9]{2}(-Q[1-4])?$' THEN
        first := make_timestamp(left(period, 4)::int, 1, 1, 0, 0, 0);
        IF length(period) > 4 THEN
            first := first + (right(period, 1)::int - 1) * interval '3 months';
            length := '3 months';
        END IF;
    ELSE
        RETURN;
    END IF;
    starts := first AT TIME ZONE zone;
    ends := least((first + length) AT TIME ZONE zone, clock_timestamp());
END $$;
"""
UNRULES = """
DROP FUNCTION throughput_period(text);
DROP FUNCTION throughput_region(text);
DROP FUNCTION throughput_line(bigint, bigint[]);
DROP FUNCTION throughput_shown(bigint);
"""

CASES = """
CREATE FUNCTION throughput_cases(
    of_region bigint, of_theme text, starts timestamptz, ends timestamptz
) RETURNS jsonb LANGUAGE sql STABLE AS $$
WITH seen AS (
    SELECT c.lead_id,
        c.opened_at >= starts AS is_opened,
        coalesce(c.closed_at < ends, false) AS is_closed,
        date_part('epoch', c.closed_at - c.opened_at) / 86400 AS days,
        came.is_reached
    FROM casework_case c
    LEFT JOIN LATERAL (
        SELECT bool_and(o.is_reached) AS is_reached FROM casework_outcome o
        WHERE o.case_id = c.id AND o.is_reached IS NOT NULL
    ) came ON c.closed_at < ends
    WHERE c.region_id = of_region AND (of_theme = '' OR c.theme = of_theme)
      AND c.opened_at < ends AND (c.closed_at IS NULL OR c.closed_at >= starts)
), counted AS (
    SELECT lead_id,
        count(*) FILTER (WHERE is_opened) AS opened,
        count(*) FILTER (WHERE is_closed) AS closed,
        count(*) FILTER (WHERE NOT is_closed) AS in_hand,
        count(is_reached) AS evaluated,
        count(*) FILTER (WHERE is_reached) AS reached,
        percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY days) FILTER (WHERE is_closed)
            AS days
    FROM seen GROUP BY GROUPING SETS ((lead_id), ())
), leads AS (
    SELECT a.organisation_id AS lead_id
    FROM partners_servicearea a JOIN partners_organisation o ON o.id = a.organisation_id
    WHERE a.region_id = of_region AND o.kind = 'gemeente'
      AND a.valid_from < ends::date AND (a.valid_until IS NULL OR a.valid_until > starts::date)
    UNION SELECT lead_id FROM counted
), cells AS (
    -- A gemeente without cases is a small cell like the others: nobody can tell none from few.
    SELECT l.lead_id, cell.measure, coalesce(cell.n, 0) AS n
    FROM leads l LEFT JOIN counted c ON c.lead_id IS NOT DISTINCT FROM l.lead_id
    CROSS JOIN LATERAL (VALUES ('opened', c.opened), ('closed', c.closed),
        ('in_hand', c.in_hand), ('evaluated', c.evaluated), ('reached', c.reached)
    ) AS cell (measure, n)
), lines AS (
    SELECT measure, max(n) FILTER (WHERE lead_id IS NULL) AS total,
        array_agg(lead_id ORDER BY lead_id) FILTER (WHERE lead_id IS NOT NULL) AS leads,
        array_agg(n ORDER BY lead_id) FILTER (WHERE lead_id IS NOT NULL) AS members
    FROM cells GROUP BY measure
), shown AS (
    SELECT lead_id, jsonb_object_agg(measure, n) AS counts
    FROM (
        SELECT measure, one.lead_id, one.n
        FROM lines, unnest(leads, throughput_line(total, members)) AS one (lead_id, n)
        UNION ALL
        SELECT measure, NULL, throughput_shown(total) FROM lines
    ) AS published GROUP BY lead_id
)
SELECT jsonb_agg(s.counts || jsonb_build_object(
    'code', o.code, 'name', o.name,
    'p50', CASE WHEN s.counts->>'closed' IS NOT NULL THEN round(c.days[1]) END,
    'p90', CASE WHEN s.counts->>'closed' IS NOT NULL AND c.closed >= 10 THEN round(c.days[2]) END
) ORDER BY o.name)
FROM shown s
LEFT JOIN counted c ON c.lead_id IS NOT DISTINCT FROM s.lead_id
LEFT JOIN partners_organisation o ON o.id = s.lead_id
$$;
"""
UNCASES = "DROP FUNCTION throughput_cases(bigint, text, timestamptz, timestamptz);"

ENTRANCE = """
CREATE FUNCTION throughput(region_code text, period text, theme text, figures text)
RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS $$
DECLARE
    of_region constant bigint := throughput_region(region_code);
    frame record;
    began timestamptz;
    took interval;
    result jsonb;
BEGIN
    SELECT * INTO frame FROM throughput_period(period);
    IF of_region IS NULL OR frame.starts IS NULL OR frame.starts >= frame.ends THEN
        RETURN NULL;
    END IF;
    SELECT k.content INTO result FROM casework_throughput_kept k
    WHERE k.region_id = of_region AND k.period = throughput.period
      AND k.theme = throughput.theme AND k.figures = throughput.figures
      AND k.fresh_until > clock_timestamp();
    IF FOUND THEN
        RETURN result;
    END IF;
    began := clock_timestamp();
    IF figures = 'cases' THEN
        result := throughput_cases(of_region, theme, frame.starts, frame.ends);
    ELSIF figures = 'steps' THEN
        result := throughput_steps(of_region, theme, frame.starts, frame.ends);
    ELSE
        RETURN NULL;
    END IF;
    result := jsonb_build_object(
        'from', frame.starts, 'until', frame.ends, 'rows', coalesce(result, '[]'));
    took := clock_timestamp() - began;
    IF took > interval '250 milliseconds' THEN
        -- What is dear to count is kept the longer: counting takes at most 1/200 of the time.
        INSERT INTO casework_throughput_kept
        VALUES (of_region, period, theme, figures, began,
                clock_timestamp() + least(took * 200, interval '1 hour'), result)
        ON CONFLICT ON CONSTRAINT casework_throughput_kept_pkey DO UPDATE SET
            counted_at = EXCLUDED.counted_at, fresh_until = EXCLUDED.fresh_until,
            content = EXCLUDED.content;
    END IF;
    RETURN result;
END $$;
REVOKE EXECUTE ON FUNCTION
    throughput_region(text),
    throughput_cases(bigint, text, timestamptz, timestamptz)
FROM PUBLIC;
"""
UNENTRANCE = "DROP FUNCTION throughput(text, text, text, text);"


class Migration(migrations.Migration):
    dependencies = [("casework", "0002_walls"), ("partners", "0002_security")]
    operations = [
        migrations.RunSQL(INDEX, UNINDEX),
        migrations.RunSQL(KEPT, UNKEPT),
        migrations.RunSQL(RULES, UNRULES),
        migrations.RunSQL(CASES, UNCASES),
        migrations.RunSQL(ENTRANCE, UNENTRANCE),
    ]
