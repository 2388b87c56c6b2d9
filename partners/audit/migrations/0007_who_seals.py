"""Who may only hand the sealer's role on, as PostgreSQL 16 lets who made it, is no sealer itself."""

from django.db import migrations

FUNCTION = """
CREATE OR REPLACE FUNCTION audit_is_sealer() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM pg_roles me, pg_roles sealers
        WHERE me.rolname = current_user AND NOT me.rolsuper
          AND sealers.rolname = 'schakelpunt_sealer'
          AND pg_has_role(me.oid, sealers.oid, 'USAGE'))
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0006_trail_along_its_own_index")]
    operations = [migrations.RunSQL(FUNCTION, migrations.RunSQL.noop)]
