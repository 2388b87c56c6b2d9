"""Row-level security of waterbed signals: for who gave or got them; the case for who gave alone."""

from django.db import migrations

from partners.walls import wall

GIVEN = "(gemeente_id = app_case_organisation())"
GIVEN_BY_ME = """EXISTS (
    SELECT FROM casework_waterbedsignal s
    WHERE s.id = {table}.signal_id AND s.gemeente_id = app_case_organisation())"""
TO_WHOM_IT_SAYS = """EXISTS (
    SELECT FROM casework_waterbedsignal s
    WHERE s.id = {table}.signal_id AND s.gemeente_id = app_case_organisation()
      AND s.receiver_ids @> ARRAY[{table}.gemeente_id])"""
LED = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.lead_id = app_case_organisation())"""

POLICIES = {
    "casework_waterbedsignal": {
        "SELECT": f"({GIVEN} OR receiver_ids @> ARRAY[app_case_organisation()])",
        "INSERT": GIVEN,
    },
    "casework_waterbedorigin": {
        "SELECT": GIVEN_BY_ME,
        "INSERT": f"({GIVEN_BY_ME} AND {LED})",
    },
    "casework_signalreceipt": {
        "SELECT": f"({GIVEN} OR {GIVEN_BY_ME})",
        "INSERT": f"({TO_WHOM_IT_SAYS} AND answered_at IS NULL)",
        "UPDATE": GIVEN,
    },
}
ONCE = """
CREATE TRIGGER answer_once BEFORE UPDATE ON casework_signalreceipt
    FOR EACH ROW EXECUTE FUNCTION casework_answer_once();
"""
UNONCE = "DROP TRIGGER answer_once ON casework_signalreceipt;"


class Migration(migrations.Migration):
    dependencies = [("casework", "0013_waterbed")]
    operations = [
        migrations.RunSQL(ONCE, UNONCE),
        *[wall(table, policies) for table, policies in POLICIES.items()],
    ]
