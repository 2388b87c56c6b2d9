"""The lists of what is kept and destroyed run as many queries on many rows as on few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import Case, Contribution
from casework.retention import destroying
from partners.acting import acting_as
from partners.actor import Actor
from tests.casework.retention.conftest import approve, propose
from tests.casework.retention.test_retention_pages import log_in
from tests.cast import Cast

pytestmark = pytest.mark.django_db

FEW, MANY = 3, 60
MOST = {
    "due": 22,
    "lists": 22,
    "list": 16,
    "decide": 16,
    "certificate": 20,
    "kept": 24,
    "tombstones": 24,
    "rules": 16,
}
"""The most queries each may take, sessions and savepoints included."""


def put_in(case: Case, by: Actor, count: int) -> None:
    """Of class P in a closed case: due on the same day."""
    with acting_as(by):
        Contribution.objects.bulk_create(
            Contribution(
                case=case,
                organisation=by.organisation,
                author=by.person,
                kind="note",
                title="Notitie",
                information_class="P",
                created_at=timezone.now(),
            )
            for _ in range(count)
        )


def ask(browser: Client, path: str) -> int:
    browser.get(path)
    with CaptureQueriesContext(connection) as caught:
        answer = browser.get(path)
    assert answer.status_code == 200, path
    return len(caught)


def round_of(case: Case, cast: Cast, fg: Actor, count: int) -> dict[str, int]:
    """Each list with so many rows more; every round leaves what it destroyed behind as well."""
    police, officer = log_in(cast.police), log_in(fg)
    kept = f"/zaken/{case.reference}/bewaren"
    put_in(case, cast.police, count)
    found = {"due": ask(police, "/vernietigen"), "kept": ask(police, kept)}
    listing = propose(cast.police)
    address = f"/vernietigen/{listing.pk}"
    found["lists"] = ask(officer, "/vernietigen")
    found["list"] = ask(police, address)
    found["decide"] = ask(officer, f"{address}/besluit")
    approve(listing, fg)
    assert destroying.destroy_all(timezone.now()) >= count
    found["certificate"] = ask(officer, f"{address}/verklaring")
    found["tombstones"] = ask(police, kept)
    found["rules"] = ask(police, "/bewaartermijnen")
    return found


def test_no_list_takes_more_queries_when_it_is_longer(case: Case, cast: Cast, fg: Actor) -> None:
    _empty, few, many = (round_of(case, cast, fg, count) for count in (FEW, FEW, MANY))
    assert few == many
    assert {name: count for name, count in many.items() if count > MOST[name]} == {}
