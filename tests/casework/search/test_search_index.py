"""What search looks in, as its owner sees it."""

import pytest
from django.db import connection

from partners import classes
from tests.cast import Cast


@pytest.mark.parametrize("theme", ["hennep", *classes.UNSEARCHED_THEMES])
def test_themes_of_named_people_are_never_in_the_index(theme: str, as_owner: None) -> None:
    """The case, its contents and its people; also when the theme changes afterwards."""
    cast = Cast()
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO casework_case (reference, theme, title, region_id, lead_id, owner_id,
                   woonkern, priority, stage, opened_at, party_ids, overview_ids)
               SELECT '2026-VR21-999001', 'nazorg', 'Proef', r.id, %s, %s, 'Oss', 'normal',
                   'signal', now(), '{}', '{}' FROM partners_region r WHERE r.code = 'VR21'
               RETURNING id""",
            [cast.coordinator.organisation_id, cast.coordinator.membership.pk],
        )
        case = cursor.fetchone()[0]
        cursor.execute(
            """INSERT INTO casework_subject
                   (case_id, organisation_id, kind, information_class, label, details, created_at)
               VALUES (%s, %s, 'person', 'J', 'Quirijn Zwanenburg', '{}', now())""",
            [case, cast.coordinator.organisation_id],
        )
        cursor.execute("UPDATE casework_case SET theme = %s WHERE id = %s", [theme, case])
        cursor.execute("SELECT count(*) FROM casework_searchwords WHERE case_id = %s", [case])
        assert cursor.fetchone()[0] == (2 if theme == "hennep" else 0)
