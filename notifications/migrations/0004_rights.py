"""The database says whose rights became less, whoever made them so: the web, a job, its owner.

It says a person, an organisation or the digest of a session, and never what was lost. It is heard
at the commit, by notifications.rights. What is told to a person as one of an organisation is hidden
as soon as that person may not act for it any more, also where that comes by date.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import change_wall

SAY = """
CREATE FUNCTION notifications_say_whose() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_notify('rights', TG_ARGV[0] || ' ' || (to_jsonb(OLD) ->> TG_ARGV[1]));
    RETURN NULL;
END $$;

CREATE FUNCTION notifications_say_session() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_notify('rights',
        'session ' || encode(sha256(convert_to(OLD.session_key, 'UTF8')), 'hex'));
    RETURN NULL;
END $$;

CREATE FUNCTION notifications_say_parties() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_notify('rights', 'organisation ' || party) FROM unnest(OLD.party_ids) AS party;
    RETURN NULL;
END $$;

CREATE TRIGGER say_whose AFTER UPDATE OR DELETE ON partners_membership
    FOR EACH ROW EXECUTE FUNCTION notifications_say_whose('person', 'person_id');
CREATE TRIGGER say_whose AFTER UPDATE OF is_active, password ON partners_person
    FOR EACH ROW WHEN ((OLD.is_active, OLD.password) IS DISTINCT FROM (NEW.is_active, NEW.password))
    EXECUTE FUNCTION notifications_say_whose('person', 'id');
CREATE TRIGGER say_session AFTER DELETE ON django_session
    FOR EACH ROW EXECUTE FUNCTION notifications_say_session();
CREATE TRIGGER say_whose AFTER UPDATE OR DELETE ON casework_disclosure
    FOR EACH ROW EXECUTE FUNCTION notifications_say_whose('organisation', 'receiver_id');
CREATE TRIGGER say_whose AFTER UPDATE OF until, has_overview OR DELETE ON casework_participation
    FOR EACH ROW EXECUTE FUNCTION notifications_say_whose('organisation', 'organisation_id');
CREATE TRIGGER say_parties AFTER UPDATE OF is_restricted, theme, closed_at ON casework_case
    FOR EACH ROW
    WHEN ((OLD.is_restricted, OLD.theme, OLD.closed_at)
        IS DISTINCT FROM (NEW.is_restricted, NEW.theme, NEW.closed_at))
    EXECUTE FUNCTION notifications_say_parties();

-- What one holds oneself: its class opens it to fewer of one's own people, or it is destroyed.
-- Whom it was disclosed to hears of the disclosure.
CREATE TRIGGER say_whose_class AFTER UPDATE ON casework_contribution
    FOR EACH ROW WHEN ((OLD.organisation_id, OLD.information_class, OLD.needs_clearance, OLD.theme)
        IS DISTINCT FROM (NEW.organisation_id, NEW.information_class, NEW.needs_clearance, NEW.theme))
    EXECUTE FUNCTION notifications_say_whose('organisation', 'organisation_id');
CREATE TRIGGER say_whose_class AFTER UPDATE ON casework_subject
    FOR EACH ROW WHEN ((OLD.organisation_id, OLD.information_class, OLD.needs_clearance, OLD.theme)
        IS DISTINCT FROM (NEW.organisation_id, NEW.information_class, NEW.needs_clearance, NEW.theme))
    EXECUTE FUNCTION notifications_say_whose('organisation', 'organisation_id');
CREATE TRIGGER say_whose AFTER DELETE ON casework_contribution
    FOR EACH ROW EXECUTE FUNCTION notifications_say_whose('organisation', 'organisation_id');
CREATE TRIGGER say_whose AFTER DELETE ON casework_subject
    FOR EACH ROW EXECUTE FUNCTION notifications_say_whose('organisation', 'organisation_id');
"""
SILENT = """
DROP TRIGGER say_whose ON casework_subject;
DROP TRIGGER say_whose ON casework_contribution;
DROP TRIGGER say_whose_class ON casework_subject;
DROP TRIGGER say_whose_class ON casework_contribution;
DROP TRIGGER say_parties ON casework_case;
DROP TRIGGER say_whose ON casework_participation;
DROP TRIGGER say_whose ON casework_disclosure;
DROP TRIGGER say_session ON django_session;
DROP TRIGGER say_whose ON partners_person;
DROP TRIGGER say_whose ON partners_membership;
DROP FUNCTION notifications_say_parties();
DROP FUNCTION notifications_say_session();
DROP FUNCTION notifications_say_whose();
"""


BEFORE = f"({import_module('notifications.migrations.0002_walls').MINE} AND NOT is_shut)"
# As a list that does not hang on the row, so that it is made once a query.
ACTS_FOR = """organisation_id IN (
    SELECT m.organisation_id FROM partners_membership m
    CROSS JOIN (SELECT (app_at() AT TIME ZONE 'Europe/Amsterdam')::date AS day) today
    WHERE m.person_id = app_person() AND m.valid_from <= today.day
      AND (m.valid_until IS NULL OR m.valid_until > today.day))"""
AFTER = BEFORE[:-1] + f" AND {ACTS_FOR})"


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0003_shut"),
        ("casework", "0024_role_matrix"),
        ("partners", "0008_key_walls"),
        ("sessions", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(SAY, SILENT),
        *[
            change_wall("notifications_notification", command, before=BEFORE, after=AFTER)
            for command in ("SELECT", "UPDATE")
        ],
    ]
