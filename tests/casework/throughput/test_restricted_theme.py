"""Of a theme for named people alone a region sees counts from five, and nothing below."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import timezone

from casework.throughput.looking import look
from casework.throughput.queries import Wanted
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Kind, Region, Role
from tests.casework.throughput.counted import LAST, THIS
from tests.casework.throughput.proefregio import REGION, actor, day, proefregio

pytestmark = pytest.mark.django_db
FEW, ENOUGH = "GM9911", "GM9912"


@pytest.fixture(scope="module")
def secretaries(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, int]]:
    """A gemeente with four BIJ cases, and one with five."""
    with django_db_blocker.unblock(), proefregio() as region:
        found = {}
        for code, count in ((FEW, 4), (ENOUGH, 5)):
            gemeente = region.organisation(code, Kind.GEMEENTE, code)
            region.member(gemeente, Role.COORDINATOR)
            found[code] = region.member(gemeente, Role.SECRETARY)
            region.cases(gemeente, day(THIS - 1, 2, 1), [None] * count)
        region.owner.execute(
            "UPDATE casework_case SET theme = 'bij', is_restricted = true WHERE region_id = %s",
            [region.region_id],
        )
        yield found


def opened(by: Actor, theme: str) -> dict[str, int | None]:
    with acting_as(by):
        wanted = Wanted(Region.objects.get(code=REGION), LAST, theme, "")
        return {one.code: one.opened for one in look(wanted, by=by, at=timezone.now()).gemeenten}


@pytest.mark.parametrize("theme", ["bij", ""])
def test_four_are_hidden_even_from_their_own_secretary(
    secretaries: dict[str, int], theme: str
) -> None:
    shown = opened(actor(secretaries[FEW]), theme)
    assert shown[FEW] is None


def test_a_region_that_could_be_subtracted_is_hidden_as_well(secretaries: dict[str, int]) -> None:
    shown = opened(actor(secretaries[ENOUGH]), "bij")
    assert set(shown.values()) <= {None, 5, 10}
    assert shown[FEW] is None
