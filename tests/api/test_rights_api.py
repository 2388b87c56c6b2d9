"""A privacy officer answers the request of a person concerned from another system."""

from typing import Any

import pytest

from casework.models import Case, RightsRequest
from config.demo.people import actor_of
from tests.api.conftest import Door
from tests.casework.rights.namesakes import NAME, OTHER, case_of_namesakes, item_of, kept
from tests.cast import Cast
from tests.isolation.rights_rows import registered

pytestmark = pytest.mark.django_db

Right = RightsRequest.Right


@pytest.fixture
def case(cast: Cast) -> Case:
    return case_of_namesakes(cast)


def test_the_api_gives_what_to_choose_from_and_names_all_that_is_wrong(
    case: Case, api: Door
) -> None:
    found, officer = registered(actor_of("fg.oss"), NAME, Right.ERASURE), actor_of("fg.politie")
    address = f"/rechten/{found.pk}/antwoord"
    records = api(officer).get(address).json()
    assert {one["geboortedatum"] for one in records} == {"1984-05-12", "1990-05-01"}
    given: dict[str, Any] = {"besluit": "deels-toegewezen", "antwoord": "Uw adres is verwijderd."}
    wrong = api(officer).post(address, given)
    assert wrong.status_code == 400
    assert wrong.headers["Content-Type"] == "application/problem+json"
    assert {"gegevens", "artikel"} <= {one["naam"] for one in wrong.json()["fouten"]}
    chosen = next(one["id"] for one in records if one["geboortedatum"] == "1984-05-12")
    given |= {"gegevens": [chosen], "artikel": "AVG art. 17 lid 3"}
    assert api(officer).post(address, given).status_code == 200
    assert item_of(found, kept()).is_granted
    assert not item_of(found, kept(OTHER)).is_granted
