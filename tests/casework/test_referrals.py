"""A referral goes sideways, asks feedback by a day, and leaves the lead where it was."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework.models import Case, Part, Referral
from casework.services import referrals
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


def referred(case: Case, by: Actor, to: Actor | None) -> Referral:
    with acting_as(by):
        given: dict[str, Any] = {
            "case": Case.objects.get(pk=case.pk),
            "domain": Referral.Domain.CARE,
            "organisation": to.organisation if to else None,
            "reason": "Er speelt vooral een zorgvraag.",
            "due_on": timezone.localdate() + timedelta(days=14),
        }
        return referrals.refer(**given, actor=by, at=timezone.now())


def told(referral: Referral, by: Actor) -> Referral:
    with acting_as(by):
        return referrals.feed_back(
            referral=referral, text="Er is hulp gestart.", actor=by, at=timezone.now()
        )


def test_who_gets_it_takes_part_and_feeds_back_to_the_lead(cast: Cast, case: Case) -> None:
    owner = case.owner_id
    referral = referred(case, cast.coordinator, cast.stranger)
    with acting_as(cast.stranger):
        assert Case.objects.get(pk=case.pk).participations.get().part == Part.INFORMED
        assert Notification.objects.of(cast.stranger.person).filter(kind="referral").exists()
    told(referral, cast.stranger)
    with acting_as(cast.coordinator):
        assert Notification.objects.of(cast.coordinator.person).filter(kind="referral_answered")
        after = Case.objects.get(pk=case.pk)
        assert (after.owner_id, after.lead_id) == (owner, cast.coordinator.organisation_id)


def test_where_nobody_works_here_the_lead_records_the_feedback(cast: Cast, case: Case) -> None:
    referral = referred(case, cast.coordinator, None)
    for other in (cast.police, cast.mayor, cast.grid):
        with pytest.raises(Refused):
            told(referral, other)
    assert told(referral, cast.coordinator).feedback


def test_only_the_coordinator_of_the_lead_refers(cast: Cast, case: Case) -> None:
    for other in (cast.mayor, cast.police):
        with pytest.raises(Refused):
            referred(case, other, cast.stranger)
    referred(case, cast.coordinator, cast.stranger)


def test_feedback_is_given_once(cast: Cast, case: Case) -> None:
    referral = referred(case, cast.coordinator, cast.landlord)
    told(referral, cast.landlord)
    with pytest.raises(Conflict, match="al teruggekoppeld"):
        told(referral, cast.coordinator)
    with acting_as(cast.landlord), pytest.raises(DatabaseError), transaction.atomic():
        Referral.objects.filter(pk=referral.pk).update(feedback="Iets anders.")


def test_it_is_overdue_after_its_day_until_there_is_feedback(cast: Cast, case: Case) -> None:
    referral = referred(case, cast.coordinator, cast.landlord)
    day = referral.due_on + timedelta(days=1)
    assert (referral.is_overdue(referral.due_on), referral.is_overdue(day)) == (False, True)
    assert not told(referral, cast.landlord).is_overdue(day)
