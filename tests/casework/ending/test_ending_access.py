"""What ends is shown to whom it concerns, and told to both ends once, two weeks before."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.ending.queries import Ending, ahead
from casework.ending.watch import BEFORE, watch
from casework.models import Case, Disclosure, EndNotice
from casework.services import cases, disclosures
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.ending_rows import give_until, name_until

pytestmark = pytest.mark.django_db

PAGE = "/toegang-eindigt"
NOW = timezone.now()
DAY = timedelta(days=1)
END = NOW + 20 * DAY


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


def given(case: Case, cast: Cast, until: datetime = END) -> Disclosure:
    """By Oss to politie."""
    return give_until(case, cast.coordinator, cast.police, until)


def named(cast: Cast, days: int) -> None:
    on = timezone.localdate(NOW) + days * DAY
    name_until(cast.second_coordinator, cast.administrator, on)


def told(actor: Actor, kind: str = "access_ends") -> int:
    with acting_as(actor):
        return Notification.objects.filter(kind=kind, link=PAGE).count()


def test_both_ends_are_told_once_and_nobody_else(case: Case, cast: Cast) -> None:
    given(case, cast)
    assert watch(END - BEFORE - DAY) == 0
    assert watch(END - BEFORE + DAY) == 2
    assert watch(END - BEFORE + 2 * DAY) == 0
    assert told(cast.coordinator) == told(cast.police) == told(cast.second_police) == 1
    for other in (cast.prosecutor, cast.grid, cast.stranger, cast.mayor):
        assert told(other) == 0
    with acting_as(cast.police):
        assert EndNotice.objects.count() == 1
    with acting_as(cast.stranger):
        assert not EndNotice.objects.exists()


def test_after_days_without_a_worker_it_is_told_still_but_not_afterwards(
    case: Case, cast: Cast
) -> None:
    given(case, cast)
    assert watch(END + DAY) == 0
    assert watch(END - timedelta(hours=1)) == 2


def test_more_that_ends_in_one_case_is_one_notice_and_another_end_is_told_anew(
    case: Case, cast: Cast
) -> None:
    given(case, cast)
    given(case, cast, END + timedelta(hours=1))
    assert watch(END - DAY) == 2
    assert told(cast.police) == 1
    given(case, cast, END + 30 * DAY)
    assert watch(END + 29 * DAY) == 2
    assert told(cast.police) == 2


def test_of_a_case_that_closed_nobody_is_reminded(case: Case, cast: Cast) -> None:
    given(case, cast)
    with acting_as(cast.coordinator, at=NOW + DAY):
        found = Case.objects.get(pk=case.pk)
        cases.close(case=found, actor=cast.coordinator, at=NOW + DAY)
    assert watch(END - DAY) == 0


def test_of_people_the_administrator_and_the_coordinators_hear_without_a_name(cast: Cast) -> None:
    named(cast, 10)
    kind = "access_of_people_ends"
    assert watch(NOW) == 1
    assert watch(NOW + DAY) == 0
    assert told(cast.administrator, kind) == told(cast.coordinator, kind) == 1
    assert told(cast.police, kind) == told(cast.privacy_officer, kind) == 0
    with acting_as(cast.coordinator):
        notice = Notification.objects.get(kind=kind)
        assert (notice.case_reference, notice.link) == ("", PAGE)


def test_the_page_shows_each_end_its_own_and_no_contents(
    case: Case, cast: Cast, log_in: Any
) -> None:
    disclosure = given(case, cast)
    named(cast, 10)
    extend = f"/verstrekkingen/{disclosure.pk}/verlengen"
    mine = log_in(cast.coordinator).get(PAGE).content.decode()
    assert case.reference in mine
    assert extend in mine
    assert "/aanwijzingen/" not in mine
    theirs = log_in(cast.police).get(PAGE).content.decode()
    assert case.reference in theirs
    assert extend not in theirs
    assert cast.second_coordinator.person.name not in theirs
    officer = log_in(cast.privacy_officer).get(PAGE).content.decode()
    assert case.reference in officer
    assert str(disclosure.pk) not in officer
    administrator = log_in(cast.administrator).get(PAGE).content.decode()
    assert case.reference not in administrator
    assert "/aanwijzingen/" in administrator
    assert "/aanwijzingen/" not in officer
    for page in (mine, theirs, officer, administrator):
        assert "Geheim opschrift" not in page
    for actor in (cast.prosecutor, cast.stranger):
        assert case.reference not in log_in(actor).get(PAGE).content.decode()
    for actor in (cast.mayor, cast.secretary):
        assert log_in(actor).get(PAGE).status_code == 403
    with acting_as(cast.privacy_officer):
        assert Entry.objects.filter(action="ending.viewed").count() == 3


def test_who_renews_has_it_in_both_trails_and_it_ends_later(
    case: Case, cast: Cast, log_in: Any
) -> None:
    disclosure = given(case, cast)
    sent = {
        "sender_ground": disclosure.sender_ground_id,
        "necessity": "Het onderzoek loopt door.",
        "last_day": timezone.localdate(END) + 40 * DAY,
    }
    client = log_in(cast.coordinator)
    answer = client.post(f"/verstrekkingen/{disclosure.pk}/verlengen", sent)
    assert answer.status_code == 302
    for actor in (cast.privacy_officer, cast.police):
        with acting_as(actor):
            rows = Entry.objects.filter(action="disclosure.given", case_reference=case.reference)
            assert rows.filter(object_id=answer["Location"].split("/")[-1]).count() == 1


def test_who_is_named_is_shown_to_who_may_know_that_and_to_that_person(
    cast: Cast, log_in: Any
) -> None:
    named(cast, 10)
    name_until(cast.coordinator, cast.administrator, timezone.localdate(NOW) + 10 * DAY)
    for actor, names in (
        (cast.administrator, 2),
        (cast.privacy_officer, 2),
        (cast.coordinator, 1),
        (cast.second_coordinator, 1),
        (cast.police, 0),
    ):
        with acting_as(actor):
            found = [one.membership.person for one in ahead(actor).clearances]
        assert len(found) == names, actor
        assert names != 1 or found == [actor.person]
    page = log_in(cast.coordinator).get(PAGE).content.decode()
    assert cast.second_coordinator.person.name not in page


def test_what_was_extended_does_not_end_yet(case: Case, cast: Cast) -> None:
    """The later one does, and is told in its own time."""
    disclosure, later = given(case, cast), END + 30 * DAY
    assert [one.object_id for one in shown(cast.coordinator)] == [str(disclosure.pk)]
    now = timezone.now()
    with acting_as(cast.coordinator, at=now):
        made = disclosures.extend(
            disclosure=Disclosure.objects.get(pk=disclosure.pk),
            ground=disclosure.sender_ground,
            necessity="Het loopt door.",
            valid_until=later,
            actor=cast.coordinator,
            at=now,
        )
    for actor in (cast.coordinator, cast.police):
        assert shown(actor) == []
        (one,) = shown(actor, later - DAY)
        assert one.object_id == str(made.pk)
    assert watch(END - DAY) == 0
    assert watch(later - DAY) == 2
    with acting_as(cast.coordinator, at=now):
        disclosures.withdraw(
            disclosure=Disclosure.objects.get(pk=made.pk), actor=cast.coordinator, at=now
        )
    assert shown(cast.coordinator) == [], "with it goes what it extended"


def shown(actor: Actor, at: datetime = NOW) -> list[Ending]:
    with acting_as(actor, at=at):
        found = ahead(actor)
    return found.given + found.received


def test_nothing_that_ends_is_said_so(cast: Cast, log_in: Any) -> None:
    with acting_as(cast.stranger):
        assert ahead(cast.stranger).is_empty
    page = log_in(cast.stranger).get(PAGE).content.decode()
    assert "Er eindigt binnen 30 dagen niets" in page


def test_it_takes_as_many_queries_for_more_of_it(case: Case, cast: Cast, log_in: Any) -> None:
    client = log_in(cast.coordinator)
    found = []
    for number in range(4):
        given(case, cast, END + number * timedelta(minutes=1))
        client.get(PAGE)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(PAGE).status_code == 200
        found.append(len(caught))
    assert found == found[:1] * 4
    assert found[0] <= 20


TO_TELL = "SELECT count(*) FROM casework_ends_to_tell(%s, %s)"


def test_who_acts_is_told_nothing_of_others_by_what_the_job_asks(case: Case, cast: Cast) -> None:
    given(case, cast)
    for actor, expected in ((None, 2), (cast.stranger, 0), (cast.coordinator, 0)):
        with acting_as(actor), connection.cursor() as cursor:
            cursor.execute(TO_TELL, [NOW, NOW + 30 * DAY])
            assert cursor.fetchone()[0] == expected
