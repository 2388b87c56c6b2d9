"""What is destroyed is not told of any more: notifications of a case, and links to an item, go.

So do those of a participation that is taken out as if it had never been: nothing is left by which the
database could know later that they were shut. Links to
what hung on an item go with it: a request for it, an error in it, an emergency.
"""

from django.db import migrations

FORGET = """
CREATE FUNCTION notifications_forget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'casework_case' THEN
        DELETE FROM notifications_notification WHERE case_reference = OLD.reference;
    ELSIF TG_TABLE_NAME = 'casework_participation' THEN
        DELETE FROM notifications_notification
        WHERE organisation_id = OLD.organisation_id
          AND case_reference = (SELECT reference FROM casework_case WHERE id = OLD.case_id)
          AND NOT EXISTS (
            SELECT FROM casework_participation p
            WHERE p.case_id = OLD.case_id AND p.organisation_id = OLD.organisation_id
              AND p.until IS NULL);
    ELSE
        DELETE FROM notifications_notification
        WHERE case_reference = (SELECT reference FROM casework_case WHERE id = OLD.case_id)
          AND link = TG_ARGV[0] || OLD.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER forget_notifications AFTER DELETE ON casework_case
    FOR EACH ROW EXECUTE FUNCTION notifications_forget();
CREATE TRIGGER forget_notifications AFTER DELETE ON casework_participation
    FOR EACH ROW EXECUTE FUNCTION notifications_forget();
"""
REMEMBER = """
DROP TRIGGER forget_notifications ON casework_participation;
DROP TRIGGER forget_notifications ON casework_case;
DROP FUNCTION notifications_forget();
"""

LINKS = {
    "casework_contribution": "/bijdragen/",
    "casework_subject": "/betrokkenen/",
    "casework_correctionnotice": "/correcties/",
    "casework_consent": "/instemmingen/",
    "casework_disclosurerequest": "/verstrekkingsverzoeken/",
    "casework_emergency": "/noodtoegang/",
    "casework_errorreport": "/foutmeldingen/",
}
FOLLOW = """
CREATE TRIGGER forget_notifications AFTER DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION notifications_forget('{link}');
"""
UNFOLLOW = "DROP TRIGGER forget_notifications ON {table};"


class Migration(migrations.Migration):
    dependencies = [("notifications", "0007_checkpoint_walls"), ("casework", "0040_destroying")]
    operations = [
        migrations.RunSQL(FORGET, REMEMBER),
        *[
            migrations.RunSQL(
                FOLLOW.format(table=table, link=link), UNFOLLOW.format(table=table)
            )
            for table, link in LINKS.items()
        ],
    ]
