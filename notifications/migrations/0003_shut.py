"""A notification is shut as soon as its reader may no longer know of its case.

That happens when a participation ends, when a member loses a clearance or leaves, and at once for
who was told without one. The database keeps it: reading stays as cheap as it was, and no act can
forget it.
"""

from importlib import import_module

from django.db import migrations, models

from partners.walls import change_wall

MINE = import_module("notifications.migrations.0002_walls").MINE

RULES = """
CREATE FUNCTION notifications_lacks_clearance(
    of_person bigint, of_organisation bigint, of_case text
) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM casework_case c
        WHERE c.reference = of_case AND c.is_restricted AND NOT EXISTS (
            SELECT FROM partners_membership m
            WHERE m.person_id = of_person AND m.organisation_id = of_organisation
              AND c.theme = ANY (m.clearances)
              AND (m.valid_until IS NULL
                   OR m.valid_until > (now() AT TIME ZONE 'Europe/Amsterdam')::date)))
$$;

CREATE FUNCTION notifications_has_left(of_organisation bigint, of_case text)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM casework_case c
        JOIN casework_participation p ON p.case_id = c.id AND p.organisation_id = of_organisation
        WHERE c.reference = of_case AND NOT c.party_ids @> ARRAY[of_organisation])
$$;

CREATE FUNCTION notifications_shut_new() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.is_shut := notifications_lacks_clearance(
        NEW.person_id, NEW.organisation_id, NEW.case_reference);
    RETURN NEW;
END $$;

CREATE FUNCTION notifications_shut_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    to_person bigint;
    to_organisation bigint;
    about text;
BEGIN
    IF TG_TABLE_NAME = 'partners_membership' THEN
        to_person := NEW.person_id;
        to_organisation := NEW.organisation_id;
    ELSIF TG_TABLE_NAME = 'casework_case' THEN
        about := NEW.reference;
    ELSE
        to_organisation := NEW.organisation_id;
        SELECT reference INTO about FROM casework_case WHERE id = NEW.case_id;
    END IF;
    UPDATE notifications_notification SET
        is_shut = notifications_lacks_clearance(person_id, organisation_id, case_reference)
               OR notifications_has_left(organisation_id, case_reference)
    WHERE (to_person IS NULL OR person_id = to_person)
      AND (to_organisation IS NULL OR organisation_id = to_organisation)
      AND (about IS NULL OR case_reference = about);
    RETURN NULL;
END $$;
REVOKE EXECUTE ON FUNCTION
    notifications_lacks_clearance(bigint, bigint, text),
    notifications_has_left(bigint, text)
FROM PUBLIC;

CREATE TRIGGER shut_new BEFORE INSERT ON notifications_notification
    FOR EACH ROW EXECUTE FUNCTION notifications_shut_new();
-- By name after `mirror_parties`, whose arrays it reads.
CREATE TRIGGER shut_notifications AFTER UPDATE OF until ON casework_participation
    FOR EACH ROW EXECUTE FUNCTION notifications_shut_again();
CREATE TRIGGER shut_notifications AFTER UPDATE OF is_restricted, theme ON casework_case
    FOR EACH ROW EXECUTE FUNCTION notifications_shut_again();
CREATE TRIGGER shut_notifications
    AFTER INSERT OR UPDATE OF clearances, valid_until ON partners_membership
    FOR EACH ROW EXECUTE FUNCTION notifications_shut_again();
"""
UNRULES = """
DROP TRIGGER shut_notifications ON partners_membership;
DROP TRIGGER shut_notifications ON casework_case;
DROP TRIGGER shut_notifications ON casework_participation;
DROP TRIGGER shut_new ON notifications_notification;
DROP FUNCTION notifications_shut_again();
DROP FUNCTION notifications_shut_new();
DROP FUNCTION notifications_has_left(bigint, text);
DROP FUNCTION notifications_lacks_clearance(bigint, bigint, text);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0002_walls"),
        ("casework", "0004_clearances"),
        ("partners", "0005_clearances"),
    ]
    operations = [
        migrations.AddField(
            model_name="notification",
            name="is_shut",
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AddIndex(
            model_name="notification",
            index=models.Index(
                fields=["case_reference", "organisation"], name="notification_of_case"
            ),
        ),
        migrations.RunSQL(RULES, UNRULES),
        *[
            change_wall(
                "notifications_notification",
                command,
                before=MINE,
                after=f"({MINE} AND NOT is_shut)",
            )
            for command in ("SELECT", "UPDATE")
        ],
    ]
