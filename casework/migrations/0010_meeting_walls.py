"""Row-level security of meetings: a meeting for who is invited, an item for who is in its case."""

from django.db import migrations

from partners.walls import wall

INVITED = "(invited_ids @> ARRAY[app_case_organisation()])"
CONVENED = "(convenor_id = app_case_organisation())"
OF_MEETING = "EXISTS (SELECT FROM casework_meeting m WHERE m.id = {table}.meeting_id)"
OF_OWN_MEETING = """EXISTS (
    SELECT FROM casework_meeting m
    WHERE m.id = {table}.meeting_id AND m.convenor_id = app_case_organisation()
      AND m.invited_ids @> ARRAY[{table}.organisation_id])"""
OF_PARTY = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.party_ids @> ARRAY[app_case_organisation()])"""
OVERSEEN = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.overview_ids @> ARRAY[app_case_organisation()])"""

SEATS = """
CREATE FUNCTION casework_keep_to_own_seat() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('casework_meetingseat') THEN
        RETURN NEW;
    END IF;
    IF NEW.membership_id IS DISTINCT FROM OLD.membership_id
        AND OLD.organisation_id IS DISTINCT FROM app_case_organisation() THEN
        RAISE insufficient_privilege USING MESSAGE = 'only its organisation says who comes';
    END IF;
    IF NEW.attended <> OLD.attended AND NOT EXISTS (
        SELECT FROM casework_meeting m
        WHERE m.id = OLD.meeting_id AND m.convenor_id = app_case_organisation()
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the convenor says who was there';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_to_own_seat BEFORE UPDATE ON casework_meetingseat
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_own_seat();
"""
UNSEAT = """
DROP TRIGGER keep_to_own_seat ON casework_meetingseat;
DROP FUNCTION casework_keep_to_own_seat();
"""

POLICIES = {
    "casework_meeting": {
        "SELECT": INVITED,
        "INSERT": f"({CONVENED} AND {INVITED} AND held_at IS NULL AND cancelled_at IS NULL)",
        "UPDATE": CONVENED,
    },
    "casework_meetingseat": {
        "SELECT": OF_MEETING,
        "INSERT": OF_OWN_MEETING,
        "UPDATE": f"(organisation_id = app_case_organisation() OR {OF_OWN_MEETING})",
    },
    "casework_agendaitem": {
        "SELECT": f"({OF_MEETING} AND {OF_PARTY})",
        "INSERT": f"({OF_MEETING} AND {OVERSEEN} AND outcome = '')",
        "UPDATE": f"({OF_MEETING} AND {OVERSEEN})",
    },
}


class Migration(migrations.Migration):
    dependencies = [("casework", "0009_meetings")]
    operations = [
        migrations.RunSQL(SEATS, UNSEAT),
        *[wall(table, policies) for table, policies in POLICIES.items()],
    ]
