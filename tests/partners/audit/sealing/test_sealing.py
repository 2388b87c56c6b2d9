"""Each committed entry gets the next number of its log, once, whoever seals and whatever fails."""

from tests.cast import Cast
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.audit.sealing.conftest import Seal


def test_first(cast: Cast, seal: Seal) -> None:
    an_entry(cast.police, touched=[cast.coordinator.organisation_id])
    many_entries(cast.coordinator, 600)
    assert seal() == 602
    many_entries(cast.coordinator, 10)
    assert seal() == 10
    assert seal() == 0
