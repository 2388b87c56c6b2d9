"""What somebody looked for goes when its own term is over; that it was looked for stays."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from casework import actions
from casework.models import Inquiry, PayloadRule, SubjectKind
from casework.months import months_after
from casework.retention import destroying
from partners.acting import acting_as
from partners.actions import TRAIL_VIEWED
from partners.actor import Actor
from partners.audit.models import Entry, Payload
from partners.audit.recording import record
from partners.models import Ground
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("as_owner")


@pytest.fixture
def cast(as_owner: None) -> Cast:
    return Cast()


def looked(action: str, by: Actor, on: date, thing: Inquiry | None = None) -> Entry:
    at = timezone.now() - (timezone.localdate() - on)
    with acting_as(by):
        return record(
            action,
            actor=by,
            at=at,
            thing=thing or ("search", by.organisation.code),
            payload={"words": "iemand"},
        )


def inquired(by: Actor) -> Inquiry:
    return Inquiry.objects.create(
        person=by.person,
        organisation=by.organisation,
        membership=by.membership,
        kind=SubjectKind.PERSON,
        ground=Ground.objects.get(code="avg-6-1-e"),
        purpose="Iemand wegen",
        asked_at=timezone.now(),
    )


def test_words_go_to_the_day_and_the_entry_stays(cast: Cast) -> None:
    by, today = cast.coordinator, timezone.localdate()
    last = months_after(today, -12)
    asked, recent = inquired(by), inquired(by)
    gone = [
        looked(actions.SEARCHED, by, last),
        looked(actions.INQUIRY_MADE, by, last, asked),
    ]
    kept = [
        looked(actions.SEARCHED, by, last + timedelta(days=2)),
        looked(actions.INQUIRY_MADE, by, last + timedelta(days=2), recent),
        looked(TRAIL_VIEWED, by, last - timedelta(days=900)),
    ]
    destroying.destroy_all(timezone.now())
    left = set(Payload.objects.values_list("entry", flat=True))
    assert left.isdisjoint({one.pk for one in gone})
    assert left >= {one.pk for one in kept}
    assert set(Inquiry.objects.values_list("pk", flat=True)) >= {recent.pk}
    assert not Inquiry.objects.filter(pk=asked.pk).exists()
    assert all(Entry.objects.get(pk=one.pk).payload_hash for one in gone)


def test_the_rule_of_the_day_of_the_look_says_how_long(cast: Cast) -> None:
    by, today = cast.coordinator, timezone.localdate()
    changed = months_after(today, -3)
    PayloadRule.objects.filter(action="search.done").update(months=1, valid_until=changed)
    PayloadRule.objects.create(
        action="search.done", months=12, source="Langer afgesproken", valid_from=changed
    )
    older = looked(actions.SEARCHED, by, changed - timedelta(days=9))
    newer = looked(actions.SEARCHED, by, changed + timedelta(days=9))
    destroying.forget_lapsed()
    left = set(Payload.objects.values_list("entry", flat=True))
    assert older.pk not in left
    assert newer.pk in left
