"""Paging through a trail misses nothing and repeats nothing, at a fixed price."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partners.acting import acting_as
from partners.audit.models import TrailEntry
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.conftest import LogIn


def _page(client: Client, address: str) -> tuple[list[int], str | None, str | None]:
    """The entries on it, and the addresses of the older and the newer page."""
    page = client.get(address).context["page"]
    unpaged = address.partition("&")[0]
    older = f"{unpaged}&ouder={page.older}" if page.older else None
    newer = f"{unpaged}&nieuwer={page.newer}" if page.newer else None
    return [line.entry.pk for line in page.lines], older, newer


def test_all_120_entries_come_by_once_in_both_directions(cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.privacy_officer)
    many_entries(cast.coordinator, 120)
    an_entry(cast.police)
    with acting_as(cast.privacy_officer):
        rows = TrailEntry.objects.filter(entry__person=cast.coordinator.person)
        everything = list(rows.order_by("-entry").values_list("entry_id", flat=True))
    assert len(everything) == 120

    first = f"/auditspoor?persoon={cast.coordinator.person.pk}"
    down, older, newer = _page(client, first)
    assert newer is None
    sizes = [len(down)]
    while older:
        found, older, newer = _page(client, older)
        down += found
        sizes.append(len(found))
    assert sizes == [50, 50, 20]
    assert down == everything

    up: list[int] = []
    while newer:
        found, older, newer = _page(client, newer)
        up = found + up
        assert older is not None
    assert up == everything[:100]


def test_entries_that_arrive_while_paging_move_nothing(cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.privacy_officer)
    many_entries(cast.coordinator, 60)
    first, older, _newer = _page(client, f"/auditspoor?persoon={cast.coordinator.person.pk}")
    many_entries(cast.coordinator, 30)
    assert older is not None
    second, _older, newer = _page(client, older)
    assert not set(first) & set(second)
    assert len(second) == 10
    assert newer is not None


@pytest.mark.parametrize("cursor", ["ouder", "nieuwer"])
def test_a_cursor_of_another_trail_leads_nowhere(cast: Cast, log_in: LogIn, cursor: str) -> None:
    an_entry(cast.police)
    with acting_as(cast.police):
        foreign = TrailEntry.objects.get().pk
    client = log_in(cast.privacy_officer)
    unknown = client.get(f"/auditspoor?{cursor}={uuid4()}")
    known = client.get(f"/auditspoor?{cursor}={foreign}")
    assert unknown.context["page"].lines == known.context["page"].lines == []
    assert client.get(f"/auditspoor?{cursor}=onzin").context["page"].lines != []


def test_the_links_keep_the_filter(cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.privacy_officer)
    many_entries(cast.coordinator, 60)
    address = f"/auditspoor?persoon={cast.coordinator.person.pk}"
    text = client.get(address).content.decode()
    assert f"?persoon={cast.coordinator.person.pk}&amp;ouder=" in text
    assert f"/auditspoor.csv?persoon={cast.coordinator.person.pk}" in text


def test_a_page_costs_as_much_on_10_rows_as_on_1000(cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.privacy_officer)
    costs = []
    for more in (10, 990):
        many_entries(cast.coordinator, more)
        for address in ("/auditspoor", "/auditspoor.csv"):
            with CaptureQueriesContext(connection) as queries:
                assert client.get(address).status_code == 200
            costs.append(len(queries))
    assert costs[:2] == costs[2:]
