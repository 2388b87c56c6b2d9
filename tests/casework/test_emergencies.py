"""Emergency access: four hours, one person, one thing; told at once, judged afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework import access, emergency_policies
from casework.models import (
    Case,
    Contribution,
    Document,
    Emergency,
    InformationClass,
    Subject,
    SubjectKind,
)
from casework.services import contributions, disclosures, emergencies, subjects
from casework.services.contributions import Draft
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as, in_emergency
from partners.actor import Actor
from partners.audit.models import TrailEntry
from partners.models import Ground
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.cast import Cast

pytestmark = pytest.mark.django_db

NOW = timezone.now()
REASON = "Er is nu een melding van geweld op dit adres."


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


def put_in(case: Case, by: Actor, information_class: str = "P", title: str = "x") -> Contribution:
    with acting_as(by, at=NOW):
        return contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", title, InformationClass(information_class), []),
            actor=by,
            at=NOW,
        )


def closed_to(actor: Actor, case: Case, at: datetime = NOW) -> dict[str, str]:
    """What an emergency could open, by key its class."""
    with acting_as(actor, at=at):
        found = emergencies.closed_things(Case.objects.get(pk=case.pk))
        return {one.key: one.information_class for one in found}


def take(
    case: Case, thing: Contribution | Subject, by: Actor, at: datetime = NOW, reason: str = REASON
) -> Emergency:
    with acting_as(by, at=at):
        found = Case.objects.get(pk=case.pk)
        known = {one.key: one for one in emergencies.closed_things(found)}
        return emergencies.open_in_emergency(
            case=found,
            closed=known[str(thing.pk)],
            kind=Emergency.Kind.VIOLENCE,
            reason=reason,
            actor=by,
            at=at,
        )


def judge(emergency: Emergency, by: Actor, verdict: str = "justified") -> Emergency:
    with acting_as(by, at=NOW):
        return emergencies.judge(
            emergency=access.emergency(by, emergency.pk),
            verdict=Emergency.Verdict(verdict),
            reason="Wachten kon niet.",
            actor=by,
            at=NOW,
        )


def reads(actor: Actor, emergency: Emergency, at: datetime = NOW) -> bool:
    """By the second wall alone: raw, as if every policy were forgotten."""
    model = Contribution if emergency.contribution_id else Subject
    key = emergency.contribution_id or emergency.subject_id
    with acting_as(actor, at=at), in_emergency(emergency.pk):
        return model._default_manager.filter(pk=key).exists()


@contextmanager
def refused_by_the_database() -> Iterator[None]:
    with pytest.raises(DatabaseError), transaction.atomic():
        yield


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
    ground = Ground.objects.get(code="avg-6-1-e")
    with acting_as(cast.coordinator, at=NOW), pytest.raises(Refused, match="eigen organisatie"):
        disclosures.disclose(
            thing=thing,
            receiver=cast.prosecutor.organisation,
            basis=disclosures.Basis("Doel", ground, ground, "Nodig."),
            is_told=True,
            actor=cast.coordinator,
            at=NOW,
        )


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


@pytest.mark.parametrize("information_class", [*"NBPJXHWS"])
def test_some_classes_are_never_opened(information_class: str, case: Case, cast: Cast) -> None:
    """H is for who is named: here nobody is, and the coordinator of this case neither.

    Z comes from care, which has no part in this case: the role matrix lets nobody here put it in.
    """
    owner = actor_of("liaison1.om" if information_class == "J" else "liaison1.politie")
    with acting_as(owner, at=NOW):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.clearances', '{hennep}', true)")
        thing = Contribution.objects.create(
            case_id=case.pk,
            organisation=owner.organisation,
            author=owner.person,
            kind="note",
            title="x",
            information_class=information_class,
            created_at=NOW,
        )
    is_open = information_class in "NBPJ"
    assert (str(thing.pk) in closed_to(cast.coordinator, case)) is is_open


def test_own_and_disclosed_things_are_not_closed(case: Case, cast: Cast) -> None:
    own, given = put_in(case, cast.coordinator), put_in(case, cast.police)
    assert str(given.pk) in closed_to(cast.coordinator, case)
    assert str(own.pk) not in closed_to(cast.coordinator, case)
    ground = Ground.objects.get(code="wpg-16-1-c")
    with acting_as(cast.police, at=NOW):
        disclosures.disclose(
            thing=given,
            receiver=cast.coordinator.organisation,
            basis=disclosures.Basis("Doel", ground, ground, "Nodig."),
            is_told=False,
            actor=cast.police,
            at=NOW,
        )
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


def test_a_fourth_waits_for_a_judgement(case: Case, cast: Cast) -> None:
    things = [put_in(case, cast.police) for _ in range(4)]
    taken = [take(case, one, cast.coordinator) for one in things[:3]]
    with pytest.raises(Refused, match="nog niet geoordeeld"):
        take(case, things[3], cast.coordinator)
    with acting_as(cast.coordinator, at=NOW), refused_by_the_database():
        _insert(case, things[3], cast.coordinator)
    assert take(case, things[3], cast.second_coordinator), "a colleague is counted apart"
    judge(taken[0], actor_of("fg.politie"))
    assert take(case, things[3], cast.coordinator)


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


def test_the_database_holds_all_of_it_by_itself(case: Case, cast: Cast) -> None:
    thing, own = put_in(case, cast.police), put_in(case, cast.coordinator)
    by = cast.coordinator
    with acting_as(by, at=NOW):
        for wrong in (
            {"reason": " te kort                    "},
            {"contribution_id": own.pk},
            {"person": cast.mayor.person},
            {"viewer": cast.prosecutor.organisation},
        ):
            with refused_by_the_database():
                _insert(case, thing, by, **wrong)
        made = _insert(case, thing, by, opened_at=NOW - timedelta(days=9))
        made.refresh_from_db()
        assert (made.owner_id, made.information_class) == (cast.police.organisation_id, "P")
        assert (made.opened_at, made.ends_at) == (NOW, NOW + timedelta(hours=4))
        assert made.case_reference == case.reference
        with refused_by_the_database():
            Emergency.objects.filter(pk=made.pk).update(
                verdict="justified",
                verdict_reason="Prima.",
                judged_by=by.membership,
                judged_at=NOW,
            )


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
