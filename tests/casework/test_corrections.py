"""What is wrong is reported and corrected; who ever got it hears so, and reads the old no more."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework import access
from casework.documents.checking import check
from casework.models import (
    Case,
    Contribution,
    Correction,
    CorrectionNotice,
    Document,
    ErrorReport,
    InformationClass,
)
from casework.models.correction import Change
from casework.services import (
    contributions,
    corrections,
    disclosures,
    documents,
    error_reports,
    extracts,
)
from casework.services.contributions import Draft
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.refusals import Conflict, Hidden, Refused
from tests.cases import a_case
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast
from tests.giving import give

pytestmark = pytest.mark.django_db

NOW = timezone.now()
LATER = NOW + timedelta(days=1)
WRONG, RIGHT = "Kenteken AB-12-CD", "Kenteken AB-21-CD"


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def note(case: Case, cast: Cast) -> Contribution:
    """Of politie: given to Oss, given to the OM until tomorrow, withdrawn from the corporatie."""
    item = {"name": "plate", "question": "Welk kenteken?", "answer": WRONG, "value": WRONG}
    with acting_as(cast.police, at=NOW):
        made = contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", "Notitie", InformationClass.B, [item]),
            actor=cast.police,
            at=NOW,
        )
    give(made, cast.police, cast.coordinator, at=NOW)
    give(made, cast.police, cast.prosecutor, until=NOW + timedelta(hours=1), at=NOW)
    given = give(made, cast.police, cast.landlord, at=NOW)
    with acting_as(cast.police, at=NOW):
        disclosures.withdraw(disclosure=given, actor=cast.police, at=NOW)
    return made


def correct(note: Contribution, by: Actor, **more: Any) -> Correction:
    with acting_as(by, at=LATER):
        return corrections.correct(
            thing=access.contribution(by, note.pk),
            change=Change({"0": RIGHT}, "Verkeerd overgenomen.", **more.pop("documents", {})),
            actor=by,
            at=LATER,
            **more,
        )


def answers(actor: Actor, note: Contribution) -> list[str]:
    with acting_as(actor, at=LATER):
        return [item["answer"] for item in access.contribution(actor, note.pk).content]


def test_the_receiver_reads_what_is_right_and_the_old_text_nowhere(
    note: Contribution, cast: Cast
) -> None:
    correct(note, cast.police)
    for actor in (cast.police, cast.coordinator):
        assert answers(actor, note) == [RIGHT]
    with acting_as(cast.police, at=LATER):
        before = Correction.objects.get(contribution=note).before
        assert before["content"][0]["answer"] == WRONG
    for actor in (cast.coordinator, cast.prosecutor, cast.privacy_officer):
        with acting_as(actor, at=LATER):
            assert not Correction.objects.exists(), "by raw SQL neither"
    with acting_as(cast.prosecutor, at=LATER), pytest.raises(Hidden):
        access.contribution(cast.prosecutor, note.pk)


def test_all_who_ever_got_it_hear_also_after_it_ended(note: Contribution, cast: Cast) -> None:
    correct(note, cast.police)
    for actor, hears in (
        (cast.coordinator, True),
        (cast.prosecutor, True),
        (cast.landlord, True),
        (cast.grid, False),
    ):
        with acting_as(actor, at=LATER):
            notices = CorrectionNotice.objects.visible_to(actor)
            told = Notification.objects.filter(person=actor.person, kind="corrected")
            assert (notices.exists(), told.exists()) == (hears, hears), actor
            assert WRONG not in str([str(one) for one in told])
    with acting_as(cast.police, at=LATER):
        assert CorrectionNotice.objects.visible_to(cast.police).count() == 3


def test_each_receiver_confirms_its_own_once(note: Contribution, cast: Cast) -> None:
    correct(note, cast.police)
    with acting_as(cast.police, at=LATER):
        for_om = CorrectionNotice.objects.get(receiver=cast.prosecutor.organisation)
        with pytest.raises(Refused, match="ontvanger"):
            corrections.confirm(notice=for_om, actor=cast.police, at=LATER)
    with acting_as(cast.landlord, at=LATER), pytest.raises(Hidden):
        access.correction_notice(cast.landlord, for_om.pk)
    with acting_as(cast.prosecutor, at=LATER):
        mine = access.correction_notice(cast.prosecutor, for_om.pk)
        corrections.confirm(notice=mine, actor=cast.prosecutor, at=LATER)
        with pytest.raises(Conflict, match="al bevestigd"):
            corrections.confirm(notice=for_om, actor=cast.prosecutor, at=LATER)
    with acting_as(cast.police, at=LATER):
        confirmed = CorrectionNotice.objects.filter(confirmed_at=LATER)
        assert [one.receiver_id for one in confirmed] == [cast.prosecutor.organisation_id]


def test_only_the_holder_corrects_and_a_decision_is_not_corrected_here(
    note: Contribution, cast: Cast
) -> None:
    with acting_as(cast.coordinator, at=NOW), pytest.raises(Refused, match="houder"):
        corrections.correct(
            thing=access.contribution(cast.coordinator, note.pk),
            change=Change({"0": RIGHT}, "Fout."),
            actor=cast.coordinator,
            at=NOW,
        )


def test_an_error_is_reported_rejected_or_leads_to_a_correction(
    note: Contribution, cast: Cast
) -> None:
    def report() -> ErrorReport:
        with acting_as(cast.coordinator, at=NOW):
            return error_reports.report(
                thing=access.contribution(cast.coordinator, note.pk),
                text="Het kenteken klopt niet.",
                actor=cast.coordinator,
                at=NOW,
            )

    first, second = report(), report()
    with acting_as(cast.second_police, at=NOW):
        told = Notification.objects.filter(person=cast.second_police.person, kind="error_reported")
        assert told.count() == 2
        rejected = error_reports.reject(
            report=first, answer="Het klopt wel.", actor=cast.second_police, at=NOW
        )
    assert rejected.status == ErrorReport.Status.REJECTED
    with acting_as(cast.coordinator, at=NOW), pytest.raises(Refused, match="houder"):
        error_reports.reject(report=second, answer="x", actor=cast.coordinator, at=NOW)
    correct(note, cast.police, report=second)
    with acting_as(cast.coordinator, at=LATER):
        statuses = {one.pk: one.status for one in ErrorReport.objects.all()}
    assert statuses == {first.pk: "rejected", second.pk: "accepted"}
    with acting_as(cast.prosecutor, at=LATER):
        assert not ErrorReport.objects.exists()


def test_who_does_not_see_it_reports_nothing(note: Contribution, cast: Cast) -> None:
    for actor in (cast.grid, cast.police):
        with acting_as(actor, at=NOW), pytest.raises(Refused):
            error_reports.report(thing=note, text="x", actor=actor, at=NOW)


def test_a_withdrawn_document_is_its_holders_alone(note: Contribution, cast: Cast) -> None:
    with acting_as(cast.police, at=NOW):
        kept, gone = (
            documents.attach(
                contribution=Contribution.objects.get(pk=note.pk),
                upload=check(upload(name, PDF)),
                actor=cast.police,
                at=NOW,
            )
            for name in ("goed.pdf", "fout.pdf")
        )
    correct(note, cast.police, documents={"withdrawn_documents": (gone.pk,)})
    for actor, seen in ((cast.police, {kept.pk, gone.pk}), (cast.coordinator, {kept.pk})):
        with acting_as(actor, at=LATER):
            assert {one.pk for one in Document.objects.filter(contribution=note)} == seen
    with acting_as(cast.coordinator, at=LATER), pytest.raises(Hidden):
        access.document(cast.coordinator, gone.pk)


def test_the_database_rewrites_nothing_without_keeping_what_stood_there(
    note: Contribution, cast: Cast
) -> None:
    rewritten: list[dict[str, Any]] = [{"content": []}, {"corrected_at": LATER}]
    for actor in (cast.police, cast.coordinator):
        for change in rewritten:
            with acting_as(actor, at=NOW), transaction.atomic():
                rows = Contribution.objects.filter(pk=note.pk)
                if actor is cast.police:
                    with pytest.raises(DatabaseError, match="not kept"), transaction.atomic():
                        rows.update(**change)
                else:
                    assert rows.update(**change) == 0, "and never of another"


def test_an_extract_follows_and_where_words_were_black_nobody_guesses(
    note: Contribution, cast: Cast
) -> None:
    with acting_as(cast.police, at=NOW):
        whole, black = (
            extracts.extract(
                contribution=access.contribution(cast.police, note.pk),
                names=["plate"],
                hidden=hidden,
                actor=cast.police,
                at=NOW,
            )
            for hidden in ([], ["CD"])
        )
    for one in (whole, black):
        give(one, cast.police, cast.coordinator, at=NOW)
    correct(note, cast.police)
    assert answers(cast.coordinator, whole) == [RIGHT]
    (told,) = answers(cast.coordinator, black)
    assert "nieuw uittreksel" in told
    with acting_as(cast.coordinator, at=LATER):
        assert CorrectionNotice.objects.visible_to(cast.coordinator).count() == 3


def test_a_copy_that_went_with_an_extract_is_withdrawn_with_its_document(
    note: Contribution, cast: Cast
) -> None:
    with acting_as(cast.police, at=NOW):
        gone, kept = (
            documents.attach(
                contribution=note,
                upload=check(upload(name, PDF)),
                actor=cast.police,
                at=NOW,
            )
            for name in ("fout.pdf", "goed.pdf")
        )
        extract = extracts.extract(
            contribution=note, names=["plate"], hidden=[], actor=cast.police, at=NOW
        )
        documents.take_along(documents=[gone, kept], extract=extract, actor=cast.police, at=NOW)
        with pytest.raises(Refused):
            documents.take_along(documents=[gone], extract=note, actor=cast.police, at=NOW)
    give(extract, cast.police, cast.coordinator, at=NOW)
    correct(note, cast.police, documents={"withdrawn_documents": (gone.pk,)})
    with acting_as(cast.coordinator, at=LATER):
        shown = Document.objects.shown_to(cast.coordinator).filter(contribution=extract)
        assert [one.name for one in shown] == ["goed.pdf"]
    with acting_as(cast.police, at=LATER):
        gone.refresh_from_db()
    with acting_as(cast.police, at=LATER), pytest.raises(Refused, match="ingetrokken"):
        documents.take_along(documents=[gone], extract=extract, actor=cast.police, at=LATER)
