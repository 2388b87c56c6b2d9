"""Three years of a region of four gemeenten, of which every figure can be counted by hand."""

from collections.abc import Iterator
from typing import Any

import pytest

from partners.actor import Actor
from partners.models import Kind, Role
from tests.casework.throughput.counted import THIS, Members
from tests.casework.throughput.proefregio import actor, day, proefregio


@pytest.fixture(scope="module")
def members(django_db_setup: None, django_db_blocker: Any) -> Iterator[Members]:
    with django_db_blocker.unblock(), proefregio() as region:
        aa = region.organisation("GM9901", Kind.GEMEENTE, "Aa")
        bee = region.organisation("GM9902", Kind.GEMEENTE, "Bee")
        cee = region.organisation("GM9903", Kind.GEMEENTE, "Cee")
        dee = region.organisation("GM9904", Kind.GEMEENTE, "Dee")
        police = region.organisation("PE-99", Kind.POLITIE, "Politie Proef")
        for one in (bee, cee, dee):
            region.member(one, Role.COORDINATOR)
        found = Members(
            coordinator=region.member(aa, Role.COORDINATOR),
            secretary=region.member(aa, Role.SECRETARY),
            privacy_officer=region.member(aa, Role.PRIVACY_OFFICER),
            police=region.member(police, Role.LIAISON),
        )
        february = day(THIS - 1, 2, 1)
        closed = region.cases(aa, february, [float(n) for n in range(10, 130, 10)], reached=6)
        region.cases(bee, february, [None] * 5)
        region.cases(cee, february, [None] * 4)
        region.steps(closed, "visit", police, days=[6.0] * 12, term=14)
        region.steps(closed, "weigh", aa, days=[4.0] * 12, term=7)
        region.steps(closed, "objection", aa, days=[50.0] * 7 + [30.0] * 5, term=42)
        for lead, count in ((aa, 12), (bee, 9), (cee, 6), (dee, 3)):
            region.cases(lead, day(THIS - 2, 5, 1), [10.0] * count)
        many = region.cases(aa, day(THIS - 3, 5, 1), [10.0] * 1000, reached=500)
        region.steps(many, "weigh", aa, days=[4.0] * 1000, term=7)
        yield found


@pytest.fixture
def secretary(db: None, members: Members) -> Actor:
    return actor(members.secretary)
