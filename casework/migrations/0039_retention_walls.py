"""Walls of extensions, holds, lists of destruction and tombstones; what a list may hold."""

from importlib import import_module

from django.db import migrations

from partners.walls import wall

BEFORE = import_module("casework.migrations.0002_walls")
NEAR = import_module("casework.migrations.0005_clearance_walls").NEAR
hangs = import_module("casework.migrations.0023_disclosure_request_walls").hangs
MINE, IN_CASE = BEFORE.MINE, BEFORE.IN_CASE
TODAY = "(app_at() AT TIME ZONE 'Europe/Amsterdam')::date"

CHECKS = """
CREATE FUNCTION casework_check_extension() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    item record;
    found_rule record;
    longer date;
    erased date;
BEGIN
    IF NEW.contribution_id IS NOT NULL THEN
        SELECT o.information_class, o.organisation_id, o.case_id, o.created_at,
            o.retain_until, o.extract_of_id IS NOT NULL AS is_extract
        INTO item FROM casework_contribution o WHERE o.id = NEW.contribution_id;
    ELSE
        SELECT o.information_class, o.organisation_id, o.case_id, o.created_at,
            o.retain_until, false AS is_extract
        INTO item FROM casework_subject o WHERE o.id = NEW.subject_id;
    END IF;
    SELECT * INTO found_rule FROM casework_retention(
        item.information_class, item.organisation_id, item.case_id, item.created_at);
    SELECT * INTO longer, erased
    FROM casework_changed_day(NEW.contribution_id, NEW.subject_id, found_rule.longest);
    NEW.organisation_id := item.organisation_id;
    NEW.set_at := least(NEW.set_at, now());
    IF item.is_extract THEN
        RAISE check_violation USING MESSAGE = 'an extract is kept as its whole is';
    ELSIF NEW.kind = 'extended' AND (NOT found_rule.is_extendable OR found_rule.is_fixed
            OR erased IS NOT NULL OR item.retain_until IS NULL OR NEW.until <= item.retain_until
            OR NEW.until > (NEW.set_at AT TIME ZONE 'Europe/Amsterdam')::date
                + make_interval(months => found_rule.longest)) THEN
        RAISE check_violation USING MESSAGE = 'this item is not kept longer';
    ELSIF NEW.kind = 'erased' AND found_rule.is_fixed THEN
        RAISE check_violation USING MESSAGE = 'this item is kept to its day';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER check_extension BEFORE INSERT ON casework_retentionextension
    FOR EACH ROW EXECUTE FUNCTION casework_check_extension();

CREATE FUNCTION casework_lift_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.lifted_at IS NOT NULL THEN
        RAISE check_violation USING MESSAGE = 'this hold was lifted';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER lift_once BEFORE UPDATE OF lifted_at ON casework_retentionhold
    FOR EACH ROW EXECUTE FUNCTION casework_lift_once();

CREATE FUNCTION casework_sign_list() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    signer partners_membership;
    today date := coalesce(app_at(), now()) AT TIME ZONE 'Europe/Amsterdam';
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.decided_at IS NOT NULL THEN
        RAISE check_violation USING MESSAGE = 'this list is decided on';
    END IF;
    SELECT * INTO signer FROM partners_membership
    WHERE id = CASE TG_OP WHEN 'INSERT' THEN NEW.proposed_by_id ELSE NEW.decided_by_id END
      AND organisation_id = NEW.organisation_id AND valid_from <= today
      AND (valid_until IS NULL OR valid_until > today);
    IF signer.id IS NULL OR signer.person_id IS DISTINCT FROM app_person() THEN
        RAISE insufficient_privilege USING MESSAGE = 'a list is signed for oneself';
    END IF;
    IF TG_OP = 'INSERT' THEN
        NEW.proposer_id := signer.person_id;
        NEW.proposer_role := signer.role;
    ELSE
        NEW.decider_id := signer.person_id;
        NEW.decider_role := signer.role;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER sign_list BEFORE INSERT OR UPDATE ON casework_destructionlist
    FOR EACH ROW EXECUTE FUNCTION casework_sign_list();

CREATE FUNCTION casework_refuse_list() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE casework_destructionline SET result = 'refused', settled_at = NEW.decided_at
    WHERE listing_id = NEW.id AND result = 'open';
    RETURN NULL;
END $$;
CREATE TRIGGER refuse_list AFTER UPDATE ON casework_destructionlist
    FOR EACH ROW WHEN (NEW.is_approved IS FALSE) EXECUTE FUNCTION casework_refuse_list();
"""
NO_CHECKS = """
DROP TRIGGER refuse_list ON casework_destructionlist;
DROP FUNCTION casework_refuse_list();
DROP TRIGGER sign_list ON casework_destructionlist;
DROP FUNCTION casework_sign_list();
DROP TRIGGER lift_once ON casework_retentionhold;
DROP FUNCTION casework_lift_once();
DROP TRIGGER check_extension ON casework_retentionextension;
DROP FUNCTION casework_check_extension();
"""

OF_TRAIL = "organisation_id = app_trail_organisation()"
BY_ME = """EXISTS (SELECT FROM partners_membership m
    WHERE m.id = {table}.set_by_id AND m.person_id = app_person()
      AND m.organisation_id = app_case_organisation())"""
READS_TOMBSTONE = """EXISTS (SELECT FROM casework_tombstonereader k
    WHERE k.line_id = {table}.id AND k.organisation_id = app_case_organisation())"""

POLICIES = {
    "casework_retentionextension": {
        "SELECT": f"({MINE} AND {NEAR})",
        "INSERT": f"({MINE} AND {NEAR} AND kind = 'extended' AND {BY_ME})",
    },
    "casework_retentionhold": {
        "SELECT": f"({MINE} AND {NEAR})",
        "INSERT": f"({MINE} AND {NEAR} AND {IN_CASE} AND {BY_ME} AND lifted_at IS NULL)",
        "UPDATE": f"({MINE} AND {NEAR})",
    },
    "casework_destructionlist": {
        "SELECT": OF_TRAIL,
        "INSERT": f"({MINE} AND decided_at IS NULL)",
        # The privacy officer reads trails and no cases.
        "UPDATE": f"({OF_TRAIL} AND app_case_organisation() IS NULL)",
    },
    "casework_destructionline": {
        "SELECT": f"""({OF_TRAIL} AND (app_case_organisation() IS NULL OR {NEAR})
            OR {READS_TOMBSTONE} AND {NEAR})""",
        "INSERT": f"""({MINE} AND {NEAR} AND EXISTS (
            SELECT FROM casework_destructionlist d
            WHERE d.id = {{table}}.listing_id AND d.proposer_id = app_person()
              AND d.organisation_id = {{table}}.organisation_id AND d.decided_at IS NULL))""",
    },
    "casework_tombstonereader": {"SELECT": MINE},
}


class Migration(migrations.Migration):
    dependencies = [("casework", "0038_retention_days")]
    operations = [
        migrations.RunSQL(CHECKS, NO_CHECKS),
        hangs("casework_retentionextension"),
        hangs("casework_retentionhold", on=("case",)),
        *[wall(table, policies) for table, policies in POLICIES.items()],
    ]
