"""Who works in two capacities goes from one to the other, and nowhere else."""

import pytest
from django.test import Client

from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from partners.models import Membership
from tests.cast import Cast
from tests.partners.conftest import LogIn


@pytest.fixture
def two(cast: Cast) -> list[Actor]:
    """The capacities of the second coordinator of Oss, who deputises in Bernheze."""
    rows = Membership.objects.filter(person__email="iv2.oss@demo.example").order_by("pk")
    return [Actor(one) for one in rows.select_related("person", "organisation")]


def _choose(client: Client, membership: object) -> int:
    return client.post("/hoedanigheid", {"membership": str(membership)}).status_code


def _works_for(client: Client) -> str:
    actor: Actor = client.get("/mijn-account").wsgi_request.actor  # type: ignore[attr-defined]
    return actor.organisation.code


def test_an_own_capacity_is_allowed_and_every_other_looks_like_nothing(
    cast: Cast, two: list[Actor], log_in: LogIn
) -> None:
    client = log_in(two[0])
    assert _works_for(client) == "GM0828"
    nothing = [
        client.post("/hoedanigheid", {"membership": str(wrong)})
        for wrong in (cast.mayor.membership.pk, 999_999_999, "9" * 30, "onzin", "\x00", "²", "")
    ]
    assert {answer.status_code for answer in nothing} == {404}
    assert len({len(answer.content) for answer in nothing}) == 1
    assert _works_for(client) == "GM0828"
    answer = client.post("/hoedanigheid", {"membership": two[1].membership.pk})
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert _works_for(client) == "GM1721"


def test_both_organisations_hear_of_the_change(two: list[Actor], log_in: LogIn) -> None:
    assert _choose(log_in(two[0]), two[1].membership.pk) == 302
    for actor in two:
        with acting_as(actor):
            entry = Entry.objects.get(action="capacity.changed")
            assert entry.membership == two[0].membership
            assert entry.object_id == str(two[1].membership.pk)
            assert {row.organisation_id for row in entry.trails.all()} == {actor.organisation_id}


def test_a_refused_choice_is_kept_in_the_trail(cast: Cast, two: list[Actor], log_in: LogIn) -> None:
    assert _choose(log_in(two[0]), cast.mayor.membership.pk) == 404
    with acting_as(two[0]):
        entry = Entry.objects.get(action="access.denied")
    assert (entry.object_type, entry.object_id) == ("membership", str(cast.mayor.membership.pk))


def test_looking_at_the_address_changes_nothing(two: list[Actor], log_in: LogIn) -> None:
    assert log_in(two[0]).get("/hoedanigheid").status_code == 405
