"""Of which restricted themes a member may know, and how the database learns of it."""

import django.contrib.postgres.fields
from django.db import migrations, models

CREATE = """
CREATE FUNCTION app_clearances() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(nullif(current_setting('app.clearances', true), ''), '{}')::text[] $$;
"""
DROP = "DROP FUNCTION app_clearances();"


class Migration(migrations.Migration):
    dependencies = [("partners", "0004_calendar_key")]
    operations = [
        migrations.AddField(
            model_name="membership",
            name="clearances",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.SlugField(), blank=True, db_default=[], default=list, size=None
            ),
        ),
        migrations.RunSQL(CREATE, DROP),
    ]
