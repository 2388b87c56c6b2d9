"""Row-level security of formules and local settings: what was adopted stands.

Everybody may read what was adopted, and what a gemeente set or accepted: whoever moves a case needs
it. A draft is for its region; only the role that a page asks for writes, and an adopted version is
never rewritten.
"""

from django.db import migrations

from partners.walls import wall

TODAY = "(app_at() AT TIME ZONE 'Europe/Amsterdam')::date"


def in_force(alias: str) -> str:
    return f"""{alias}.valid_from <= {TODAY}
        AND ({alias}.valid_until IS NULL OR {alias}.valid_until > {TODAY})"""


def acts_as(*roles: str) -> str:
    """Only the membership says it; a person with two roles at one organisation has both here."""
    named = ", ".join(f"'{role}'" for role in roles)
    return f"""EXISTS (
        SELECT FROM partners_membership m
        WHERE m.person_id = app_person() AND m.organisation_id = app_organisation()
          AND m.role IN ({named}) AND {in_force("m")})"""


def serves(region: str) -> str:
    return f"""EXISTS (
        SELECT FROM partners_servicearea a
        WHERE a.region_id = {region} AND a.organisation_id = app_organisation()
          AND {in_force("a")})"""


OF_REGION = serves("{table}.region_id")
ADMINISTRATOR = acts_as("administrator")
READER = acts_as("administrator", "secretary", "coordinator")
EDITOR = f"({OF_REGION} AND {ADMINISTRATOR})"
SOMEBODY = "app_organisation() IS NOT NULL"
OWN_SETTING = f"(organisation_id = app_organisation() AND {ADMINISTRATOR})"
ACCEPTING = f"""(
    organisation_id = app_organisation()
    AND EXISTS (
        SELECT FROM partners_membership m
        WHERE m.id = {{table}}.accepted_by_id AND m.person_id = app_person()
          AND m.organisation_id = app_organisation()
          AND m.role = 'secretary' AND {in_force("m")})
    AND EXISTS (
        SELECT FROM workflows_formuleversion v
        WHERE v.id = {{table}}.formule_version_id AND v.status = 'adopted'
          AND (v.region_id IS NULL OR {serves("v.region_id")})))"""

POLICIES = {
    "workflows_formuleversion": {
        "SELECT": f"(status <> 'draft' OR ({OF_REGION} AND {READER}))",
        "INSERT": f"(status = 'draft' AND {EDITOR})",
        "UPDATE": EDITOR,
        "DELETE": f"(status = 'draft' AND {EDITOR})",
    },
    "workflows_acceptance": {"SELECT": SOMEBODY, "INSERT": ACCEPTING},
    "workflows_localsetting": {
        "SELECT": SOMEBODY,
        "INSERT": OWN_SETTING,
        "UPDATE": OWN_SETTING,
    },
    "workflows_enforcementrow": {
        "SELECT": SOMEBODY,
        "INSERT": OWN_SETTING,
        "UPDATE": OWN_SETTING,
    },
}

STANDS = """
CREATE FUNCTION workflows_formule_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('workflows_formuleversion') THEN
        RETURN NEW;
    END IF;
    IF OLD.status = 'draft' AND NEW.status IN ('draft', 'adopted') THEN
        RETURN NEW;
    END IF;
    IF OLD.status = 'adopted' AND NEW.status = 'superseded' AND NEW.valid_until IS NOT NULL
        AND to_jsonb(NEW) - 'status' - 'valid_until' = to_jsonb(OLD) - 'status' - 'valid_until'
    THEN
        RETURN NEW;
    END IF;
    RAISE insufficient_privilege USING MESSAGE = 'an adopted formule stands as it was adopted';
END $$;
CREATE TRIGGER formule_stands BEFORE UPDATE ON workflows_formuleversion
    FOR EACH ROW EXECUTE FUNCTION workflows_formule_stands();

CREATE FUNCTION workflows_setting_stands() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF row_security_active(TG_RELID) AND OLD.valid_until IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'what ended is not dated anew';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER setting_stands BEFORE UPDATE ON workflows_localsetting
    FOR EACH ROW EXECUTE FUNCTION workflows_setting_stands();
CREATE TRIGGER setting_stands BEFORE UPDATE ON workflows_enforcementrow
    FOR EACH ROW EXECUTE FUNCTION workflows_setting_stands();
"""

FALLS = """
DROP TRIGGER setting_stands ON workflows_enforcementrow;
DROP TRIGGER setting_stands ON workflows_localsetting;
DROP FUNCTION workflows_setting_stands();
DROP TRIGGER formule_stands ON workflows_formuleversion;
DROP FUNCTION workflows_formule_stands();
"""


class Migration(migrations.Migration):
    dependencies = [("workflows", "0009_formule_versions"), ("partners", "0002_security")]
    operations = [
        migrations.RunSQL(STANDS, FALLS),
        *[
            wall(table, policies)
            for table, policies in POLICIES.items()
        ],
    ]
