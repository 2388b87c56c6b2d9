"""Who asks, as the database knows it: the settings that row-level security reads.

Each is null outside `partners.acting.acting_as`, and null compares to nothing: no actor, no row.
"""

from django.db import migrations

CREATE = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'schakelpunt_web') THEN
        CREATE ROLE schakelpunt_web NOLOGIN;
    END IF;
END $$;

CREATE FUNCTION app_person() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.person', true), '')::bigint $$;

CREATE FUNCTION app_organisation() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.organisation', true), '')::bigint $$;

CREATE FUNCTION app_case_organisation() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.case_organisation', true), '')::bigint $$;

CREATE FUNCTION app_trail_organisation() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.trail_organisation', true), '')::bigint $$;

CREATE FUNCTION app_engine_case() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.engine_case', true), '')::bigint $$;

CREATE FUNCTION app_at() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.at', true), '')::timestamptz $$;
"""

DROP = """
DROP FUNCTION app_at();
DROP FUNCTION app_engine_case();
DROP FUNCTION app_trail_organisation();
DROP FUNCTION app_case_organisation();
DROP FUNCTION app_organisation();
DROP FUNCTION app_person();
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0001_initial")]
    operations = [migrations.RunSQL(CREATE, DROP)]
