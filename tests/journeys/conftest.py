"""A company at work, from an ordinary Tuesday on."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.cast import Cast
from tests.journeys import endings
from tests.journeys.company import Company

TUESDAY = datetime(2026, 3, 3, 9, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(TUESDAY) as clock:
        yield clock


@pytest.fixture
def company(
    request: pytest.FixtureRequest, cast: Cast, clock: time_machine.Traveller
) -> Iterator[Company]:
    """A journey that went well ends on the entries in the trail of each partner."""
    failed = request.session.testsfailed
    company = Company(cast, clock)
    yield company
    if request.session.testsfailed == failed:
        endings.compare(request.node.nodeid, company)
