"""A signal tells neighbours of a measure, and neither of a person, an address, nor the case."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework.forms.neutral import refuse_address, refuse_digits
from casework.models import Case, SignalReceipt, WaterbedOrigin, WaterbedSignal
from casework.services import waterbed
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import TrailEntry
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.casework.gatherings import signalled
from tests.cast import Cast, actor_of

pytestmark = pytest.mark.django_db
Answer = SignalReceipt.Answer


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def neighbour(db: None) -> Actor:
    return actor_of("iv.bernheze")


def answered(signal: WaterbedSignal, by: Actor, answer: Answer = Answer.SEEN) -> SignalReceipt:
    with acting_as(by):
        receipt = SignalReceipt.objects.select_related("signal").get(
            signal=signal, gemeente=by.organisation
        )
        return waterbed.answer(
            receipt=receipt, answer=answer, remark="", actor=by, at=timezone.now()
        )


def test_the_neighbours_get_it_and_nobody_else(cast: Cast, case: Case, neighbour: Actor) -> None:
    signal = signalled(case, cast.coordinator)
    with acting_as(neighbour):
        assert WaterbedSignal.objects.visible_to(neighbour).get() == signal
        assert SignalReceipt.objects.count() == 1
    for actor in (cast.stranger, cast.police, cast.grid):
        with acting_as(actor):
            assert not WaterbedSignal.objects.exists()
    with acting_as(cast.coordinator):
        names = {one.gemeente.name for one in signal.receipts.select_related("gemeente")}
    assert {"Bernheze", "Maashorst", "'s-Hertogenbosch", "Wijchen"} < names
    assert "Meierijstad" not in names


def test_a_neighbour_never_learns_the_case(cast: Cast, case: Case, neighbour: Actor) -> None:
    """Not by the row, not by the notification, and not by the trail."""
    signalled(case, cast.coordinator)
    with acting_as(cast.coordinator):
        assert WaterbedOrigin.objects.get().case_id == case.pk
    with acting_as(neighbour):
        assert not WaterbedOrigin.objects.exists()
        told = Notification.objects.of(neighbour.person).get(kind="signal")
        assert case.reference not in f"{told} {told.link} {told.case_reference}"
        entries = TrailEntry.objects.filter(organisation=neighbour.organisation)
        told_of = [(one.entry.action, one.entry.case_reference) for one in entries]
    assert told_of == [("signal.given", "")]


def test_only_the_coordinator_of_the_lead_gives_one(cast: Cast, case: Case) -> None:
    for other in (cast.mayor, cast.police, cast.prosecutor):
        with pytest.raises(Refused):
            signalled(case, other)
    signalled(case, cast.coordinator)


def test_of_two_answers_of_a_gemeente_the_first_stands(
    cast: Cast, case: Case, neighbour: Actor
) -> None:
    signal = signalled(case, cast.coordinator)
    receipt = answered(signal, neighbour)
    with pytest.raises(Conflict, match="al beantwoord"):
        answered(signal, neighbour, Answer.NONE)
    with acting_as(neighbour), pytest.raises(DatabaseError), transaction.atomic():
        SignalReceipt.objects.filter(pk=receipt.pk).update(answer="none")


def test_the_sender_hears_the_answer_and_what_it_asks(
    cast: Cast, case: Case, neighbour: Actor
) -> None:
    for answer, kind in ((Answer.SEEN, "signal_answered"), (Answer.DATA, "signal_data_asked")):
        answered(signalled(case, cast.coordinator), neighbour, answer)
        with acting_as(cast.coordinator):
            assert Notification.objects.of(cast.coordinator.person).filter(kind=kind).count() == 1


def test_the_sender_answers_for_nobody(cast: Cast, case: Case) -> None:
    signal = signalled(case, cast.coordinator)
    with acting_as(cast.coordinator):
        receipt = signal.receipts.select_related("signal").all()[0]
        with pytest.raises(Refused):
            waterbed.answer(
                receipt=receipt,
                answer=Answer.NONE,
                remark="",
                actor=cast.coordinator,
                at=timezone.now(),
            )
        words = {"answer": "none", "answered_at": timezone.now()}
        assert SignalReceipt.objects.filter(pk=receipt.pk).update(**words) == 0


def test_the_database_takes_no_digit_in_an_area(cast: Cast, case: Case) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        signalled(case, cast.coordinator, area="Klaprozenlaan 12")


@pytest.mark.parametrize("text", ["5341 AB", "bij 5341AB", "Klaprozenlaan 12", "Dorpsstraat 3a"])
def test_an_address_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        refuse_address(text)


@pytest.mark.parametrize("text", ["drie maanden", "sinds april 2026", "06 12345678", "wijk Ussen"])
def test_other_words_and_numbers_are_not(text: str) -> None:
    refuse_address(text)


def test_an_area_has_no_number_at_all() -> None:
    refuse_digits("Oss-Zuid")
    with pytest.raises(ValidationError):
        refuse_digits("Wijk 4")


def test_who_asks_for_data_is_let_in_and_nobody_else(
    cast: Cast, case: Case, neighbour: Actor
) -> None:
    for answer, is_let_in in ((Answer.SEEN, False), (Answer.DATA, True)):
        receipt = answered(signalled(case, cast.coordinator), neighbour, answer)
        with acting_as(cast.coordinator):
            if is_let_in:
                let_in(receipt, cast.coordinator)
            else:
                with pytest.raises(Refused, match="vroeg geen gegevens"):
                    let_in(receipt, cast.coordinator)
    with acting_as(neighbour):
        found = Case.objects.get(pk=case.pk)
        assert neighbour.organisation_id not in found.overview_ids
        assert Notification.objects.of(neighbour.person).filter(kind="let_in").count() == 1
    with acting_as(cast.coordinator), pytest.raises(Refused, match="neemt al deel"):
        let_in(receipt, cast.coordinator)


def let_in(receipt: SignalReceipt, by: Actor) -> None:
    waterbed.let_in(receipt=receipt, actor=by, at=timezone.now())
