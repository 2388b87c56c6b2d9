"""Who decides: the lead's own, or who bears its mandate for this power; and how long is kept.

The wall reads as casework.policies.why_not_decide.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import change_wall

BEFORE = import_module("casework.migrations.0002_walls")
NARROWED = import_module("casework.migrations.0005_clearance_walls")
OWN_CONTRIBUTION = """EXISTS (
    SELECT FROM casework_contribution o
    WHERE o.id = {table}.contribution_id AND o.case_id = {table}.case_id
      AND o.organisation_id = app_case_organisation())"""
TODAY = "(app_at() AT TIME ZONE 'Europe/Amsterdam')::date"
IN_FORCE = (
    f"{{row}}.valid_from <= {TODAY} AND"
    f" ({{row}}.valid_until IS NULL OR {{row}}.valid_until > {TODAY})"
)

DECIDES = f"""EXISTS (
    SELECT FROM casework_case c JOIN partners_membership m ON m.id = {{table}}.decided_by_id
    WHERE c.id = {{table}}.case_id AND c.lead_id = {{table}}.organisation_id
      AND m.person_id = app_person() AND m.organisation_id = app_case_organisation()
      AND m.mandate <> '' AND {IN_FORCE.format(row="m")}
      AND NOT (m.mandate = 'hulpofficier van justitie' AND c.theme || '.' || {{table}}.kind
          IN ('huisverbod.extend', 'huisverbod.withdraw'))
      AND (
        m.organisation_id = {{table}}.organisation_id AND m.role = 'decision_maker'
            AND {{table}}.mandate_id IS NULL
        OR EXISTS (
            SELECT FROM partners_mandate d
            WHERE d.id = {{table}}.mandate_id AND d.giver_id = {{table}}.organisation_id
              AND d.holder_id = m.organisation_id AND d.mandate = m.mandate
              AND d.power = c.theme || '.' || {{table}}.kind AND {IN_FORCE.format(row="d")})
            AND {OWN_CONTRIBUTION}))"""

AFTER = {
    "SELECT": f"({BEFORE.MINE} AND {BEFORE.OF_CONTRIBUTION} OR {OWN_CONTRIBUTION})",
    "INSERT": DECIDES,
}
WALLS = {
    "SELECT": NARROWED.AFTER["casework_decision"]["SELECT"],
    "INSERT": BEFORE.POLICIES["casework_decision"]["INSERT"],
}

RETAIN = """
CREATE FUNCTION casework_retain_with_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE casework_contribution SET retain_until = NEW.retain_until
    WHERE case_id = NEW.case_id AND information_class = (
        SELECT information_class FROM casework_contribution WHERE id = NEW.contribution_id);
    RETURN NULL;
END $$;
CREATE TRIGGER retain_with_decision AFTER INSERT ON casework_decision
    FOR EACH ROW WHEN (NEW.retain_until IS NOT NULL)
    EXECUTE FUNCTION casework_retain_with_decision();

CREATE FUNCTION casework_retain_as_decided() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.retain_until := coalesce((
        SELECT d.retain_until FROM casework_decision d
        JOIN casework_contribution o ON o.id = d.contribution_id
        WHERE d.case_id = NEW.case_id AND d.retain_until IS NOT NULL
          AND o.information_class = NEW.information_class
        ORDER BY d.decided_at, d.id LIMIT 1), NEW.retain_until);
    RETURN NEW;
END $$;
CREATE TRIGGER retain_as_decided BEFORE INSERT ON casework_contribution
    FOR EACH ROW EXECUTE FUNCTION casework_retain_as_decided();
"""
FORGET = """
DROP TRIGGER retain_as_decided ON casework_contribution;
DROP FUNCTION casework_retain_as_decided();
DROP TRIGGER retain_with_decision ON casework_decision;
DROP FUNCTION casework_retain_with_decision();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0015_mandates")]
    operations = [
        *[
            change_wall("casework_decision", command, before=WALLS[command], after=condition)
            for command, condition in AFTER.items()
        ],
        migrations.RunSQL(RETAIN, FORGET),
    ]
