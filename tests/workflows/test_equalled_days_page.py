"""The functional administrator keeps the equalled days; nobody else does."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from partners.acting import acting_as
from partners.audit.models import Entry
from partners.refusals import Conflict, Refused
from tests.cast import Cast
from workflows.models import EqualledDay
from workflows.services import equalled_days

PAGE = "/termijnen/gelijkgestelde-dagen"
REMOVE = f"{PAGE}/verwijderen"
GIVEN = {"day": "2026-05-15", "source": "Besluit van 1 maart 2023, Stcrt. 2023, 1"}


def entries(cast: Cast) -> list[tuple[str, str]]:
    with acting_as(cast.privacy_officer):
        rows = Entry.objects.filter(action__startswith="equalled_day.").order_by("pk")
        return list(rows.values_list("action", "object_id"))


def test_a_day_is_added_listed_and_removed_and_each_is_recorded(cast: Cast, log_in: Any) -> None:
    client = log_in(cast.administrator)
    assert "nog geen gelijkgestelde dagen" in client.get(PAGE).content.decode()

    assert client.post(PAGE, GIVEN).status_code == 302
    page = client.get(PAGE).content.decode()
    assert "vrijdag 15 mei 2026" in page
    assert GIVEN["source"] in page

    assert client.post(REMOVE, {"day": "2026-05-15"}).status_code == 302
    assert "vrijdag 15 mei 2026" not in client.get(PAGE).content.decode()
    assert entries(cast) == [
        ("equalled_day.added", "2026-05-15"),
        ("equalled_day.removed", "2026-05-15"),
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"day": ""}, "Welke dag?"),
        ({"day": "2026-02-30"}, "2026-02-30"),
        ({"source": ""}, "Uit welk besluit"),
    ],
)
def test_a_mistake_keeps_what_was_typed(
    cast: Cast, log_in: Any, changes: dict[str, str], told: str
) -> None:
    answer = log_in(cast.administrator).post(PAGE, GIVEN | changes)
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert EqualledDay.objects.count() == 0


def test_a_day_stands_in_it_once(cast: Cast, log_in: Any) -> None:
    client = log_in(cast.administrator)
    client.post(PAGE, GIVEN)
    answer = client.post(PAGE, GIVEN)
    assert answer.status_code == 422
    assert "staat er al in" in answer.content.decode()
    with acting_as(cast.administrator), pytest.raises(Conflict):
        equalled_days.add(
            day=date(2026, 5, 15), source="Stcrt.", actor=cast.administrator, at=timezone.now()
        )


@pytest.mark.parametrize("written", ["2026-05-15", "gisteren", ""])
def test_what_is_not_in_the_list_is_not_removed(cast: Cast, log_in: Any, written: str) -> None:
    assert log_in(cast.administrator).post(REMOVE, {"day": written}).status_code == 403


def test_nobody_else_keeps_them(cast: Cast, log_in: Any) -> None:
    with acting_as(cast.administrator):
        added = equalled_days.add(
            day=date(2026, 5, 15), source="Stcrt.", actor=cast.administrator, at=timezone.now()
        )
    for actor in (cast.coordinator, cast.secretary, cast.privacy_officer, cast.police):
        client = log_in(actor)
        assert client.get(PAGE).status_code == 403
        assert client.post(PAGE, GIVEN).status_code == 403
        assert client.post(REMOVE, {"day": "2026-05-15"}).status_code == 403
        with acting_as(actor), pytest.raises(Refused):
            equalled_days.remove(day=added, actor=actor, at=timezone.now())
    assert EqualledDay.objects.count() == 1


def test_the_way_there_is_in_the_menu_of_the_administrator_alone(cast: Cast, log_in: Any) -> None:
    assert PAGE in log_in(cast.administrator).get("/mijn-account").content.decode()
    assert PAGE not in log_in(cast.coordinator).get("/mijn-account").content.decode()
