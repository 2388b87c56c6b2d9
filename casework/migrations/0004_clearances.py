"""Restricted cases, and what of a case only named people may read.

`needs_clearance` is derived, by the owner's trigger: neither the web nor a forgetful service can
leave it out.
"""

from django.db import migrations, models

KEPT_WITH = ("contribution", "disclosure", "participation", "subject")

NEED = """
CREATE FUNCTION casework_need_clearance() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE is_named boolean := false;
BEGIN
    IF TG_TABLE_NAME IN ('casework_contribution', 'casework_subject') THEN
        is_named := NEW.information_class IN ('X', 'H', 'W');
    ELSIF TG_TABLE_NAME = 'casework_disclosure' THEN
        is_named := EXISTS (SELECT FROM casework_contribution
                WHERE id = NEW.contribution_id AND needs_clearance <> '')
            OR EXISTS (SELECT FROM casework_subject
                WHERE id = NEW.subject_id AND needs_clearance <> '');
    END IF;
    NEW.needs_clearance := coalesce((
        SELECT theme FROM casework_case
        WHERE id = NEW.case_id AND (is_named OR is_restricted)), '');
    RETURN NEW;
END $$;

CREATE FUNCTION casework_pass_clearance_on() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'casework_case' THEN
        UPDATE casework_participation SET case_id = case_id WHERE case_id = NEW.id;
        UPDATE casework_contribution SET case_id = case_id WHERE case_id = NEW.id;
        UPDATE casework_subject SET case_id = case_id WHERE case_id = NEW.id;
        UPDATE casework_disclosure SET case_id = case_id WHERE case_id = NEW.id;
    ELSE
        UPDATE casework_disclosure SET case_id = case_id WHERE subject_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER pass_clearance_on AFTER UPDATE OF is_restricted, theme ON casework_case
    FOR EACH ROW EXECUTE FUNCTION casework_pass_clearance_on();
"""
UNNEED = """
DROP TRIGGER pass_clearance_on ON casework_case;
DROP FUNCTION casework_pass_clearance_on();
DROP FUNCTION casework_need_clearance();
"""

FILL = """
CREATE TRIGGER need_clearance BEFORE INSERT OR UPDATE OF {columns} ON casework_{table}
    FOR EACH ROW EXECUTE FUNCTION casework_need_clearance();
UPDATE casework_{table} SET case_id = case_id;
"""
UNFILL = "DROP TRIGGER need_clearance ON casework_{table};"
PASS_ON = """
CREATE TRIGGER pass_clearance_on AFTER UPDATE OF information_class ON casework_subject
    FOR EACH ROW EXECUTE FUNCTION casework_pass_clearance_on();
"""
STOP = "DROP TRIGGER pass_clearance_on ON casework_subject;"


def fill(table: str) -> migrations.RunSQL:
    has_class = table in ("contribution", "subject")
    columns = "case_id, information_class" if has_class else "case_id"
    return migrations.RunSQL(
        FILL.format(table=table, columns=columns), UNFILL.format(table=table)
    )


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_throughput"), ("partners", "0005_clearances")]
    operations = [
        migrations.AddField(
            model_name="case",
            name="is_restricted",
            field=models.BooleanField(default=False, db_default=False),
        ),
        *[
            migrations.AddField(
                model_name=table,
                name="needs_clearance",
                field=models.SlugField(blank=True, db_default="", editable=False),
            )
            for table in KEPT_WITH
        ],
        migrations.RunSQL(NEED, UNNEED),
        # Contributions and subjects before the disclosures of them.
        *[fill(table) for table in sorted(KEPT_WITH, key="disclosure".__eq__)],
        migrations.RunSQL(PASS_ON, STOP),
    ]
