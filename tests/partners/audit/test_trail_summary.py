"""Above the trail stands what the privacy officer would otherwise have to find in it."""

import html
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.actions import DISCLOSURE_GIVEN
from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit import summary as summaries
from partners.audit.models import Result
from partners.audit.summary import Summary, summary
from tests.cast import Cast
from tests.effects import wrongs_of_this
from tests.partners.audit.entries import an_entry
from tests.partners.conftest import LogIn


def summary_of(reader: Actor) -> Summary:
    with acting_as(reader):
        return summary(reader, timezone.now())


@pytest.fixture
def month(cast: Cast) -> Cast:
    with wrongs_of_this():  # entries alone, without what they tell of
        _put_in_entries(cast)
    return cast


def _put_in_entries(cast: Cast) -> None:
    mine, long_ago = [cast.coordinator.organisation_id], timezone.now() - timedelta(days=31)
    for _twice in range(2):
        an_entry(cast.police, actions.TRAIL_VIEWED, touched=mine)
    an_entry(cast.prosecutor, actions.TRAIL_VIEWED, touched=mine)
    an_entry(cast.prosecutor, actions.TRAIL_VIEWED, touched=mine, at=long_ago)
    an_entry(cast.coordinator, actions.TRAIL_VIEWED)
    an_entry(cast.police, DISCLOSURE_GIVEN, touched=mine)
    an_entry(cast.coordinator, DISCLOSURE_GIVEN)
    for _five_times in range(5):
        an_entry(cast.mayor, actions.ACCESS_DENIED, result=Result.DENIED)
    an_entry(cast.coordinator, actions.ACCESS_DENIED, result=Result.DENIED)


def test_it_counts_looks_of_others_refusals_and_disclosures(month: Cast) -> None:
    found = summary_of(month.privacy_officer)
    police, om = month.police.organisation, month.prosecutor.organisation
    assert found.looks.number == 3
    assert found.looks.shares == [(police.pk, police.name, 2), (om.pk, om.name, 1)]
    assert found.refusals.number == 6
    assert found.disclosures.number == 2
    assert found.emergencies.number == 0
    assert found.often_refused == [(month.mayor.person.pk, month.mayor.person.name, 5)]


LINK = re.compile(
    r'<a href="(/auditspoor\?soort=[^"]+)">([^<]+)</a>(?::| )? ?(?:(\d+)(?: weigering(?:en)?)?)?'
)


def test_each_link_leads_to_as_many_lines_as_it_counts(month: Cast, log_in: LogIn) -> None:
    """Its own figure, or the number behind a name; what is older is in neither."""
    officer = log_in(month.privacy_officer)
    found = [
        (html.unescape(address), int(number or label))
        for address, label, number in LINK.findall(officer.get("/auditspoor").content.decode())
    ]
    assert sorted(number for _address, number in found) == [1, 1, 1, 2, 2, 3, 5, 6, 6]
    for address, number in found:
        page = officer.get(address)
        assert not page.context["form"].errors
        assert (address, len(page.context["page"].lines)) == (address, number)


def test_it_is_one_query_and_empty_for_who_may_not_read(month: Cast) -> None:
    officer = month.privacy_officer
    with acting_as(officer), CaptureQueriesContext(connection) as caught:
        summary(officer, timezone.now())
    assert len(caught) == 1
    for other in (month.coordinator, month.police, month.secretary):
        found = summary_of(other)
        assert (found.looks.number, found.refusals.number) == (0, 0)


def test_beyond_a_bound_it_says_at_least(
    month: Cast, monkeypatch: pytest.MonkeyPatch, log_in: LogIn
) -> None:
    monkeypatch.setattr(summaries, "MOST", 2)
    assert summary_of(month.privacy_officer).looks.is_at_least
    assert "2 of meer" in log_in(month.privacy_officer).get("/auditspoor").content.decode()
