"""Row-level security of clearances: a functional administrator gives them, never to himself.

To who works cases in the own organisation, and for a year at most. What a transaction says it is cleared
for counts only as far as a clearance in force says so too.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import wall

DESKS = import_module("partners.migrations.0012_desk_walls")
TODAY = DESKS.TODAY
GIVER = f"""(
    {DESKS.ADMINISTRATOR}
    AND EXISTS (
        SELECT FROM partners_membership m
        WHERE m.id = {{table}}.membership_id AND m.organisation_id = app_organisation()
          AND m.role IN ('coordinator', 'liaison', 'decision_maker')
          AND m.person_id <> app_person())
    AND valid_until <= {TODAY} + 365)"""

CLEARED = f"""
CREATE OR REPLACE FUNCTION app_clearances() RETURNS text[]
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE said text[] := coalesce(nullif(current_setting('app.clearances', true), ''), '{{}}');
BEGIN
    -- Most rows are asked for by who is cleared for nothing, and by roles that read no clearance.
    IF said = '{{}}' THEN
        RETURN said;
    END IF;
    RETURN coalesce((
        SELECT array_agg(c.theme::text)
        FROM partners_clearance c JOIN partners_membership m ON m.id = c.membership_id
        WHERE m.person_id = app_person() AND m.organisation_id = app_organisation()
          AND c.theme = ANY (said) AND c.ended_at IS NULL AND c.valid_until > {TODAY}), '{{}}');
END $$;
"""
SAID = """
CREATE OR REPLACE FUNCTION app_clearances() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.clearances', true), ''), '{}')::text[] $$;
"""

LAPSE = """
CREATE FUNCTION partners_end_clearances() RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH ended AS (
        UPDATE partners_clearance SET ended_at = valid_until::timestamp AT TIME ZONE 'Europe/Amsterdam'
        WHERE ended_at IS NULL AND valid_until <= (now() AT TIME ZONE 'Europe/Amsterdam')::date
        RETURNING 1)
    SELECT count(*) FROM ended
$$;
REVOKE ALL ON FUNCTION partners_end_clearances() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION partners_end_clearances() TO schakelpunt_web;
"""
UNLAPSE = "DROP FUNCTION partners_end_clearances();"


class Migration(migrations.Migration):
    dependencies = [("partners", "0013_clearance")]
    operations = [
        wall(
            "partners_clearance",
            {
                "SELECT": "(app_organisation() IS NOT NULL)",
                "INSERT": f"({GIVER} AND valid_until > {TODAY} AND given_by_id = app_person())",
                "UPDATE": GIVER,
            },
        ),
        migrations.RunSQL(CLEARED, SAID),
        migrations.RunSQL(LAPSE, UNLAPSE),
    ]
