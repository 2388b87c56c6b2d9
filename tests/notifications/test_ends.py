"""The first moment at which a session, a capacity, or what was given to somebody ends."""

from datetime import datetime, time, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from casework.models import Case, InformationClass
from casework.services import contributions, disclosures
from casework.services.contributions import Draft
from notifications.ends import next_end
from partners.acting import acting_as
from partners.models import Ground
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import put_in, take
from tests.isolation.ending_rows import name_until
from tests.notifications.line import log_in

pytestmark = pytest.mark.django_db


def give(cast: Cast, case: Case, until: datetime) -> None:
    """By politie to Oss."""
    now = timezone.now()
    with acting_as(cast.police, at=now):
        ground = Ground.objects.get(code="avg-6-1-e")
        note = contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", "Notitie", InformationClass.B, []),
            actor=cast.police,
            at=now,
        )
        disclosures.disclose(
            thing=note,
            receiver=cast.coordinator.organisation,
            basis=disclosures.Basis("Doel", ground, ground, "Nodig.", valid_until=until),
            is_told=False,
            actor=cast.police,
            at=now,
        )


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
    soon = now + timedelta(hours=1)
    give(cast, case, soon)
    give(cast, case, soon + timedelta(hours=1))
    assert ends() == soon
    assert ends(soon) == soon + timedelta(hours=1)
    for other in (cast.landlord, cast.second_police):
        assert next_end(other, None, now) is None


def test_a_clearance_ends_as_its_day_begins(cast: Cast) -> None:
    now = timezone.now()
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    assert next_end(cast.second_coordinator, None, now) is None
    name_until(cast.second_coordinator, cast.administrator, tomorrow + timedelta(days=1))
    name_until(cast.coordinator, cast.administrator, tomorrow)
    for who, day in ((cast.coordinator, 0), (cast.second_coordinator, 1)):
        midnight = datetime.combine(tomorrow + timedelta(days=day), time.min)
        assert next_end(who, None, now) == timezone.make_aware(midnight)
