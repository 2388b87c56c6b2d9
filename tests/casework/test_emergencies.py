"""Emergency access: told at once, judged afterwards, and ended by who took it or who judges."""

from datetime import timedelta

import pytest

from casework.models import Case
from casework.services import emergencies
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.audit.models import TrailEntry
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import NOW, judge, put_in, reads, take

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


def test_both_organisations_hear_and_both_trails_tell(case: Case, cast: Cast) -> None:
    thing = put_in(case, cast.police, title="Mutatie 7")
    taken = take(case, thing, cast.coordinator)
    with acting_as(cast.coordinator, at=NOW):
        emergencies.note_reading(emergency=taken, actor=cast.coordinator, at=NOW)
    heard = ("fg.oss", "fg.politie", "liaison1.politie", "liaison2.politie")
    for login in (*heard, "iv2.oss", "liaison1.om"):
        person = actor_of(login)
        with acting_as(person, at=NOW):
            told = Notification.objects.filter(person=person.person, kind="emergency_opened")
            assert [str(one) for one in told if "Mutatie" in str(one)] == []
            assert told.exists() is (login in heard), login
    for login in ("fg.oss", "fg.politie", "fg.om"):
        officer = actor_of(login)
        with acting_as(officer, at=NOW):
            rows = TrailEntry.objects.filter(
                organisation=officer.organisation, entry__object_id=str(taken.pk)
            )
            actions = list(rows.order_by("entry").values_list("entry__action", flat=True))
        assert actions == ([] if login == "fg.om" else ["emergency.opened", "emergency.read"])


def test_the_officer_of_the_owner_judges_once_and_nobody_else(case: Case, cast: Cast) -> None:
    taken = take(case, put_in(case, cast.police), cast.coordinator)
    officer = actor_of("fg.politie")
    for other in (cast.privacy_officer, cast.police, cast.coordinator):
        with pytest.raises(Refused, match="functionaris"):
            judge(taken, other)
    assert judge(taken, officer).verdict == "justified"
    assert reads(cast.coordinator, taken), "what was justified goes on until its end"
    with pytest.raises(Conflict, match="al geoordeeld"):
        judge(taken, officer)


def test_what_was_unjustified_ends_at_once(case: Case, cast: Cast) -> None:
    taken = take(case, put_in(case, cast.police), cast.coordinator)
    ended = judge(taken, actor_of("fg.politie"), "unjustified")
    assert ended.ended_at == NOW
    assert not reads(cast.coordinator, taken)


@pytest.mark.parametrize(
    ("login", "may"),
    [("fg.politie", True), ("iv.oss", True), ("iv2.oss", False), ("fg.oss", False)],
)
def test_who_ends_it(login: str, may: bool, case: Case, cast: Cast) -> None:
    taken = take(case, put_in(case, cast.police), cast.coordinator)
    actor = actor_of(login)
    with acting_as(actor, at=NOW):
        if may:
            emergencies.end(emergency=taken, actor=actor, at=NOW)
        else:
            with pytest.raises(Refused, match="beëindigt"):
                emergencies.end(emergency=taken, actor=actor, at=NOW)
    assert reads(cast.coordinator, taken) is not may


def test_who_is_late_to_judge_is_reminded_once_a_day(case: Case, cast: Cast) -> None:
    taken = take(case, put_in(case, cast.police), cast.coordinator)
    late = NOW + timedelta(days=3)
    assert emergencies.remind(late - timedelta(minutes=1)) == 0
    assert [emergencies.remind(late) for _ in range(2)] == [1, 0]
    assert emergencies.remind(late + timedelta(days=1)) == 1
    officer = actor_of("fg.politie")
    with acting_as(officer, at=late):
        reminders = Notification.objects.filter(kind="emergency_unjudged")
        assert {one.link for one in reminders} == {f"/noodtoegang/{taken.pk}"}
    judge(taken, officer)
    assert emergencies.remind(late + timedelta(days=2)) == 0
