"""Entries about a restricted case are for the cleared, and for the privacy officer.

The timeline asks for the case first; this is the second wall behind it. An entry is never changed:
of a case that was restricted afterwards the older entries stay as they were.
"""

from django.db import migrations

OWN = """person_id = app_person() OR EXISTS (
    SELECT FROM audit_trailentry trail
    WHERE trail.entry_id = audit_entry.id
      AND trail.organisation_id = app_trail_organisation())"""
NARROWER = """person_id = app_person() OR (
    (needs_clearance = '' OR needs_clearance = ANY (app_clearances())
        OR app_case_organisation() IS NULL)
    AND EXISTS (
        SELECT FROM audit_trailentry trail
        WHERE trail.entry_id = audit_entry.id
          AND trail.organisation_id = app_trail_organisation()))"""

NEED = f"""
CREATE FUNCTION casework_entry_needs_clearance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.needs_clearance := coalesce((
        SELECT theme FROM casework_case
        WHERE reference = NEW.case_reference AND is_restricted), '');
    RETURN NEW;
END $$;
CREATE TRIGGER need_clearance BEFORE INSERT ON audit_entry
    FOR EACH ROW WHEN (NEW.case_reference <> '')
    EXECUTE FUNCTION casework_entry_needs_clearance();
ALTER POLICY own_trail ON audit_entry USING ({NARROWER});
"""
UNNEED = f"""
ALTER POLICY own_trail ON audit_entry USING ({OWN});
DROP TRIGGER need_clearance ON audit_entry;
DROP FUNCTION casework_entry_needs_clearance();
"""

PASS_ON = """
CREATE FUNCTION casework_pass_clearance_to_offers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE casework_handover SET case_id = case_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER pass_clearance_to_offers AFTER UPDATE OF is_restricted, theme ON casework_case
    FOR EACH ROW EXECUTE FUNCTION casework_pass_clearance_to_offers();
"""
STOP = """
DROP TRIGGER pass_clearance_to_offers ON casework_case;
DROP FUNCTION casework_pass_clearance_to_offers();
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_handover_walls"), ("audit", "0003_clearance")]
    operations = [migrations.RunSQL(NEED, UNNEED), migrations.RunSQL(PASS_ON, STOP)]
