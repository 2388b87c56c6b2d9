"""The database says whose rights became less, whoever made them so: the web, a job, its owner.

It says a person, an organisation or the digest of a session, and never what was lost. It is heard
at the commit, by notifications.rights.
"""

from django.db import migrations

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
"""
SILENT = """
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


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0003_shut"),
        ("casework", "0020_only_what_one_sees"),
        ("partners", "0008_key_walls"),
        ("sessions", "0001_initial"),
    ]
    operations = [migrations.RunSQL(SAY, SILENT)]
