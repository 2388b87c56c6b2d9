"""A draft is for its own region: to all others it is as if it were not there."""

import pytest
from django.db import connection

from config.database_roles import Connection
from partners.acting import acting_as
from tests.cast import Cast
from tests.isolation.addresses import MISSING
from tests.isolation.conftest import LogIn
from tests.isolation.dossier import Dossier
from tests.isolation.finding import draft_of

pytestmark = pytest.mark.django_db

PAGES = ("", "/bewerken", "/vaststellen", "/bestand")


def seen() -> set[object]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM workflows_formuleversion WHERE status = 'draft'")
        return {row[0] for row in cursor.fetchall()}


def test_the_second_wall_shows_a_draft_to_three_roles_of_its_region(
    dossier: Dossier, owner: Connection, cast: Cast
) -> None:
    own, other = draft_of(owner, "VR21"), draft_of(owner, "VR20")
    for name in ("administrator", "secretary", "coordinator", "stranger", "regional_staff"):
        with acting_as(getattr(cast, name)):
            assert seen() == {own}, name
    for name in ("mayor", "police", "prosecutor", "grid", "privacy_officer"):
        with acting_as(getattr(cast, name)):
            assert seen() == set(), name
    assert seen() == set()
    assert other


def test_a_draft_of_another_region_answers_as_one_that_is_not_there(
    dossier: Dossier, owner: Connection, cast: Cast, log_in: LogIn
) -> None:
    administrator = log_in(cast.administrator)
    for page in PAGES:
        found = {
            name: administrator.get(f"/formules/{pk}{page}").status_code
            for name, pk in (
                ("own", draft_of(owner, "VR21")),
                ("other", draft_of(owner, "VR20")),
                ("missing", MISSING["formule"]),
            )
        }
        assert found == {"own": 200, "other": 404, "missing": 404}, page
