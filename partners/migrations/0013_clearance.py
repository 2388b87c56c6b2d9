"""Each clearance is a row of its own, with who gave it and until which day.

The membership mirrors those that did not end, so that an actor is read in one row as before. What
the owner of the data writes there still counts, and gets a row that ends in a year.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

KEEP = """
CREATE FUNCTION partners_mirror_clearances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    themes text[];
    days date[];
BEGIN
    -- Of two at once the later one waits here, and reads what the earlier one left.
    PERFORM FROM partners_membership WHERE id = NEW.membership_id FOR NO KEY UPDATE;
    SELECT coalesce(array_agg(theme ORDER BY theme), '{}'),
           coalesce(array_agg(valid_until ORDER BY theme), '{}')
    INTO themes, days
    FROM partners_clearance WHERE membership_id = NEW.membership_id AND ended_at IS NULL;
    UPDATE partners_membership SET clearances = themes, clearances_until = days
    WHERE id = NEW.membership_id
      AND (clearances::text[], clearances_until) IS DISTINCT FROM (themes, days);
    RETURN NULL;
END $$;
CREATE TRIGGER mirror_clearances AFTER INSERT OR UPDATE ON partners_clearance
    FOR EACH ROW EXECUTE FUNCTION partners_mirror_clearances();

CREATE FUNCTION partners_keep_clearances() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE partners_clearance SET ended_at = now()
    WHERE membership_id = NEW.id AND ended_at IS NULL AND theme <> ALL (NEW.clearances);
    INSERT INTO partners_clearance (membership_id, theme, given_at, valid_until)
    SELECT DISTINCT NEW.id, wanted.theme, now(),
           (now() AT TIME ZONE 'Europe/Amsterdam')::date + 365
    FROM unnest(NEW.clearances) AS wanted (theme)
    WHERE NOT EXISTS (
        SELECT FROM partners_clearance c
        WHERE c.membership_id = NEW.id AND c.ended_at IS NULL AND c.theme = wanted.theme);
    RETURN NULL;
END $$;
CREATE TRIGGER keep_clearances AFTER INSERT OR UPDATE OF clearances ON partners_membership
    FOR EACH ROW EXECUTE FUNCTION partners_keep_clearances();

CREATE FUNCTION partners_end_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.ended_at IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'a clearance that ended is given anew';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER end_once BEFORE UPDATE ON partners_clearance
    FOR EACH ROW EXECUTE FUNCTION partners_end_once();
"""
UNKEEP = """
DROP TRIGGER end_once ON partners_clearance;
DROP FUNCTION partners_end_once();
DROP TRIGGER keep_clearances ON partners_membership;
DROP FUNCTION partners_keep_clearances();
DROP TRIGGER mirror_clearances ON partners_clearance;
DROP FUNCTION partners_mirror_clearances();
"""
OF_OLD = "UPDATE partners_membership SET clearances = clearances WHERE clearances <> '{}'"
"""Those that were given without a day end in a year."""


class Migration(migrations.Migration):
    dependencies = [("partners", "0012_desk_walls")]
    operations = [
        migrations.CreateModel(
            name="Clearance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("theme", models.SlugField()),
                ("given_at", models.DateTimeField()),
                ("valid_until", models.DateField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "given_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "membership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="named_for",
                        to="partners.membership",
                    ),
                ),
            ],
            options={"ordering": ["valid_until", "pk"]},
        ),
        migrations.AddConstraint(
            model_name="clearance",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("membership", "theme"),
                name="named_once_for_a_theme",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="clearances_until",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.DateField(),
                blank=True,
                db_default=[],
                default=list,
                editable=False,
                size=None,
            ),
        ),
        migrations.RunSQL(KEEP, UNKEEP),
        migrations.RunSQL(OF_OLD, migrations.RunSQL.noop),
    ]
