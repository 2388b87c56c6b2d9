"""The first moment at which a session, a capacity, or what was given to somebody ends."""

from datetime import datetime, time, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from notifications.ends import next_end
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import put_in, take
from tests.isolation.ending_rows import give_until, name_until
from tests.notifications.line import log_in

pytestmark = pytest.mark.django_db


def test_it_is_the_first_of_all(cast: Cast) -> None:
    case, key = a_case(cast, at="answer"), log_in(cast.second_coordinator)
    now = timezone.now()

    def ends(at: datetime = now) -> datetime | None:
        return next_end(cast.second_coordinator, key, at)

    session = Session.objects.get(session_key=key).expire_date
    assert ends() == session
    assert ends(session) is None, "what is over has no end to come"
    taken = take(case, put_in(case, cast.police), cast.second_coordinator, at=now)
    assert ends() == taken.ends_at
    soon, others = now + timedelta(hours=1), (cast.landlord, cast.second_police)
    before = [next_end(other, None, now) for other in others]
    give_until(case, cast.police, cast.second_coordinator, soon)
    give_until(case, cast.police, cast.second_coordinator, soon + timedelta(hours=1))
    assert ends() == soon
    assert ends(soon) == soon + timedelta(hours=1)
    after = [next_end(other, None, now) for other in others]
    assert after == before, "of others nothing ends sooner"
    assert all(one is None or one > soon + timedelta(days=1) for one in after)


def test_a_clearance_ends_as_its_day_begins(cast: Cast) -> None:
    now = timezone.now()
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    assert next_end(cast.second_coordinator, None, now) is None
    name_until(cast.second_coordinator, cast.administrator, tomorrow + timedelta(days=1))
    name_until(cast.coordinator, cast.administrator, tomorrow)
    for who, day in ((cast.coordinator, 0), (cast.second_coordinator, 1)):
        midnight = datetime.combine(tomorrow + timedelta(days=day), time.min)
        assert next_end(who, None, now) == timezone.make_aware(midnight)
