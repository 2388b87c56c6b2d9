"""The database says whose rights became less, whoever made them so: the web, a job, its owner.

It says a person, an organisation or the digest of a session, and never what was lost. It is heard
at the commit, by notifications.rights. What was told to a person as one of an organisation is
shut as well when that person's membership of it ends or is taken out.
"""

from importlib import import_module

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


SHUT = """
CREATE OR REPLACE FUNCTION notifications_lacks_clearance(
    of_person bigint, of_organisation bigint, of_case text
) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM partners_membership m
        WHERE m.person_id = of_person AND m.organisation_id = of_organisation
          AND (m.valid_until IS NULL
               OR m.valid_until > (now() AT TIME ZONE 'Europe/Amsterdam')::date)
          AND NOT EXISTS (
            SELECT FROM casework_case c
            WHERE c.reference = of_case AND c.is_restricted
              AND NOT c.theme = ANY (m.clearances)))
$$;

CREATE FUNCTION notifications_shut_gone() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE notifications_notification SET
        is_shut = notifications_lacks_clearance(person_id, organisation_id, case_reference)
               OR notifications_has_left(organisation_id, case_reference)
    WHERE person_id = OLD.person_id AND organisation_id = OLD.organisation_id;
    RETURN NULL;
END $$;
CREATE TRIGGER shut_gone AFTER DELETE ON partners_membership
    FOR EACH ROW EXECUTE FUNCTION notifications_shut_gone();
"""
RULES = import_module("notifications.migrations.0003_shut").RULES
UNSHUT = """
DROP TRIGGER shut_gone ON partners_membership;
DROP FUNCTION notifications_shut_gone();
""" + RULES.partition("CREATE FUNCTION notifications_has_left")[0].replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0003_shut"),
        ("casework", "0024_role_matrix"),
        ("partners", "0008_key_walls"),
        ("sessions", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(SAY, SILENT),
        migrations.RunSQL(SHUT, UNSHUT),
    ]
