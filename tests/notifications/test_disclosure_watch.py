"""The watch looks at what one partner asks of another, and tells nobody but these two."""

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


def test_the_holder_is_reminded_and_who_asked_hears_that_it_is_late(case: Case, cast: Cast) -> None:
    request = asked(case, cast)
    link, tuesday = f"/verstrekkingsverzoeken/{request.pk}", a_tuesday()
    for days in (-4, 1, 3, 30):
        watch(local(tuesday + days * DAY))
    assert next(one for one in heard(cast.police, link) if one != "disclosure_asked") == REMINDED
    assert ESCALATED in heard(cast.coordinator, link)
    for other in (cast.prosecutor, cast.grid):
        assert heard(other, link) == []


def test_what_is_asked_back_or_decided_is_not_spoken_of(case: Case, cast: Cast) -> None:
    request = asked(case, cast)
    with acting_as(cast.police):
        disclosure_requests.ask_back(
            request=DisclosureRequest.objects.get(pk=request.pk),
            text="Over welke periode?",
            actor=cast.police,
            at=timezone.now(),
        )
    assert watch(local(a_tuesday() + 30 * DAY)) == 0
