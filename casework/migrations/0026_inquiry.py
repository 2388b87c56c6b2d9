"""Hit or no hit: the question, its wall, and the one function that answers, inside the database.

`casework_check_known` runs as the owner, for the inquiry that its caller made in this same
transaction, and returns nothing: it writes which partners know into that inquiry. It never looks at
X, Z, H, W or S, nor at a restricted case or the themes of named people.
"""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from partners.walls import wall

OWN = "person_id = app_person() AND organisation_id = app_organisation()"
POLICIES = {
    "SELECT": f"({OWN})",
    "INSERT": f"""({OWN} AND answered_at IS NULL AND known_ids = '{{}}' AND (app_line() = 'fg'
        OR app_line() = 'iv' AND 'ondermijning' = ANY (app_clearances())))""",
}

ANSWER = """
CREATE INDEX enterprises_by_kvk ON casework_subject ((details ->> 'kvk'))
    WHERE kind = 'enterprise';

CREATE FUNCTION casework_may_answer(of_class text, of_theme text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT of_class IN ('N', 'B', 'P', 'J') AND casework_is_searched(of_class, of_theme)
$$;

CREATE FUNCTION casework_check_known(inquiry uuid, words text, born_on text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    asked casework_inquiry;
    plain text := casework_plain(words);
BEGIN
    SELECT * INTO asked FROM casework_inquiry
    WHERE id = inquiry AND person_id = app_person() AND organisation_id = app_organisation()
      AND answered_at IS NULL
    FOR UPDATE;
    IF NOT FOUND THEN
        RAISE insufficient_privilege USING MESSAGE = 'ask first, and ask once';
    END IF;
    -- Beyond any limit that settings may give: nobody walks through a register by raw SQL.
    IF (SELECT count(*) FROM casework_inquiry
        WHERE person_id = app_person() AND asked_at > app_at() - interval '1 hour') > 100 THEN
        RAISE insufficient_privilege USING MESSAGE = 'asked too often';
    END IF;
    UPDATE casework_inquiry SET answered_at = app_at(), known_ids = coalesce((
        SELECT array_agg(DISTINCT s.organisation_id)
        FROM casework_subject s JOIN casework_case c ON c.id = s.case_id
        WHERE s.kind = asked.kind AND s.organisation_id <> asked.organisation_id
          AND (casework_plain(s.label) = plain
               OR asked.kind = 'enterprise' AND s.details ->> 'kvk' = plain)
          AND (asked.kind <> 'person' OR s.details ->> 'born_on' = born_on)
          AND plain <> ''
          AND casework_may_answer(s.information_class, c.theme)
          AND NOT c.is_restricted), '{}')
    WHERE id = asked.id;
END $$;
REVOKE ALL ON FUNCTION casework_check_known(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_check_known(uuid, text, text) TO schakelpunt_web;
"""
UNANSWER = """
DROP FUNCTION casework_check_known(uuid, text, text);
DROP FUNCTION casework_may_answer(text, text);
DROP INDEX enterprises_by_kvk;
"""


def to(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=f"partners.{model}"
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0025_search")]
    operations = [
        migrations.CreateModel(
            name="Inquiry",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "Persoon"),
                            ("enterprise", "Onderneming"),
                            ("premises", "Pand"),
                            ("event", "Evenement"),
                        ],
                        max_length=12,
                    ),
                ),
                ("purpose", models.CharField(max_length=300)),
                ("asked_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "known_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        size=None,
                    ),
                ),
                ("ground", to("ground")),
                ("membership", to("membership")),
                ("organisation", to("organisation")),
                ("person", to("person")),
            ],
            options={
                "verbose_name_plural": "inquiries",
                "ordering": ["-asked_at"],
                "indexes": [
                    models.Index(fields=["person", "asked_at"], name="inquiries_of_an_hour")
                ],
            },
        ),
        wall("casework_inquiry", POLICIES),
        migrations.RunSQL(ANSWER, UNANSWER),
    ]
