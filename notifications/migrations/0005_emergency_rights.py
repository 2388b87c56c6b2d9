"""An emergency access that is ended closes the page on which it is read."""

from django.db import migrations

SAY = """
CREATE TRIGGER say_whose AFTER UPDATE OF ended_at, ends_at OR DELETE ON casework_emergency
    FOR EACH ROW EXECUTE FUNCTION notifications_say_whose('person', 'person_id');
"""
SILENT = "DROP TRIGGER say_whose ON casework_emergency;"


class Migration(migrations.Migration):
    dependencies = [("notifications", "0004_rights"), ("casework", "0029_emergency_walls")]
    operations = [migrations.RunSQL(SAY, SILENT)]
