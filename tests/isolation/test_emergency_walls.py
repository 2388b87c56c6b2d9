"""What the walls open in an emergency: one thing, to one person, for four hours, on one page."""

from datetime import timedelta

import pytest
from django.db import connection, transaction

from casework import emergency_policies
from casework.models import Case, Contribution, Document, Emergency, InformationClass, SubjectKind
from casework.models.emergency import NEVER
from casework.services import emergencies, subjects
from casework.undisclosed import undisclosed
from config.database_roles import Connection
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as, in_emergency
from partners.actor import Actor
from partners.refusals import Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import (
    NOW,
    REASON,
    closed_to,
    judge,
    put_in,
    reads,
    refused_by_the_database,
    take,
)
from tests.giving import give
from tests.isolation.conftest import LogIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture(scope="module", autouse=True)
def cleared(owner: Connection) -> None:
    """All but the second coordinator, until the owner's end of the file."""
    cast = Cast()
    people = (cast.police, cast.prosecutor, cast.coordinator, cast.mayor)
    owner.execute(
        "UPDATE partners_membership SET clearances = clearances || '{hennep}' WHERE id = ANY(%s)",
        [[one.membership.pk for one in people]],
    )


def test_it_opens_one_thing_for_one_person_and_no_longer_than_four_hours(
    case: Case, cast: Cast
) -> None:
    thing = put_in(case, cast.police)
    taken = take(case, thing, cast.coordinator)
    assert taken.ends_at == NOW + timedelta(hours=4)
    almost, over = NOW + timedelta(hours=3, minutes=59), NOW + timedelta(hours=4)
    assert reads(cast.coordinator, taken, almost)
    assert not reads(cast.coordinator, taken, over)
    for other in (cast.second_coordinator, cast.mayor, cast.prosecutor, cast.privacy_officer):
        assert not reads(other, taken), other
    with acting_as(cast.coordinator, at=over), pytest.raises(Refused, match="voorbij"):
        emergencies.note_reading(emergency=taken, actor=cast.coordinator, at=over)


def test_nothing_but_its_own_page_ever_sees_it(case: Case, cast: Cast) -> None:
    """Lists, search, exports, documents and the API ask without naming the emergency."""
    thing = put_in(case, cast.police)
    take(case, thing, cast.coordinator)
    with acting_as(cast.coordinator, at=NOW):
        assert not Contribution.objects.visible_to(cast.coordinator).filter(pk=thing.pk).exists()
        assert not Contribution.objects.filter(pk=thing.pk).exists()
        assert not Document.objects.filter(contribution=thing.pk).exists()
    with pytest.raises(Refused, match="eigen organisatie"):
        give(thing, cast.coordinator, cast.prosecutor, at=NOW, is_told=True)


def test_a_subject_is_opened_alike(case: Case, cast: Cast) -> None:
    with acting_as(cast.police, at=NOW):
        subject = subjects.record_subject(
            case=Case.objects.get(pk=case.pk),
            kind=SubjectKind.PERSON,
            information_class=InformationClass.P,
            label="Proefpersoon 8",
            details={},
            actor=cast.police,
            at=NOW,
        )
    assert reads(cast.coordinator, take(case, subject, cast.coordinator))


def put_in_any(case: Case, information_class: str) -> Contribution:
    """Of whichever class, as if politie might keep that: who does, has no part in this case."""
    owner = actor_of("liaison1.om" if information_class == "J" else "liaison1.politie")
    with acting_as(owner, at=NOW):
        if information_class == "Z":
            pretend("app.line", "hulp")
        return Contribution.objects.create(
            case_id=case.pk,
            organisation=owner.organisation,
            author=owner.person,
            kind="note",
            title="x",
            information_class=information_class,
            created_at=NOW,
        )


def pretend(setting: str, value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])


@pytest.mark.parametrize(
    ("name", "opened", "shut"),
    [("coordinator", "NBPH", "JXZWS"), ("mayor", "NBPZH", "JXWS"), ("prosecutor", "NBP", "XZWS")],
)
def test_some_classes_stay_closed_and_nobody_learns_so_beforehand(
    name: str, opened: str, shut: str, case: Case, cast: Cast
) -> None:
    """J is weighed each time (Wjsg 39f); of the others the role matrix says who never reads them.

    All is listed alike, to who is cleared for the named classes, without a word of its class.
    """
    by = getattr(cast, name)
    for information_class in opened + shut:
        thing = put_in_any(case, information_class)
        with acting_as(by, at=NOW), transaction.atomic():
            known = {one.key: one for one in emergencies.closed_things(case)}
            assert not hasattr(known[str(thing.pk)], "information_class")
            taken = emergencies.open_in_emergency(
                case=Case.objects.get(pk=case.pk),
                closed=known[str(thing.pk)],
                kind=Emergency.Kind.VIOLENCE,
                reason=REASON,
                actor=by,
                at=NOW,
            )
            with in_emergency(taken.pk):
                is_open = Contribution.objects.filter(pk=thing.pk).exists()
            why_not = emergency_policies.why_not_look_in_emergency(by, taken, NOW)
            transaction.set_rollback(True)
        assert is_open is (information_class in opened), information_class
        assert taken.information_class == (information_class if is_open else "")
        assert (why_not is None) is is_open, "both walls agree"
        assert is_open <= (information_class not in NEVER)


@pytest.mark.parametrize("information_class", [*"NBPJZS"])
def test_what_is_known_to_be_there_does_not_depend_on_its_class(
    information_class: str, case: Case, cast: Cast
) -> None:
    thing = put_in_any(case, information_class)
    for by in (cast.coordinator, cast.mayor):
        assert str(thing.pk) in closed_to(by, case)
        with acting_as(by, at=NOW):
            assert str(thing.pk) in {one.key for one in undisclosed(by, case)}


@pytest.mark.parametrize("information_class", [*"XHW"])
def test_of_the_named_classes_who_is_not_cleared_knows_nothing(
    information_class: str, case: Case, cast: Cast
) -> None:
    thing = put_in_any(case, information_class)
    assert str(thing.pk) in closed_to(cast.coordinator, case)
    assert str(thing.pk) not in closed_to(cast.second_coordinator, case)
    with acting_as(cast.second_coordinator, at=NOW), refused_by_the_database("row-level"):
        _insert(case, thing, cast.second_coordinator)


def test_what_stays_closed_is_told_and_judged_all_the_same(
    case: Case, cast: Cast, log_in: LogIn
) -> None:
    thing = put_in_any(case, "J")
    browser = log_in(cast.coordinator)
    asked = browser.get(f"/zaken/{case.reference}/noodtoegang").content.decode()
    assert f"contribution:{thing.pk}" in asked
    assert "gegevens</label>" not in asked, "no class is named"
    taken = take(case, thing, cast.coordinator)
    page = browser.get(f"/noodtoegang/{taken.pk}").content.decode()
    assert "Dit blijft ook in nood gesloten" in page
    assert "strafvorderlijke" not in page
    assert "Inhoud lezen" not in page
    assert browser.get(f"/noodtoegang/{taken.pk}/inhoud").status_code == 403
    assert not taken.opens
    assert not reads(cast.coordinator, taken)
    with acting_as(cast.coordinator, at=NOW), pytest.raises(Refused, match="Bel de houder"):
        emergencies.note_reading(emergency=taken, actor=cast.coordinator, at=NOW)
    officer = actor_of("fg.om")
    with acting_as(officer, at=NOW):
        told = Notification.objects.filter(person=officer.person, kind="emergency_opened")
        assert told.get().link == f"/noodtoegang/{taken.pk}"
    assert judge(taken, officer).judged_at == NOW


def test_own_and_disclosed_things_are_not_closed(case: Case, cast: Cast) -> None:
    own, given = put_in(case, cast.coordinator), put_in(case, cast.police)
    assert str(given.pk) in closed_to(cast.coordinator, case)
    assert str(own.pk) not in closed_to(cast.coordinator, case)
    give(given, cast.police, cast.coordinator, at=NOW, ground="wpg-16-1-c")
    assert str(given.pk) not in closed_to(cast.coordinator, case)


def test_who_sees_its_own_tasks_alone_or_no_case_at_all_sees_nothing_closed(
    case: Case, cast: Cast
) -> None:
    put_in(case, cast.police)
    assert closed_to(cast.coordinator, case)
    assert closed_to(cast.prosecutor, case)
    with acting_as(cast.grid, at=NOW):
        found = Case.objects.get(pk=case.pk)
        assert emergencies.closed_things(found) == []
        why_not = emergency_policies.why_not_open_in_emergency(cast.grid, found)
    assert "eigen taken" in str(why_not)
    with acting_as(cast.stranger, at=NOW):
        assert emergencies.closed_things(case) == []


def _insert(case: Case, thing: Contribution, by: Actor, **differences: object) -> Emergency:
    given = {
        "case_id": case.pk,
        "case_reference": "elders",
        "contribution_id": thing.pk,
        "viewer": by.organisation,
        "owner": by.organisation,
        "information_class": "N",
        "person": by.person,
        "kind": "life",
        "reason": REASON,
        "opened_at": NOW,
        "ends_at": NOW + timedelta(hours=1),
    }
    return Emergency.objects.create(**(given | differences))


def test_a_fourth_waits_for_a_judgement(case: Case, cast: Cast) -> None:
    things = [put_in(case, cast.police) for _ in range(4)]
    taken = [take(case, one, cast.coordinator) for one in things[:3]]
    with pytest.raises(Refused, match="nog niet geoordeeld"):
        take(case, things[3], cast.coordinator)
    with acting_as(cast.coordinator, at=NOW), refused_by_the_database("too many"):
        _insert(case, things[3], cast.coordinator)
    assert take(case, things[3], cast.second_coordinator), "a colleague is counted apart"
    judge(taken[0], actor_of("fg.politie"))
    assert take(case, things[3], cast.coordinator)


def test_the_database_holds_all_of_it_by_itself(case: Case, cast: Cast) -> None:
    thing, own = put_in(case, cast.police), put_in(case, cast.coordinator)
    by = cast.coordinator
    with acting_as(by, at=NOW):
        for because, wrong in (
            ("20 characters", {"reason": " te kort                    "}),
            ("row-level", {"contribution_id": own.pk}),
            ("row-level", {"person": cast.mayor.person}),
            ("row-level", {"viewer": cast.prosecutor.organisation}),
        ):
            with refused_by_the_database(because):
                _insert(case, thing, by, **wrong)
        made = _insert(case, thing, by, opened_at=NOW - timedelta(days=9))
        made.refresh_from_db()
        assert (made.owner_id, made.information_class) == (cast.police.organisation_id, "P")
        assert (made.opened_at, made.ends_at) == (NOW, NOW + timedelta(hours=4))
        assert made.case_reference == case.reference
        with refused_by_the_database("only the officer"):
            Emergency.objects.filter(pk=made.pk).update(
                verdict="justified",
                verdict_reason="Prima.",
                judged_by=by.membership,
                judged_at=NOW,
            )
