"""The database fills the index of a trail by itself, and shows it to who reads the trail's page."""

from django.db import migrations

from partners.walls import wall

KIND = """
CREATE FUNCTION audit_kind(action text, result text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN result <> 'ok' THEN 'refusal'
        WHEN action LIKE 'emergency.%' THEN 'emergency'
        WHEN substring(action FROM '[^._]+$')
            IN ('viewed', 'read', 'exported', 'searched', 'shown', 'checked', 'certified')
            OR action IN ('inquiry.made', 'search.done') THEN 'look'
        WHEN action LIKE 'disclosure.%' THEN 'disclosure'
        ELSE 'change' END
$$;
"""
NO_KIND = "DROP FUNCTION audit_kind(text, text);"

COPY = """
INSERT INTO audit_trailindex (row_id, organisation_id, at, number, person_id, by_id, is_own, kind,
    action, object_type, object_id, case_reference, ground, trace)
SELECT trail.id, trail.organisation_id, entry.at, entry.id, entry.person_id, entry.organisation_id,
    entry.organisation_id = trail.organisation_id, audit_kind(entry.action, entry.result),
    entry.action, entry.object_type, entry.object_id, entry.case_reference, entry.ground,
    entry.trace
FROM {rows} trail JOIN audit_entry entry ON entry.id = trail.entry_id;
"""

# As the owner: the web may write no index, so it cannot leave an entry out or put it elsewhere.
FILL = f"""
CREATE FUNCTION audit_index_trail() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    {COPY.format(rows="added")}
    RETURN NULL;
END $$;
CREATE TRIGGER indexed AFTER INSERT ON audit_trailentry
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION audit_index_trail();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_trailindex
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
"""
UNFILL = """
DROP TRIGGER append_only ON audit_trailindex;
DROP TRIGGER indexed ON audit_trailentry;
DROP FUNCTION audit_index_trail();
"""

# Case roles read entries for the timeline of a case, along the case and as far as they are cleared.
# As one value to compare with, so that the planner does not take it for a condition on each row.
READER = """
CREATE FUNCTION app_trail_reader() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN app_case_organisation() IS NULL THEN app_trail_organisation() END $$;
"""
NO_READER = "DROP FUNCTION app_trail_reader();"


class Migration(migrations.Migration):
    dependencies = [("audit", "0008_trail_index")]
    operations = [
        migrations.RunSQL(KIND, NO_KIND),
        migrations.RunSQL(FILL, UNFILL),
        # After the trigger, whose lock lets nobody write until the commit: what was written before
        # is copied, what is written after is filled in, and nothing is between.
        migrations.RunSQL(COPY.format(rows="audit_trailentry"), migrations.RunSQL.noop),
        migrations.RunSQL(READER, NO_READER),
        wall("audit_trailindex", {"SELECT": "organisation_id = app_trail_reader()"}),
    ]
