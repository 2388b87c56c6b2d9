"""The watch looks at what one partner asks of another, and tells nobody but these two."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from casework.models import Case, DisclosureRequest
from casework.provisions import Want
from casework.services import disclosure_requests
from partners.acting import acting_as, engine_sees
from partners.models import Ground
from tests.cases import a_case
from tests.cast import Cast
from tests.notifications.test_term_watch import DAY, a_tuesday, heard, local
from workflows.models import Step
from workflows.watch.round import watch

OVERDUE, ESCALATED, REMINDED = "term_overdue", "term_escalated", "term_reminder"


@pytest.fixture
def case(cast: Cast) -> Case:
    """Of which nothing else is watched."""
    case = a_case(cast, at="answer")
    with acting_as(cast.coordinator), engine_sees(case.pk):
        Step.objects.filter(case=case).update(due_at=None)
    return case


def asked(case: Case, cast: Cast) -> DisclosureRequest:
    """By Oss of politie, a month before the Tuesday at the end of which it is due."""
    with acting_as(cast.coordinator):
        return disclosure_requests.ask(
            case=Case.objects.get(pk=case.pk),
            holder=cast.police.organisation,
            want=Want(
                about="Eerdere meldingen",
                purpose="Wegen",
                receiver_ground=Ground.objects.get(code="avg-6-1-e"),
                necessity="Nodig.",
                due_at=local(a_tuesday(), 0) + DAY - timedelta(seconds=1),
            ),
            actor=cast.coordinator,
            at=local(a_tuesday() - 28 * DAY),
        )


@pytest.mark.parametrize(
    ("login", "hears", "is_reminder_first"),
    [("police", {REMINDED}, True), ("coordinator", {ESCALATED}, False)],
)
def test_the_holder_is_reminded_and_who_asked_hears_that_it_is_late(
    case: Case, cast: Cast, login: str, hears: set[str], is_reminder_first: bool
) -> None:
    request = asked(case, cast)
    link, tuesday = f"/verstrekkingsverzoeken/{request.pk}", a_tuesday()
    for days in (-4, 1, 3, 30):
        watch(local(tuesday + days * DAY))
    found = [one for one in heard(getattr(cast, login), link) if one != "disclosure_asked"]
    assert hears <= set(found)
    assert (found[0] == REMINDED) is is_reminder_first


@pytest.mark.parametrize("login", ["prosecutor", "grid"])
def test_nobody_else_hears_of_it(case: Case, cast: Cast, login: str) -> None:
    request = asked(case, cast)
    link = f"/verstrekkingsverzoeken/{request.pk}"
    for days in (-4, 1, 3, 30):
        watch(local(a_tuesday() + days * DAY))
    assert ESCALATED in heard(cast.coordinator, link)
    assert heard(getattr(cast, login), link) == []


def ask_back(request: DisclosureRequest, cast: Cast) -> None:
    with acting_as(cast.police):
        disclosure_requests.ask_back(
            request=DisclosureRequest.objects.get(pk=request.pk),
            text="Over welke periode?",
            actor=cast.police,
            at=timezone.now(),
        )


def withdraw(request: DisclosureRequest, cast: Cast) -> None:
    with acting_as(cast.coordinator):
        disclosure_requests.withdraw(
            request=DisclosureRequest.objects.get(pk=request.pk),
            actor=cast.coordinator,
            at=timezone.now(),
        )


def leave_it(_request: DisclosureRequest, _cast: Cast) -> None:
    """The same set-up speaks as long as nobody does anything."""


@pytest.mark.parametrize(
    ("act", "is_spoken_of"), [(ask_back, False), (withdraw, False), (leave_it, True)]
)
def test_what_waits_for_the_asker_or_is_decided_is_not_spoken_of(
    case: Case, cast: Cast, act: Callable[[DisclosureRequest, Cast], None], is_spoken_of: bool
) -> None:
    act(asked(case, cast), cast)
    assert (watch(local(a_tuesday() + 30 * DAY)) > 0) is is_spoken_of
