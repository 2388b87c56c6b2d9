"""A case that is closed ends what others see by it (domain brief 7.7: "ends with the case").

Who leads it and who accounts for it keep taking part, since they keep its file. Whoever put something
in keeps that, and with it the bare case: it still holds, corrects and destroys what is its own, and
does not take part again. Once it is closed nothing is given in it any more. The word that goes out
as the case closes stays readable for `casework.models.LOOK_BACK`: without that a reporter could
never read how it ended (domain brief 6.2, Z7).
"""

from importlib import import_module

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

from partners.walls import change_wall

WALLS = import_module("casework.migrations.0002_walls")
BEFORE = {
    "SELECT": import_module("casework.migrations.0005_clearance_walls").AFTER["casework_case"]["SELECT"],
    "INSERT": import_module("casework.migrations.0019_no_case_of_nobody").AFTER,
}
PARTY = "party_ids @> ARRAY[app_case_organisation()]"
KNOWN = f"({PARTY} OR kept_by_ids @> ARRAY[app_case_organisation()])"
ENTER = WALLS.POLICIES["casework_participation"]["INSERT"]
TAKES_PART = WALLS.IN_CASE.replace("{table}.case_id", f"{{table}}.case_id AND c.{PARTY}")
ALONE = "party_ids = ARRAY[app_case_organisation()]"

END = """
CREATE FUNCTION casework_end_with_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last timestamptz := NEW.closed_at + interval '14 days';
    keepers bigint[] := ARRAY[NEW.lead_id,
        (SELECT organisation_id FROM partners_membership WHERE id = NEW.owner_id)];
BEGIN
    UPDATE casework_disclosure SET withdrawn_at = greatest(given_at, NEW.closed_at)
    WHERE case_id = NEW.id AND withdrawn_at IS NULL AND given_at <> NEW.closed_at
      AND (valid_until IS NULL OR valid_until > NEW.closed_at);
    UPDATE casework_disclosure SET valid_until = last
    WHERE case_id = NEW.id AND withdrawn_at IS NULL AND given_at = NEW.closed_at
      AND (valid_until IS NULL OR valid_until > last);
    UPDATE casework_emergency SET ended_at = NEW.closed_at
    WHERE case_id = NEW.id AND ended_at IS NULL AND ends_at > NEW.closed_at;
    UPDATE casework_case SET kept_by_ids = ARRAY(
        SELECT DISTINCT p.organisation_id FROM casework_participation p
        WHERE p.case_id = NEW.id AND p.until IS NULL AND p.organisation_id <> ALL (keepers)
          AND (EXISTS (SELECT FROM casework_contribution o
                WHERE o.case_id = NEW.id AND o.organisation_id = p.organisation_id)
            OR EXISTS (SELECT FROM casework_subject o
                WHERE o.case_id = NEW.id AND o.organisation_id = p.organisation_id))
        ORDER BY p.organisation_id)
    WHERE id = NEW.id AND kept_by_ids = '{}';
    UPDATE casework_participation p SET until = NEW.closed_at
    WHERE p.case_id = NEW.id AND p.until IS NULL AND p.organisation_id <> ALL (keepers)
      AND NOT EXISTS (
        SELECT FROM casework_disclosure d
        WHERE d.case_id = NEW.id AND d.receiver_id = p.organisation_id
          AND d.withdrawn_at IS NULL AND d.given_at = NEW.closed_at);
    UPDATE casework_participation SET ends_at = last
    WHERE case_id = NEW.id AND until IS NULL AND organisation_id <> ALL (keepers)
      AND (ends_at IS NULL OR ends_at > last);
    RETURN NULL;
END $$;
CREATE TRIGGER end_with_case AFTER UPDATE OF closed_at ON casework_case
    FOR EACH ROW WHEN (NEW.closed_at IS NOT NULL) EXECUTE FUNCTION casework_end_with_case();

CREATE FUNCTION casework_give_in_open_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE closed timestamptz;
BEGIN
    -- Held as it is: a case that closes meanwhile would not end what is given here.
    SELECT closed_at INTO closed FROM casework_case WHERE id = NEW.case_id FOR SHARE;
    IF closed IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'nothing is given in a case that is closed';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER give_in_open_case AFTER INSERT ON casework_disclosure
    FOR EACH ROW EXECUTE FUNCTION casework_give_in_open_case();

CREATE FUNCTION casework_stay_withdrawn() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'what was withdrawn stays withdrawn';
END $$;
CREATE TRIGGER stay_withdrawn BEFORE UPDATE OF withdrawn_at ON casework_disclosure
    FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at)
    EXECUTE FUNCTION casework_stay_withdrawn();
"""
UNEND = """
DROP TRIGGER stay_withdrawn ON casework_disclosure;
DROP FUNCTION casework_stay_withdrawn();
DROP TRIGGER give_in_open_case ON casework_disclosure;
DROP FUNCTION casework_give_in_open_case();
DROP TRIGGER end_with_case ON casework_case;
DROP FUNCTION casework_end_with_case();
"""
OF_OLD = "UPDATE casework_case SET closed_at = closed_at WHERE closed_at IS NOT NULL"
"""Cases that were closed before this was kept end their access by the same rule."""


class Migration(migrations.Migration):
    dependencies = [("casework", "0043_payload_rule")]
    operations = [
        migrations.AddField(
            model_name="case",
            name="kept_by_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                db_default=[],
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["kept_by_ids"], name="cases_kept"
            ),
        ),
        change_wall(
            "casework_case",
            "SELECT",
            before=BEFORE["SELECT"],
            after=BEFORE["SELECT"].replace(PARTY, KNOWN),
        ),
        change_wall(
            "casework_case",
            "INSERT",
            before=BEFORE["INSERT"],
            after=BEFORE["INSERT"].replace(ALONE, f"{ALONE} AND kept_by_ids = '{{}}'"),
        ),
        change_wall(
            "casework_participation",
            "INSERT",
            before=ENTER,
            after=ENTER.replace(WALLS.IN_CASE, TAKES_PART),
        ),
        migrations.RunSQL(END, UNEND),
        migrations.RunSQL(OF_OLD, migrations.RunSQL.noop),
    ]
