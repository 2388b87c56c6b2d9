"""What runs as the owner is called by the web alone; PostgreSQL would let every role."""

from django.db import migrations

CLOSE = """
REVOKE ALL ON FUNCTION {0} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {0} TO schakelpunt_web;
"""
OPEN = """
REVOKE ALL ON FUNCTION {0} FROM schakelpunt_web;
GRANT EXECUTE ON FUNCTION {0} TO PUBLIC;
"""
FUNCTIONS = ("casework_end_participations()", "throughput(text, text, text, text)")


class Migration(migrations.Migration):
    dependencies = [("casework", "0020_only_what_one_sees")]
    operations = [
        migrations.RunSQL(CLOSE.format(name), OPEN.format(name)) for name in FUNCTIONS
    ]
