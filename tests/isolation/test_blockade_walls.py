"""What is blocked (Bpg art. 4:5) comes to nobody by a side door; each test has a twin that does."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from casework import access
from casework.models import (
    Case,
    Contribution,
    Correction,
    CorrectionNotice,
    Document,
    Emergency,
    InformationClass,
    Subject,
    SubjectKind,
)
from casework.models.correction import Change
from casework.models.document import ScanResult
from casework.policies import is_blocked
from casework.services import (
    blockades,
    contributions,
    corrections,
    disclosures,
    documents,
    emergencies,
    extracts,
    subjects,
)
from casework.services.contributions import Draft
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import TrailEntry
from partners.refusals import Refused
from tests import giving
from tests.cases import a_case
from tests.casework.documents.dossier import checked
from tests.cast import Cast
from tests.emergency import NOW, closed_to, put_in, reads, refused_by_the_database, take

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)
Thing = Contribution | Subject
ITEM = {"name": "plate", "question": "Welk kenteken?", "answer": "AB-12", "value": "AB-12"}


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def note(case: Case, cast: Cast) -> Contribution:
    """Of politie, and given to Oss."""
    with acting_as(cast.police, at=NOW):
        made = contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", "Notitie", InformationClass.P, [ITEM]),
            actor=cast.police,
            at=NOW,
        )
    give(made, cast)
    return made


def give(thing: Thing, cast: Cast) -> None:
    giving.give(thing, cast.police, cast.coordinator, at=NOW, ground="wpg-16-1-c")


def record_someone(case: Case, by: Actor, label: str) -> Subject:
    with acting_as(by, at=NOW):
        return subjects.record_subject(
            case=Case.objects.get(pk=case.pk),
            kind=SubjectKind.PERSON,
            information_class=InformationClass.P,
            label=label,
            details={},
            actor=by,
            at=NOW,
        )


def two_of(kind: str, case: Case, by: Actor) -> tuple[Thing, Thing]:
    if kind == "contribution":
        return put_in(case, by), put_in(case, by)
    return record_someone(case, by, "Proefpersoon 8"), record_someone(case, by, "Proefpersoon 9")


def block(thing: Thing, by: Actor) -> None:
    with acting_as(by, at=LATER):
        blockades.block(thing=thing, reason="Het onderzoek loopt.", actor=by, at=LATER)


def lift(thing: Thing, by: Actor) -> None:
    with acting_as(by, at=LATER):
        blockade = blockades.in_force_on(thing)
        assert blockade is not None
        blockades.lift(blockade=blockade, reason="Het is klaar.", actor=by, at=LATER)


BOTH = pytest.mark.parametrize("kind", ["contribution", "subject"])


@BOTH
def test_an_emergency_neither_lists_nor_opens_it(kind: str, case: Case, cast: Cast) -> None:
    thing, twin = two_of(kind, case, cast.police)
    assert {str(thing.pk), str(twin.pk)} <= closed_to(cast.coordinator, case)
    block(thing, cast.police)
    known = closed_to(cast.coordinator, case)
    assert str(twin.pk) in known
    assert str(thing.pk) not in known
    with acting_as(cast.coordinator, at=LATER), refused_by_the_database("row-level"):
        Emergency.objects.create(**_row(case, thing, cast.coordinator))
    taken = take(case, twin, cast.coordinator, LATER)
    assert reads(cast.coordinator, taken, LATER)
    lift(thing, cast.police)
    assert reads(cast.coordinator, take(case, thing, cast.coordinator, LATER), LATER)


def _row(case: Case, thing: Thing, by: Actor) -> dict[str, Any]:
    return {
        "case_id": case.pk,
        "contribution_id": thing.pk if isinstance(thing, Contribution) else None,
        "subject_id": thing.pk if isinstance(thing, Subject) else None,
        "viewer": by.organisation,
        "owner": thing.organisation,
        "person": by.person,
        "kind": "life",
        "reason": "Er is nu een melding van geweld op dit adres.",
        "opened_at": LATER,
        "ends_at": LATER + timedelta(hours=1),
    }


@BOTH
def test_it_ends_at_once_what_is_read_in_an_emergency(kind: str, case: Case, cast: Cast) -> None:
    thing, twin = two_of(kind, case, cast.police)
    ended, goes_on = (take(case, one, cast.coordinator) for one in (thing, twin))
    assert reads(cast.coordinator, ended, LATER)
    block(thing, cast.police)
    assert not reads(cast.coordinator, ended, LATER)
    assert reads(cast.coordinator, goes_on, LATER)
    with acting_as(cast.coordinator, at=LATER):
        found = access.emergency(cast.coordinator, ended.pk)
        with pytest.raises(Refused, match="voorbij"):
            emergencies.note_reading(emergency=found, actor=cast.coordinator, at=LATER)
        told = Notification.objects.filter(person=cast.coordinator.person, kind="emergency_ended")
        assert told.get().link == f"/noodtoegang/{ended.pk}"
    for login in ("fg.oss", "fg.politie"):
        officer = actor_of(login)
        with acting_as(officer, at=LATER):
            rows = TrailEntry.objects.filter(
                organisation=officer.organisation, entry__object_id=str(ended.pk)
            )
            assert [one.entry.action for one in rows.order_by("entry__at")] == [
                "emergency.opened",
                "emergency.ended",
            ]
    lift(thing, cast.police)
    assert not reads(cast.coordinator, ended, LATER), "what ended is not given back"


def test_no_document_comes_to_it_nor_to_an_extract_of_it(note: Contribution, cast: Cast) -> None:
    extract = part_of(note, cast.police)
    give(extract, cast)
    for one in (note, extract):
        attach(one, cast.police, "voor.pdf")
        write_raw(one, cast.police)
    block(note, cast.police)
    for one in (note, extract):
        with pytest.raises(Refused, match="Hef eerst de blokkade op"):
            attach(one, cast.police, "na.pdf")
        with refused_by_the_database("row-level"):
            write_raw(one, cast.police)
    with acting_as(cast.coordinator, at=LATER):
        seen = Document.objects.filter(contribution__in=[note, extract])
        assert set(seen.values_list("name", flat=True)) == {"voor.pdf", "rauw.pdf"}
        assert seen.count() == 4
    lift(note, cast.police)
    attach(note, cast.police, "na.pdf")


def test_it_holds_for_a_part_of_a_part(note: Contribution, cast: Cast) -> None:
    part, twin = part_of(note, cast.police), part_of(note, cast.police)
    less, alike = part_of(part, cast.police), part_of(twin, cast.police)
    block(part, cast.police)
    for one, is_kept in ((less, True), (alike, False)):
        with acting_as(cast.police, at=LATER):
            assert is_blocked(one) is is_kept
    give(alike, cast)
    with pytest.raises(Refused, match="geblokkeerd"):
        give(less, cast)
    with refused_by_the_database("row-level"):
        write_raw(less, cast.police)
    lift(part, cast.police)
    block(note, cast.police)
    with pytest.raises(Refused, match="geblokkeerd"):
        give(less, cast)
    with refused_by_the_database("row-level"):
        write_raw(alike, cast.police)
    lift(note, cast.police)
    give(less, cast)


def part_of(contribution: Contribution, by: Actor) -> Contribution:
    with acting_as(by, at=NOW):
        return extracts.extract(
            contribution=contribution, names=["plate"], hidden=[], actor=by, at=NOW
        )


def attach(contribution: Contribution, by: Actor, name: str) -> Document:
    with acting_as(by, at=LATER):
        return documents.attach(
            contribution=access.contribution(by, contribution.pk),
            upload=checked(name),
            actor=by,
            at=LATER,
        )


def write_raw(contribution: Contribution, by: Actor) -> None:
    with acting_as(by, at=LATER):
        Document.objects.create(
            contribution=contribution,
            name="rauw.pdf",
            media_type="application/pdf",
            size=1,
            sha256="0" * 64,
            key=f"{uuid4()}",
            scan=ScanResult.CLEAN,
            uploaded_by=by.person,
            uploaded_at=LATER,
        )


def correct(thing: Contribution, by: Actor) -> Correction:
    with acting_as(by, at=LATER):
        return corrections.correct(
            thing=access.contribution(by, thing.pk),
            change=Change({"0": "AB-21"}, "Verkeerd overgenomen."),
            actor=by,
            at=LATER,
        )


def test_its_holder_corrects_it_when_nobody_else_has_it(note: Contribution, cast: Cast) -> None:
    block(note, cast.police)
    with pytest.raises(Refused, match="Trek eerst de verstrekking in"):
        correct(note, cast.police)
    with acting_as(cast.police, at=LATER):
        with refused_by_the_database("row-level security"):
            Correction.objects.create(
                case_id=note.case_id,
                case_reference="x",
                contribution=note,
                organisation=cast.police.organisation,
                before={"content": note.content},
                reason="x",
                corrected_by=cast.police.membership,
                corrected_at=LATER,
            )
        (given,) = note.disclosures.in_force(LATER)
        disclosures.withdraw(disclosure=given, actor=cast.police, at=LATER)
    correct(note, cast.police)
    with acting_as(cast.coordinator, at=LATER):
        assert CorrectionNotice.objects.filter(contribution=note.pk).count() == 1, "it had it once"
        assert not Contribution.objects.filter(pk=note.pk).exists()


def test_an_extract_that_another_has_keeps_the_whole_from_being_corrected(
    note: Contribution, cast: Cast
) -> None:
    extract = part_of(note, cast.police)
    give(extract, cast)
    block(extract, cast.police)
    with pytest.raises(Refused, match="Trek eerst de verstrekking in"):
        correct(note, cast.police)
    lift(extract, cast.police)
    correct(note, cast.police)
