"""The role matrix in the database, and the one question that walls ask it."""

from django.db import migrations, models

ASK = """
CREATE FUNCTION app_line() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.line', true), '') $$;

-- Whether one works for a gemeente in a case that another gemeente leads.
CREATE FUNCTION partners_is_elsewhere(lead bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT lead <> app_case_organisation() AND count(*) = 2
    FROM partners_organisation
    WHERE id IN (lead, app_case_organisation()) AND kind = 'gemeente'
$$;

-- The one place where a class opens or not. `lead` is null for what the own organisation put in.
CREATE FUNCTION partners_class_opens(asked_class text, asked_theme text, lead bigint)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce((
        SELECT access IN ('full', 'q', 'task', 'named') OR (access = 'own' AND lead IS NULL)
        FROM partners_matrixcell
        WHERE information_class = asked_class AND theme IN ('', asked_theme)
          AND line = CASE WHEN partners_is_elsewhere(lead) THEN 'elders' ELSE app_line() END
        ORDER BY theme DESC LIMIT 1), false)
$$;
"""
UNASK = """
DROP FUNCTION partners_class_opens(text, text, bigint);
DROP FUNCTION partners_is_elsewhere(bigint);
DROP FUNCTION app_line();
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0010_advisers")]
    operations = [
        migrations.CreateModel(
            name="MatrixCell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("line", models.SlugField()),
                ("theme", models.SlugField(blank=True)),
                ("information_class", models.CharField(max_length=1)),
                ("access", models.CharField(max_length=10)),
            ],
            options={
                "ordering": ["line", "theme", "information_class"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["line", "information_class", "theme"],
                        name="one_cell_of_the_matrix",
                    )
                ],
            },
        ),
        migrations.RunSQL(ASK, UNASK),
    ]
