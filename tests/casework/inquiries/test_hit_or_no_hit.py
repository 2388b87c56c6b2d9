"""Known, and whom to call; nothing more, and a miss cannot be told from what may not be told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils import timezone

from casework.models import (
    Case,
    InformationClass,
    Inquiry,
    RightsRequest,
    RightsShare,
    Subject,
    SubjectKind,
)
from casework.models.inquiry import Sought
from casework.services import blockades, inquiries, subjects
from config.demo.people import actor_of
from config.demo.walk import reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry, Payload, TrailEntry
from partners.models import Ground
from partners.refusals import Refused
from tests.cast import Cast
from tests.isolation.rights_rows import answered, registered

pytestmark = pytest.mark.django_db

PREMISES = Sought(SubjectKind.PREMISES, "Voorbeeldlaan 7, Oss")
Known = Callable[..., None]


@pytest.fixture
def case(cast: Cast) -> Case:
    return reported(cast.police, address="Ergens anders 1, Oss")


@pytest.fixture
def known(case: Case, cast: Cast) -> Known:
    """Politie has a record of it, of class P unless another is given."""

    def record(sought: Sought, one: str = "P", *, by: Actor | None = None, **details: str) -> None:
        actor = by or cast.police
        with acting_as(actor):
            subjects.record_subject(
                case=case,
                kind=sought.kind,
                information_class=InformationClass(one),
                label=sought.words,
                details=details,
                actor=actor,
                at=timezone.now(),
            )

    return record


def ask(sought: Sought, actor: Actor) -> Inquiry:
    with acting_as(actor):
        return inquiries.ask(
            sought=sought,
            ground=Ground.objects.get(code="avg-6-1-e"),
            purpose="Een signaal wegen",
            actor=actor,
            at=timezone.now(),
        )


def test_a_hit_names_the_partner_and_its_desk_and_nothing_more(
    cast: Cast, known: Known, case: Case
) -> None:
    known(PREMISES)
    for actor in (cast.privacy_officer, cast.coordinator):
        made = ask(Sought(SubjectKind.PREMISES, "VOORBEELDLAAN 7 oss"), actor)
        assert made.known_ids == [cast.police.organisation_id]
        with acting_as(actor):
            (one,) = inquiries.answer(made)
        assert one.organisation == cast.police.organisation
        assert one.desk is not None
        told = f"{made.purpose} {made.known_ids} {one}"
        assert case.reference not in told


def test_a_person_is_known_by_name_and_day_of_birth_together(cast: Cast, known: Known) -> None:
    known(Sought(SubjectKind.PERSON, "D. Voorbeeld"), born_on="1995-11-11")
    for words, born_on, is_hit in (
        ("d voorbeeld", "1995-11-11", True),
        ("D. Voorbeeld", "1995-11-12", False),
        ("D. Voorbeeld", "", False),
        ("Voorbeeld", "1995-11-11", False),
    ):
        made = ask(Sought(SubjectKind.PERSON, words, born_on), cast.privacy_officer)
        assert bool(made.known_ids) is is_hit, (words, born_on)


def test_an_enterprise_is_known_by_name_or_number(cast: Cast, known: Known) -> None:
    known(Sought(SubjectKind.ENTERPRISE, "Café De Proef B.V."), kvk="90001234")
    for words, is_hit in (("cafe de proef bv", True), ("90001234", True), ("90001235", False)):
        made = ask(Sought(SubjectKind.ENTERPRISE, words), cast.privacy_officer)
        assert bool(made.known_ids) is is_hit, words


def test_a_miss_a_hit_and_a_hidden_hit_take_the_same_queries(cast: Cast, known: Known) -> None:
    known(PREMISES)
    hidden = Sought(SubjectKind.PREMISES, "Verborgenhof 2, Oss")
    known(hidden, "S")
    counts = set()
    for words in (PREMISES.words, "Nergensweg 1, Oss", hidden.words):
        with acting_as(cast.privacy_officer), CaptureQueriesContext(connection) as caught:
            made = inquiries.ask(
                sought=Sought(SubjectKind.PREMISES, words),
                ground=Ground.objects.get(code="avg-6-1-e"),
                purpose="Een signaal wegen",
                actor=cast.privacy_officer,
                at=timezone.now(),
            )
            inquiries.answer(made)
        counts.add(len(caught))
    assert len(counts) == 1


def test_it_stands_in_the_trail_of_the_asker_and_of_who_knew(cast: Cast, known: Known) -> None:
    known(PREMISES)
    made = ask(PREMISES, cast.privacy_officer)
    for actor, is_told in ((cast.privacy_officer, True), (cast.police, True), (cast.grid, False)):
        with acting_as(actor):
            mine = TrailEntry.objects.filter(entry__object_id=str(made.pk))
            assert mine.exists() is is_told
    with acting_as(cast.privacy_officer):
        entry = Entry.objects.get(action="inquiry.made")
        assert entry.ground == "AVG art. 6 lid 1 onder e"
        assert "Voorbeeldlaan" not in str(list(Entry.objects.values()))
        assert Payload.objects.get(entry=entry).content["words"] == PREMISES.words
    with acting_as(cast.police):
        assert not Payload.objects.filter(entry__action="inquiry.made").exists()


@pytest.mark.parametrize(
    "name", ["second_coordinator", "mayor", "police", "secretary", "administrator", "grid"]
)
def test_others_do_not_ask(name: str, cast: Cast) -> None:
    with pytest.raises(Refused):
        ask(PREMISES, getattr(cast, name))


@override_settings(KNOWN_CHECKS_PER_HOUR=2)
def test_nobody_asks_more_often_than_the_setting_allows(cast: Cast) -> None:
    ask(PREMISES, cast.privacy_officer)
    ask(PREMISES, cast.privacy_officer)
    with pytest.raises(Refused, match="afgelopen uur"):
        ask(PREMISES, cast.privacy_officer)
    ask(PREMISES, cast.coordinator)
    later = timezone.now() + timedelta(minutes=61)
    with acting_as(cast.privacy_officer, at=later):
        inquiries.ask(
            sought=PREMISES,
            ground=Ground.objects.get(code="avg-6-1-e"),
            purpose="Een signaal wegen",
            actor=cast.privacy_officer,
            at=later,
        )


def test_raw_sql_gets_no_answer_without_a_question_of_its_own(cast: Cast, known: Known) -> None:
    """Nor twice to one question, nor to that of a colleague."""
    known(PREMISES)
    made = ask(PREMISES, cast.privacy_officer)
    for actor in (cast.privacy_officer, cast.coordinator):
        with (
            acting_as(actor),
            pytest.raises(DatabaseError, match="ask once"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT casework_check_known(%s, 'x', '')", [made.pk])
    for actor in (cast.police, cast.second_coordinator):
        with (
            acting_as(actor),
            pytest.raises(DatabaseError, match="row-level security"),
            transaction.atomic(),
        ):
            Inquiry.objects.create(
                person=actor.person,
                organisation=actor.organisation,
                membership=actor.membership,
                kind="premises",
                ground=Ground.objects.get(code="avg-6-1-e"),
                purpose="x",
                asked_at=timezone.now(),
            )


def test_what_is_blocked_or_restricted_is_not_known(cast: Cast, known: Known) -> None:
    """Bpg art. 4:5 and AVG art. 18; a twin of each is."""
    people = [
        Sought(SubjectKind.PERSON, f"Proefpersoon {number}", "1995-11-11") for number in (1, 2, 3)
    ]
    for sought in people:
        known(sought, born_on=sought.born_on)
        assert ask(sought, cast.privacy_officer).known_ids == [cast.police.organisation_id]
    blocked, restricted, free = people
    with acting_as(cast.police):
        blockade = blockades.block(
            thing=Subject.objects.get(label=blocked.words),
            reason="Het onderzoek loopt.",
            actor=cast.police,
            at=timezone.now(),
        )
    request = registered(cast.privacy_officer, restricted.words, RightsRequest.Right.RESTRICTION)
    answered(request, actor_of("fg.politie"), RightsShare.Outcome.GRANTED)
    assert ask(blocked, cast.privacy_officer).known_ids == []
    assert ask(restricted, cast.privacy_officer).known_ids == []
    assert ask(free, cast.privacy_officer).known_ids == [cast.police.organisation_id]
    with acting_as(cast.police):
        blockades.lift(blockade=blockade, reason="Klaar.", actor=cast.police, at=timezone.now())
    assert ask(blocked, cast.privacy_officer).known_ids == [cast.police.organisation_id]
