"""What follows each migrate: the web's privileges, on the way forward alone."""

import pytest
from django.db import connection

from config.apps import grant_privileges

MAY = "SELECT has_table_privilege('schakelpunt_web', 'casework_case', 'SELECT')"


@pytest.mark.usefixtures("as_owner")
def test_older_code_grants_for_itself_after_the_way_back() -> None:
    with connection.cursor() as cursor:
        cursor.execute("REVOKE ALL ON casework_case FROM schakelpunt_web")
        for is_back, may in ((True, False), (False, True)):
            grant_privileges(using="default", plan=[(None, is_back)])
            cursor.execute(MAY)
            assert cursor.fetchone() == (may,)
