"""Pages and API of requests of persons concerned ask as much of few as of many."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casework.models import Case, RightsShare
from config.demo.people import actor_of
from tests.casework.rights.namesakes import case_of_namesakes, log_in
from tests.cast import Cast
from tests.isolation.rights_rows import answered, recorded, registered

pytestmark = pytest.mark.django_db

NAME = "Proefpersoon"
MANY = 12


@pytest.fixture
def case(cast: Cast) -> Case:
    return case_of_namesakes(cast)


def count(page: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert page.get(address).status_code == 200
    return len(caught)


def another_record(case: Case, cast: Cast, number: int) -> None:
    """Of the same name, written another way each time."""
    recorded(case, cast.police, f"{NAME}{' ' * number}.", born_on="1984-05-12")


def test_the_list_of_requests(case: Case, cast: Cast) -> None:
    another_record(case, cast, 1)
    page, counts = log_in(actor_of("fg.politie")), []
    for _round in range(2):
        for number in range(MANY):
            found = registered(actor_of(("fg.oss", "fg.meierijstad")[number % 2]), NAME)
            if number % 3 == 0:
                answered(found, actor_of("fg.politie"), RightsShare.Outcome.GRANTED)
        counts.append(count(page, "/rechten"))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


@pytest.mark.parametrize("tail", ["", "/antwoord"])
def test_a_request_and_its_answer(tail: str, case: Case, cast: Cast) -> None:
    page, counts = log_in(actor_of("fg.politie")), []
    for most in (1, MANY):
        for number in range(most):
            another_record(case, cast, number)
        found = registered(actor_of("fg.oss"), NAME)
        counts.append(count(page, f"/rechten/{found.pk}{tail}"))
    assert counts[0] == counts[1]
    assert counts[0] <= 25


def test_a_request_that_many_partners_answered(case: Case, cast: Cast) -> None:
    page, counts = log_in(actor_of("fg.meierijstad")), []
    for names in (("politie",), ("politie", "oss")):
        label = f"{NAME} van {len(names)}"
        for name in names:
            recorded(case, cast.police if name == "politie" else cast.coordinator, label)
        found = registered(actor_of("fg.meierijstad"), label)
        for name in names:
            answered(found, actor_of(f"fg.{name}"), RightsShare.Outcome.GRANTED)
        counts += [count(page, f"/rechten/{found.pk}"), count(page, f"/rechten/{found.pk}/brief")]
    assert counts[:2] == counts[2:]
