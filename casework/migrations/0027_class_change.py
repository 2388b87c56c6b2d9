"""A class is changed by a row that says why: upward by who reads it, downward by its holder alone.

The web has no privilege to change the class of a contribution; the trigger does, as the owner, and
carries it to the extracts of it, and what follows from the class to the disclosures.
"""

import django.db.models.deletion
from django.db import migrations, models

from partners.walls import wall

CLASSES = [
    ("N", "N: procesgegevens"),
    ("B", "B: bestuurlijk dossier"),
    ("P", "P: politiegegevens"),
    ("J", "J: strafvorderlijke gegevens"),
    ("X", "X: Bibob-advies"),
    ("Z", "Z: zorg en hulpverlening"),
    ("H", "H: huisverbodstukken"),
    ("W", "W: werknemer of slachtoffer"),
    ("S", "S: resultaat samenwerkingsverband"),
]
POLICIES = {
    "SELECT": """EXISTS (
        SELECT FROM casework_contribution o WHERE o.id = {table}.contribution_id)""",
    "INSERT": """(organisation_id = app_case_organisation() AND EXISTS (
        SELECT FROM partners_membership m WHERE m.id = {table}.changed_by_id
          AND m.person_id = app_person() AND m.organisation_id = app_case_organisation())
        AND EXISTS (SELECT FROM casework_contribution o WHERE o.id = {table}.contribution_id
          AND o.information_class = from_class
          AND (o.organisation_id = app_case_organisation()
                 AND partners_class_opens(to_class, o.theme, NULL)
               OR casework_class_rank(to_class) > casework_class_rank(from_class))))""",
}
RANK = """
CREATE FUNCTION casework_class_rank(of_class text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE of_class WHEN 'N' THEN 0 WHEN 'B' THEN 1 WHEN 'P' THEN 2 WHEN 'J' THEN 2
        WHEN 'Z' THEN 3 WHEN 'S' THEN 3 ELSE 4 END
$$;
"""
UNRANK = "DROP FUNCTION casework_class_rank(text);"
CHANGE = """
CREATE FUNCTION casework_change_class() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE copies uuid[];
BEGIN
    UPDATE casework_contribution SET information_class = NEW.to_class
    WHERE id = NEW.contribution_id AND information_class = NEW.from_class;
    IF NOT FOUND THEN
        RAISE serialization_failure USING MESSAGE = 'its class was changed meanwhile';
    END IF;
    -- What was copied from it follows where it had its class, or would be kept less close than it.
    WITH RECURSIVE copy AS (
        SELECT o.id FROM casework_contribution o WHERE o.extract_of_id = NEW.contribution_id
        UNION SELECT o.id FROM casework_contribution o JOIN copy ON o.extract_of_id = copy.id)
    SELECT array_agg(id) INTO copies FROM copy;
    UPDATE casework_contribution SET information_class = NEW.to_class
    WHERE id = ANY (copies) AND information_class <> NEW.to_class
      AND (information_class = NEW.from_class
           OR casework_class_rank(NEW.to_class) > greatest(
               casework_class_rank(NEW.from_class), casework_class_rank(information_class)));
    UPDATE casework_disclosure SET case_id = case_id
    WHERE contribution_id = NEW.contribution_id OR contribution_id = ANY (copies);
    RETURN NULL;
END $$;
CREATE TRIGGER change_class AFTER INSERT ON casework_classchange
    FOR EACH ROW EXECUTE FUNCTION casework_change_class();
"""
UNCHANGE = """
DROP TRIGGER change_class ON casework_classchange;
DROP FUNCTION casework_change_class();
"""


def to(model: str) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0026_inquiry")]
    operations = [
        migrations.CreateModel(
            name="ClassChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_class", models.CharField(choices=CLASSES, max_length=1)),
                ("to_class", models.CharField(choices=CLASSES, max_length=1)),
                ("reason", models.CharField(max_length=300)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", to("partners.membership")),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="class_changes",
                        to="casework.contribution",
                    ),
                ),
                ("organisation", to("partners.organisation")),
            ],
            options={
                "ordering": ["changed_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_class", models.F("to_class")), _negated=True),
                        name="a_class_changes_to_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_class_changes_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.RunSQL(RANK, UNRANK),
        wall("casework_classchange", POLICIES),
        migrations.RunSQL(CHANGE, UNCHANGE),
    ]
