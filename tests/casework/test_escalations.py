"""A step up asks somebody a decision and is answered once; a step down says what it brought."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework.models import Case, Escalation, Level, Part, Participation, StepDown
from casework.services import escalations
from casework.services.escalations import Addressee, level_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Role
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.cast import Cast, actor_of

pytestmark = pytest.mark.django_db


def now() -> datetime:
    return timezone.now()


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


def raised(case: Case, by: Actor, to: Actor, **changes: Any) -> Escalation:
    with acting_as(by):
        given: dict[str, Any] = {
            "case": Case.objects.get(pk=case.pk),
            "to_level": Level.LOCAL,
            "reason": "Partijen worden het niet eens.",
            "asked": "Welke aanpak gaat voor?",
            "addressee": Addressee(to.organisation, Role.DECISION_MAKER),
            "due_on": timezone.localdate() + timedelta(days=7),
            "actor": by,
            "at": now(),
        }
        return escalations.escalate(**given | changes)


def answered(escalation: Escalation, by: Actor, text: str = "De sluiting gaat voor.") -> Escalation:
    with acting_as(by):
        return escalations.answer(escalation=escalation, text=text, actor=by, at=now())


def stepped_down(case: Case, by: Actor, to: Level) -> StepDown:
    with acting_as(by):
        return escalations.step_down(
            case=Case.objects.get(pk=case.pk),
            to_level=to,
            reason="De driehoek besliste.",
            result="De sluiting gaat voor.",
            actor=by,
            at=now(),
        )


def test_the_mayor_is_asked_told_and_answers(cast: Cast, case: Case) -> None:
    escalation = raised(case, cast.coordinator, cast.mayor)
    with acting_as(cast.mayor):
        told = Notification.objects.of(cast.mayor.person).filter(kind="escalation").get()
        assert told.link == f"/opschalingen/{escalation.pk}"
    found = answered(escalation, cast.mayor)
    assert found.answered_by == cast.mayor.membership
    with acting_as(cast.coordinator):
        assert Notification.objects.of(cast.coordinator.person).filter(kind="escalation_answered")
        assert level_of(case) == Level.LOCAL


def test_who_is_asked_elsewhere_is_let_in_to_be_informed_and_sees_no_more(
    cast: Cast, case: Case
) -> None:
    with acting_as(cast.stranger):
        assert not Case.objects.visible_to(cast.stranger).filter(pk=case.pk).exists()
    raised(case, cast.coordinator, cast.stranger, addressee=Addressee(cast.stranger.organisation))
    with acting_as(cast.stranger):
        found = Case.objects.visible_to(cast.stranger).get(pk=case.pk)
        assert found.participations.get().part == Part.INFORMED
        assert cast.stranger.organisation_id not in found.overview_ids
        assert found.contributions.count() == 0
        assert Escalation.objects.visible_to(cast.stranger).count() == 1


def test_only_the_coordinator_of_the_lead_escalates(cast: Cast, case: Case) -> None:
    for other in (cast.mayor, cast.police, cast.grid):
        with pytest.raises(Refused):
            raised(case, other, cast.mayor)
    raised(case, cast.coordinator, cast.mayor)


def test_the_ladder_goes_up_and_never_to_the_same_height(cast: Cast, case: Case) -> None:
    raised(case, cast.coordinator, cast.mayor, to_level=Level.IV)
    for same in (Level.OWN, Level.IV, Level.CARE_AND_SAFETY):
        with pytest.raises(Refused, match="hogere trede"):
            raised(case, cast.coordinator, cast.mayor, to_level=same)
    assert raised(case, cast.coordinator, cast.mayor).from_level == Level.IV


def test_the_database_too_knows_up_from_down(cast: Cast, case: Case) -> None:
    row = {
        "case": case,
        "reason": "x",
        "due_on": timezone.localdate(),
        "addressee": cast.mayor.organisation,
        "raised_by": cast.coordinator.membership,
        "raised_at": now(),
        "asked": "x",
    }
    with acting_as(cast.coordinator):
        for wrong in ({"from_level": "1", "to_level": "1v"}, {"from_level": "4", "to_level": "2"}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Escalation.objects.create(**row, **wrong)
        Escalation.objects.create(**row, from_level="1v", to_level="4")
        with pytest.raises(DatabaseError, match="one_open"), transaction.atomic():
            Escalation.objects.create(**row, from_level="2", to_level="4")


def test_nobody_is_asked_where_nobody_may_see_a_case(cast: Cast, case: Case) -> None:
    """Regional staff are secretaries: they see no case, and so cannot answer for one."""
    with pytest.raises(Refused, match="niemand die in deze rol"):
        raised(
            case,
            cast.coordinator,
            cast.regional_staff,
            to_level=Level.MANAGEMENT,
            addressee=Addressee(cast.regional_staff.organisation),
        )


def test_of_two_answers_the_first_stands(cast: Cast, case: Case) -> None:
    escalation = raised(
        case, cast.coordinator, cast.police, addressee=Addressee(cast.police.organisation)
    )
    answered(escalation, cast.police)
    with pytest.raises(Conflict, match=cast.police.person.name):
        answered(escalation, cast.second_police, "Iets anders.")
    with acting_as(cast.police):
        assert Escalation.objects.get(pk=escalation.pk).answer == "De sluiting gaat voor."


def test_only_who_is_asked_answers_and_in_the_role_that_is_asked(cast: Cast, case: Case) -> None:
    escalation = raised(case, cast.coordinator, cast.mayor)
    for other in (cast.police, cast.coordinator):
        with pytest.raises(Refused):
            answered(escalation, other)
    answered(escalation, cast.mayor)


def test_the_wall_keeps_an_answer_to_its_addressee_and_as_it_is(cast: Cast, case: Case) -> None:
    escalation = raised(
        case, cast.coordinator, cast.police, addressee=Addressee(cast.police.organisation)
    )
    row = Escalation.objects.filter(pk=escalation.pk)
    words = {
        "answer": "x",
        "answered_at": now(),
        "answered_by": cast.police.membership,
    }
    with acting_as(cast.coordinator), pytest.raises(DatabaseError), transaction.atomic():
        row.update(**words)
    with acting_as(cast.prosecutor):
        assert row.update(**words) == 0
    with acting_as(cast.police):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.update(withdrawn_at=now())
        assert row.update(**words) == 1
        with pytest.raises(DatabaseError), transaction.atomic():
            row.update(answer="y")


def test_the_wall_lets_the_lead_in_others_to_be_informed_and_nobody_else(
    cast: Cast, case: Case
) -> None:
    row = {"case": case, "organisation": cast.stranger.organisation, "since": now()}
    with acting_as(cast.police), pytest.raises(DatabaseError), transaction.atomic():
        Participation.objects.create(**row, part=Part.INFORMED)
    with acting_as(cast.coordinator):
        for more in ({"part": Part.ASKED}, {"part": Part.INFORMED, "has_overview": True}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Participation.objects.create(**row, **more)
        Participation.objects.create(**row, part=Part.INFORMED)


def test_a_step_down_says_what_it_brought_and_withdraws_what_is_not_answered(
    cast: Cast, case: Case
) -> None:
    with pytest.raises(Refused, match="niet opgeschaald"):
        stepped_down(case, cast.coordinator, Level.OWN)
    first = raised(case, cast.coordinator, cast.mayor, to_level=Level.CASE)
    second = raised(case, cast.coordinator, cast.mayor)
    with pytest.raises(Refused, match="lagere trede"):
        stepped_down(case, cast.coordinator, Level.LOCAL)
    stepped_down(case, cast.coordinator, Level.CASE)
    with acting_as(cast.coordinator):
        assert level_of(case) == Level.CASE
        states = {one.pk: one.is_open for one in Escalation.objects.filter(case=case)}
    assert states == {first.pk: True, second.pk: False}
    with pytest.raises(Conflict, match="ingetrokken"):
        answered(second, cast.mayor)
    assert answered(first, cast.mayor).answered_at


def test_without_an_answer_it_is_overdue_after_its_day(cast: Cast, case: Case) -> None:
    escalation = raised(case, cast.coordinator, cast.mayor)
    day = escalation.due_on
    assert not escalation.is_overdue(day)
    assert escalation.is_overdue(day + timedelta(days=1))
    assert not answered(escalation, cast.mayor).is_overdue(day + timedelta(days=1))


def test_a_partner_with_only_its_own_tasks_sees_no_escalation_of_others(
    cast: Cast, case: Case
) -> None:
    raised(case, cast.coordinator, cast.mayor)
    second = actor_of("iv2.oss")
    for actor, count in ((cast.grid, 0), (cast.police, 1), (second, 1)):
        with acting_as(actor):
            assert Escalation.objects.visible_to(actor).count() == count
