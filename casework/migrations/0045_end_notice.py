"""Which access ends soon: for a page of the own organisation, and for the job that tells so once.

Functions, because a privacy officer sees no case and a job acts for nobody: they tell ids, other
organisations, classes and moments, and no contents.
"""

import django.db.models.deletion
from django.db import migrations, models

from partners.walls import wall

MINE = "(organisation_id = app_organisation())"

FIND = """
CREATE FUNCTION casework_endings(since timestamptz, until timestamptz)
RETURNS TABLE (
    kind text, object_id text, case_reference text, organisation_id bigint, other_id bigint,
    is_holder boolean, is_renewable boolean, needs_clearance text, information_class text,
    ends_at timestamptz, is_closed boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT 'disclosure', d.id::text, c.reference::text, e.mine, e.other, e.is_holder,
        e.is_holder AND c.closed_at IS NULL AND d.weighing_id IS NULL AND d.consent_id IS NULL,
        d.needs_clearance::text, coalesce(o.information_class, b.information_class)::text,
        d.valid_until, c.closed_at IS NOT NULL
    FROM casework_disclosure d
    JOIN casework_case c ON c.id = d.case_id
    LEFT JOIN casework_contribution o ON o.id = d.contribution_id
    LEFT JOIN casework_subject b ON b.id = d.subject_id
    CROSS JOIN LATERAL (VALUES
        (d.sender_id, d.receiver_id, true), (d.receiver_id, d.sender_id, false)
    ) AS e (mine, other, is_holder)
    WHERE d.withdrawn_at IS NULL
      AND d.valid_until > casework_endings.since AND d.valid_until <= casework_endings.until
      AND c.party_ids @> ARRAY[d.receiver_id]
      -- What was extended does not end yet: the later one does.
      AND NOT EXISTS (
        SELECT FROM casework_disclosure f
        WHERE (f.contribution_id = d.contribution_id OR f.subject_id = d.subject_id)
          AND f.sender_id = d.sender_id AND f.receiver_id = d.receiver_id
          AND f.receiver_ids IN ('{}', d.receiver_ids) AND f.withdrawn_at IS NULL
          AND (f.valid_until IS NULL OR f.valid_until > d.valid_until))
    UNION ALL
    SELECT 'participation', p.id::text, c.reference::text, e.mine, e.other, e.is_holder, false,
        p.needs_clearance::text, '', p.ends_at, c.closed_at IS NOT NULL
    FROM casework_participation p
    JOIN casework_case c ON c.id = p.case_id
    CROSS JOIN LATERAL (VALUES
        (c.lead_id, p.organisation_id, true), (p.organisation_id, c.lead_id, false)
    ) AS e (mine, other, is_holder)
    WHERE p.until IS NULL AND p.organisation_id <> c.lead_id
      AND p.ends_at > casework_endings.since AND p.ends_at <= casework_endings.until
$$;
REVOKE ALL ON FUNCTION casework_endings(timestamptz, timestamptz) FROM PUBLIC;

CREATE FUNCTION casework_own_endings(since timestamptz, until timestamptz)
RETURNS TABLE (
    kind text, object_id text, case_reference text, other text, is_holder boolean,
    is_renewable boolean, information_class text, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.kind, e.object_id, e.case_reference, n.name::text, e.is_holder, e.is_renewable,
        e.information_class, e.ends_at
    FROM casework_endings(casework_own_endings.since, casework_own_endings.until) e
    JOIN partners_organisation n ON n.id = e.other_id
    -- The trail's organisation: of who works cases and of the privacy officer, of nobody else.
    WHERE e.organisation_id = app_trail_organisation()
      AND (app_case_organisation() IS NULL OR e.needs_clearance = ''
           OR e.needs_clearance = ANY (app_clearances()))
    ORDER BY e.ends_at, e.case_reference, e.object_id
$$;
REVOKE ALL ON FUNCTION casework_own_endings(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_own_endings(timestamptz, timestamptz) TO schakelpunt_web;

CREATE FUNCTION casework_ends_to_tell(since timestamptz, until timestamptz)
RETURNS TABLE (
    kind text, object_id text, case_reference text, organisation_id bigint,
    needs_clearance text, ends_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH people (kind, object_id, organisation_id, ends_on) AS (
        SELECT 'clearance', c.id::text, m.organisation_id, c.valid_until
        FROM partners_clearance c JOIN partners_membership m ON m.id = c.membership_id
        WHERE c.ended_at IS NULL
        UNION ALL
        SELECT 'membership', id::text, organisation_id, valid_until FROM partners_membership
        UNION ALL
        SELECT 'mandate', d.id::text, e.mine, d.valid_until
        FROM partners_mandate d CROSS JOIN LATERAL (VALUES (d.giver_id), (d.holder_id)) AS e (mine)
    ), found AS (
        SELECT e.kind, e.object_id, e.case_reference, e.organisation_id, e.needs_clearance,
            e.ends_at
        FROM casework_endings(casework_ends_to_tell.since, casework_ends_to_tell.until) e
        WHERE NOT e.is_closed
        UNION ALL
        SELECT p.kind, p.object_id, '', p.organisation_id, '', p.ends_at
        FROM (SELECT *, ends_on::timestamp AT TIME ZONE 'Europe/Amsterdam' AS ends_at
              FROM people) p
        WHERE p.ends_at > casework_ends_to_tell.since AND p.ends_at <= casework_ends_to_tell.until
    )
    SELECT f.kind, f.object_id, f.case_reference, f.organisation_id, f.needs_clearance, f.ends_at
    FROM found f
    -- Nobody acts in the job; for who acts there is the page of the own organisation.
    WHERE app_person() IS NULL AND NOT EXISTS (
        SELECT FROM casework_endnotice n
        WHERE n.kind = f.kind AND n.object_id = f.object_id
          AND n.organisation_id = f.organisation_id AND n.ends_at = f.ends_at)
    ORDER BY f.organisation_id, f.case_reference, f.needs_clearance, f.ends_at
$$;
REVOKE ALL ON FUNCTION casework_ends_to_tell(timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_ends_to_tell(timestamptz, timestamptz) TO schakelpunt_web;
"""
LOSE = """
DROP FUNCTION casework_ends_to_tell(timestamptz, timestamptz);
DROP FUNCTION casework_own_endings(timestamptz, timestamptz);
DROP FUNCTION casework_endings(timestamptz, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0044_end_with_case"),
        ("partners", "0014_clearance_walls"),
    ]
    operations = [
        migrations.CreateModel(
            name="EndNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("disclosure", "disclosure"),
                            ("participation", "participation"),
                            ("clearance", "clearance"),
                            ("membership", "membership"),
                            ("mandate", "mandate"),
                        ],
                        max_length=13,
                    ),
                ),
                ("object_id", models.CharField(max_length=36)),
                ("ends_at", models.DateTimeField()),
                ("given_at", models.DateTimeField()),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="partners.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "object_id", "organisation", "ends_at"),
                        name="an_end_is_told_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "disclosure",
                                    "participation",
                                    "clearance",
                                    "membership",
                                    "mandate",
                                ],
                            )
                        ),
                        name="an_end_of_a_known_kind",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(
                fields=["valid_until"],
                condition=models.Q(
                    ("valid_until__isnull", False), ("withdrawn_at__isnull", True)
                ),
                name="disclosures_to_end",
            ),
        ),
        wall("casework_endnotice", {"SELECT": MINE, "INSERT": MINE}),
        migrations.RunSQL(FIND, LOSE),
    ]
