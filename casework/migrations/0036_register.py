"""The register of disclosures, read by one function: of the own organisation, without contents.

A function, because the privacy officer sees no case: it tells ids, grounds and moments alone.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION disclosure_register(
    is_received boolean, of_case text, other bigint, class text, is_running boolean,
    since date, until date, off integer, most integer)
RETURNS TABLE (
    id uuid, given_at timestamptz, case_reference text, sender text, receiver text,
    is_subject boolean, information_class text, purpose text, sender_ground text,
    receiver_ground text, conditions text, may_disclose_onward boolean,
    valid_until timestamptz, withdrawn_at timestamptz, number bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT d.id, d.given_at, c.reference::text, s.name::text, r.name::text,
        d.subject_id IS NOT NULL, coalesce(o.information_class, b.information_class)::text,
        d.purpose::text, g.article::text, h.article::text, d.conditions::text,
        d.may_disclose_onward, d.valid_until, d.withdrawn_at, count(*) OVER ()
    FROM casework_disclosure d
    JOIN casework_case c ON c.id = d.case_id
    JOIN partners_organisation s ON s.id = d.sender_id
    JOIN partners_organisation r ON r.id = d.receiver_id
    JOIN partners_ground g ON g.id = d.sender_ground_id
    JOIN partners_ground h ON h.id = d.receiver_ground_id
    LEFT JOIN casework_contribution o ON o.id = d.contribution_id
    LEFT JOIN casework_subject b ON b.id = d.subject_id
    -- The trail's organisation: of who works cases and of the privacy officer, of nobody else.
    WHERE app_trail_organisation() = CASE WHEN disclosure_register.is_received
            THEN d.receiver_id ELSE d.sender_id END
      AND (app_case_organisation() IS NULL OR d.needs_clearance = ''
           OR d.needs_clearance = ANY (app_clearances()))
      AND (of_case = '' OR c.reference = of_case)
      AND (other IS NULL OR other IN (d.sender_id, d.receiver_id))
      AND (class = '' OR coalesce(o.information_class, b.information_class) = class)
      AND (NOT is_running OR (d.withdrawn_at IS NULL
           AND (d.valid_until IS NULL OR d.valid_until > app_at())))
      AND (since IS NULL OR d.given_at >= since::timestamp AT TIME ZONE 'Europe/Amsterdam')
      AND (until IS NULL
           OR d.given_at < (until + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam')
    ORDER BY d.given_at DESC, d.id
    OFFSET off LIMIT most
$$;
REVOKE ALL ON FUNCTION disclosure_register(
    boolean, text, bigint, text, boolean, date, date, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION disclosure_register(
    boolean, text, bigint, text, boolean, date, date, integer, integer) TO schakelpunt_web;
"""
DROP = """
DROP FUNCTION disclosure_register(
    boolean, text, bigint, text, boolean, date, date, integer, integer);
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0035_arrangement_walls")]
    operations = [migrations.RunSQL(CREATE, DROP)]
