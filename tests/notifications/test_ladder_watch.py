"""The watch looks at what was asked up the ladder and sideways, as at any other deadline."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casework.models import Case, Escalation, Level, Referral
from casework.services import cases, escalations, referrals
from casework.services.escalations import Addressee
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.models import Role
from tests.cases import a_case
from tests.cast import Cast
from tests.notifications.test_term_watch import DAY, a_tuesday, heard, local, notices
from workflows.models import Step, TermNotice
from workflows.watch.round import watch

OVERDUE, ESCALATED, REMINDED = "term_overdue", "term_escalated", "term_reminder"


@pytest.fixture
def case(cast: Cast) -> Case:
    """Of which nothing else is watched."""
    case = a_case(cast, at="answer")
    with acting_as(cast.coordinator), engine_sees(case.pk):
        Step.objects.filter(case=case).update(due_at=None)
    return case


def raised(case: Case, cast: Cast, to: Actor, role: str) -> Escalation:
    """Asked a month before the Tuesday on which the answer is due."""
    with acting_as(cast.coordinator):
        return escalations.escalate(
            case=Case.objects.get(pk=case.pk),
            to_level=Level.LOCAL,
            reason="Partijen worden het niet eens.",
            asked="Welke aanpak gaat voor?",
            addressee=Addressee(to.organisation, role),
            due_on=a_tuesday(),
            actor=cast.coordinator,
            at=local(a_tuesday() - 28 * DAY),
        )


def referred(case: Case, cast: Cast, to: Actor | None) -> Referral:
    with acting_as(cast.coordinator):
        return referrals.refer(
            case=Case.objects.get(pk=case.pk),
            domain=Referral.Domain.CARE,
            organisation=to.organisation if to else None,
            reason="Er speelt vooral een zorgvraag.",
            due_on=a_tuesday(),
            actor=cast.coordinator,
            at=local(a_tuesday() - 28 * DAY),
        )


def end_of(day: date) -> datetime:
    return local(day, 0) + DAY - timedelta(seconds=1)


def test_a_step_up_without_an_answer_is_told_at_each_moment_and_once(
    case: Case, cast: Cast
) -> None:
    """The chief of police is asked: reminded, told that it is over, and then the lead hears."""
    escalation = raised(case, cast, cast.police, Role.LIAISON)
    link, tuesday = f"/opschalingen/{escalation.pk}", a_tuesday()
    friday_before = local(tuesday - 4 * DAY)
    moments = (friday_before, end_of(tuesday), local(tuesday + DAY), local(tuesday + 3 * DAY))
    for at in moments:
        assert watch(at - timedelta(minutes=1)) == 0
        assert [watch(at), watch(at + timedelta(minutes=5))] == [1, 0]
    assert heard(cast.police, link) == [REMINDED, OVERDUE]
    assert heard(cast.coordinator, link) == [ESCALATED]
    assert heard(cast.mayor, link) == [ESCALATED]
    assert watch(local(tuesday + 30 * DAY)) == 0


def test_after_a_day_down_only_the_most_serious_is_told(case: Case, cast: Cast) -> None:
    escalation = raised(case, cast, cast.police, "")
    link = f"/opschalingen/{escalation.pk}"
    assert watch(local(a_tuesday() + DAY)) == 1
    assert heard(cast.police, link) == []
    assert heard(cast.coordinator, link) == [ESCALATED]
    assert notices(case) == [("reminder", False), ("overdue", False), ("coordinator", True)]
    assert watch(local(a_tuesday() + DAY, 9)) == 0


def test_who_was_asked_as_decision_maker_does_not_hear_it_twice(case: Case, cast: Cast) -> None:
    escalation = raised(case, cast, cast.mayor, Role.DECISION_MAKER)
    assert watch(end_of(a_tuesday())) == 1
    assert watch(local(a_tuesday() + DAY)) == 1
    assert watch(local(a_tuesday() + 3 * DAY)) == 0
    assert heard(cast.mayor, f"/opschalingen/{escalation.pk}") == [OVERDUE]
    assert heard(cast.coordinator, f"/opschalingen/{escalation.pk}") == [ESCALATED]


def test_what_was_answered_or_withdrawn_is_not_told(case: Case, cast: Cast) -> None:
    escalation = raised(case, cast, cast.mayor, Role.DECISION_MAKER)
    with acting_as(cast.mayor):
        escalations.answer(
            escalation=escalation, text="De sluiting.", actor=cast.mayor, at=timezone.now()
        )
    assert watch(local(a_tuesday() + 10 * DAY)) == 0


def test_a_referral_without_feedback_is_told_to_who_got_it_and_then_to_the_lead(
    case: Case, cast: Cast
) -> None:
    referral = referred(case, cast, cast.stranger)
    link = f"/doorverwijzingen/{referral.pk}"
    assert [watch(end_of(a_tuesday())), watch(local(a_tuesday() + DAY))] == [1, 1]
    assert heard(cast.stranger, link) == [OVERDUE]
    assert heard(cast.coordinator, link) == [ESCALATED]


def test_where_nobody_works_here_the_lead_is_told_that_it_is_over(case: Case, cast: Cast) -> None:
    referral = referred(case, cast, None)
    assert [watch(end_of(a_tuesday())), watch(local(a_tuesday() + DAY))] == [1, 0]
    assert heard(cast.coordinator, f"/doorverwijzingen/{referral.pk}") == [OVERDUE]


def test_of_a_closed_case_nothing_is_told(case: Case, cast: Cast) -> None:
    raised(case, cast, cast.police, "")
    referred(case, cast, cast.stranger)
    with acting_as(cast.coordinator), engine_sees(case.pk):
        cases.close(case=Case.objects.get(pk=case.pk), actor=cast.coordinator, at=timezone.now())
    assert watch(local(a_tuesday() + 10 * DAY)) == 0


def test_a_notice_is_of_one_thing(case: Case, cast: Cast) -> None:
    escalation, referral = raised(case, cast, cast.police, ""), referred(case, cast, None)
    row = {"level": OVERDUE, "due_at": timezone.now(), "given_at": timezone.now()}
    with acting_as(cast.coordinator), engine_sees(case.pk):
        for things in ({}, {"escalation": escalation, "referral": referral}):
            with pytest.raises(IntegrityError, match="one_thing"), transaction.atomic():
                TermNotice.objects.create(case=case, is_sent=True, **row, **things)
