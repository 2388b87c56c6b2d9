"""How often people of a gemeente met aggression in a quarter, by place and by kind; no persons.

For the gemeentesecretaris of that gemeente alone (domain brief 7.3, A7), and of quarters that are
over alone: two looks at one that runs would tell who came between. Counts follow the rules of
the throughput: rounded to fives, and none below five, nor one that can be subtracted.
"""

from django.db import migrations

QUARTER = """
CREATE FUNCTION aggression_quarter(of_year integer, of_quarter integer) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
WITH span AS (
    SELECT first::timestamp AT TIME ZONE 'Europe/Amsterdam' AS starts,
        (first + interval '3 months')::timestamp AT TIME ZONE 'Europe/Amsterdam' AS ends,
        (now() AT TIME ZONE 'Europe/Amsterdam')::date AS today
    FROM make_date(of_year, 3 * of_quarter - 2, 1) AS first
), asker AS (
    SELECT o.id, s.starts, s.ends FROM span s CROSS JOIN partners_organisation o
    WHERE o.id = app_organisation() AND o.kind = 'gemeente'
      AND s.ends <= s.today::timestamp AT TIME ZONE 'Europe/Amsterdam'
      AND EXISTS (
        SELECT FROM partners_membership m
        WHERE m.person_id = app_person() AND m.organisation_id = o.id AND m.role = 'secretary'
          AND m.valid_from <= s.today AND (m.valid_until IS NULL OR m.valid_until > s.today))
), reports AS (
    SELECT c.id, said.answers
    FROM asker a JOIN casework_case c ON c.lead_id = a.id AND c.theme = 'agressie'
    CROSS JOIN LATERAL (
        SELECT jsonb_object_agg(one->>'name', one->>'value') AS answers
        FROM casework_contribution k, jsonb_array_elements(k.content) one
        WHERE k.case_id = c.id AND k.kind = 'signal' AND k.organisation_id = a.id
    ) said
    WHERE (said.answers->>'happened_at')::timestamptz >= a.starts
      AND (said.answers->>'happened_at')::timestamptz < a.ends
), known (axis, value) AS (
    VALUES ('channel', 'desk'), ('channel', 'phone'), ('channel', 'visit'), ('channel', 'online'),
        ('channel', 'home'), ('channel', 'boa'),
        ('shape', 'verbal'), ('shape', 'threat'), ('shape', 'physical'),
        ('shape', 'intimidation'), ('shape', 'stalking'), ('shape', 'doxing')
), counted AS (
    SELECT k.axis, k.value, count(r.id) AS n, (SELECT count(*) FROM reports) AS whole
    FROM known k LEFT JOIN reports r ON r.answers->>k.axis = k.value
    GROUP BY k.axis, k.value
), lines AS (
    SELECT axis, array_agg(value ORDER BY value) AS names,
        throughput_line(max(whole), array_agg(n ORDER BY value)) AS shown
    FROM counted GROUP BY axis
)
SELECT jsonb_build_object(
    'whole', throughput_shown((SELECT count(*) FROM reports)),
    'rows', (
        SELECT jsonb_agg(jsonb_build_object('axis', l.axis, 'value', one.name, 'n', one.n))
        FROM lines l, unnest(l.names, l.shown) AS one (name, n)))
FROM asker
$$;
REVOKE EXECUTE ON FUNCTION aggression_quarter(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION aggression_quarter(integer, integer) TO schakelpunt_web;
"""


class Migration(migrations.Migration):
    dependencies = [("workflows", "0021_event_setting_walls"), ("casework", "0003_throughput")]
    operations = [
        migrations.RunSQL(QUARTER, "DROP FUNCTION aggression_quarter(integer, integer);")
    ]
