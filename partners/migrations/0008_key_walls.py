"""Keys of the API and of calendar feeds are seen by their own person alone.

Whoever shows a key is not known before it is read: a function of the owner says whose it is, to
who already holds it.
"""

from django.db import migrations

from partners.walls import change_wall, wall

OWN = """EXISTS (
    SELECT FROM partners_membership m
    WHERE m.id = {table}.membership_id AND m.person_id = app_person())"""
OF_SOMEBODY = "EXISTS (SELECT FROM partners_membership m WHERE m.id = {table}.membership_id)"

CREATE = """
CREATE FUNCTION partners_api_key_holder(shown text, at timestamptz) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT membership_id FROM partners_apitoken
    WHERE digest = shown AND revoked_at IS NULL AND expires_at > at
$$;
CREATE FUNCTION partners_calendar_key_holder(shown text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT membership_id FROM partners_calendarkey WHERE digest = shown AND revoked_at IS NULL
$$;
"""
DROP = """
DROP FUNCTION partners_calendar_key_holder(text);
DROP FUNCTION partners_api_key_holder(text, timestamptz);
"""


class Migration(migrations.Migration):

    dependencies = [("partners", "0007_mandates")]

    operations = [
        migrations.RunSQL(CREATE, DROP),
        change_wall("partners_calendarkey", "SELECT", before=OF_SOMEBODY, after=OWN),
        wall("partners_apitoken", {"SELECT": OWN}),
    ]
