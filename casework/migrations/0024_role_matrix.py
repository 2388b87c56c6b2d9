"""Contributions and subjects only as the role matrix opens their class, on top of what was.

`theme` is derived by the owner's trigger: one reads one's own papers without the case, too.
"""

from importlib import import_module

from django.db import migrations, models

from partners.walls import change_wall

BEFORE = import_module("casework.migrations.0005_clearance_walls")
WALLS = import_module("casework.migrations.0002_walls")

FILL = """
CREATE FUNCTION casework_note_theme() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.theme := coalesce((SELECT theme FROM casework_case WHERE id = NEW.case_id), '');
    RETURN NEW;
END $$;
CREATE TRIGGER note_theme BEFORE INSERT OR UPDATE OF case_id ON casework_contribution
    FOR EACH ROW EXECUTE FUNCTION casework_note_theme();
CREATE TRIGGER note_theme BEFORE INSERT OR UPDATE OF case_id ON casework_subject
    FOR EACH ROW EXECUTE FUNCTION casework_note_theme();
UPDATE casework_contribution SET case_id = case_id;
UPDATE casework_subject SET case_id = case_id;
"""
UNFILL = """
DROP TRIGGER note_theme ON casework_subject;
DROP TRIGGER note_theme ON casework_contribution;
DROP FUNCTION casework_note_theme();
"""

OPENS = "partners_class_opens({table}.information_class, {table}.theme, NULL)"
OPENS_RECEIVED = (
    "\n      AND partners_class_opens({table}.information_class, {table}.theme, c.lead_id))"
)
MINE = f"{WALLS.MINE} AND {OPENS}"


def narrowed(table: str, command: str) -> str:
    """The condition as it was, with the matrix beside each of its two ways."""
    was: str = BEFORE.AFTER[table][command]
    thing = table.removeprefix("casework_")
    received = WALLS.DISCLOSED.replace("{thing}", thing)
    return was.replace(WALLS.MINE, MINE).replace(received, received[:-1] + OPENS_RECEIVED)


AFTER = {
    (table, command): narrowed(table, command)
    for table, commands in {
        "casework_contribution": ("SELECT", "INSERT"),
        "casework_subject": ("SELECT", "INSERT", "UPDATE"),
    }.items()
    for command in commands
}


class Migration(migrations.Migration):
    dependencies = [("casework", "0023_disclosure_request_walls"), ("partners", "0011_matrix")]
    operations = [
        *[
            migrations.AddField(
                model_name=name,
                name="theme",
                field=models.SlugField(blank=True, db_default="", db_index=False, editable=False),
            )
            for name in ("contribution", "subject")
        ],
        migrations.RunSQL(FILL, UNFILL),
        *[
            change_wall(table, command, before=BEFORE.AFTER[table][command], after=after)
            for (table, command), after in AFTER.items()
        ],
    ]
