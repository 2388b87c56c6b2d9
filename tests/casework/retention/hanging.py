"""Everything that can hang on a contribution and on a subject of Oss, and on nothing else."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.documents.checking import check
from casework.models import (
    Blockade,
    Case,
    Consent,
    Contribution,
    Correction,
    CorrectionNotice,
    Decision,
    Disclosure,
    DisclosureQuestion,
    DisclosureRequest,
    Emergency,
    ErrorReport,
    Extension,
    InformationClass,
    Request,
    RetentionExtension,
    RightsRequest,
    Subject,
    SubjectKind,
    Weighing,
)
from casework.rights import requests as rights
from casework.rights.requests import Asked
from casework.services import class_changes, contributions, documents, extracts, subjects
from casework.services.contributions import Draft
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast
from workflows.models import TermNotice

NAME = "Proefpersoon 12"
Thing = Contribution | Subject


def put_in(case: Case, by: Actor, word: str) -> tuple[Contribution, Subject]:
    now = timezone.now()
    given: dict[str, Any] = {"case": case, "actor": by, "at": now}
    with acting_as(by):
        answer = {"name": "q", "question": "Wat zag u?", "answer": word, "value": word}
        draft = Draft("note", f"Notitie {word}", InformationClass.B, [answer])
        contribution = contributions.contribute(draft=draft, **given)
        for one in (InformationClass.N, InformationClass.B):
            contribution.refresh_from_db()
            class_changes.reclassify(
                contribution=contribution, to=one, reason=word, actor=by, at=now
            )
        subject = subjects.record_subject(
            kind=SubjectKind.PERSON,
            information_class=InformationClass.B,
            label=NAME,
            details={},
            **given,
        )
    return contribution, subject


def hang_all(case: Case, things: tuple[Contribution, Subject], cast: Cast, word: str) -> None:
    """By its owner and by others; once it is blocked, nothing of it is given any more."""
    contribution, _subject = things
    by, now = cast.coordinator, timezone.now()
    officer = actor_of("fg.oss")
    with acting_as(officer):
        asked = Asked(
            RightsRequest.Right.ACCESS, NAME, "", RightsRequest.Check.SHOWN, timezone.localdate()
        )
        rights.register(given=asked, actor=officer, at=now)
    with acting_as(by):
        inside = upload(f"{word}.pdf", PDF + f"% {word}".encode())
        documents.attach(contribution=contribution, upload=check(inside), actor=by, at=now)
        extract = extracts.extract(
            contribution=contribution, names=["q"], hidden=[], actor=by, at=now
        )
        _give(case, extract, cast.landlord, by)
        for thing in things:
            _ask_and_give(case, thing, cast)
            _correct(case, thing, cast)
            _judge(case, thing, cast)
        Decision.objects.create(
            case=case,
            step=str(contribution.pk),
            kind="hennep",
            organisation=by.organisation,
            decided_by=by.membership,
            decided_at=now,
            outcome="closure",
            contribution=contribution,
        )
        answered = Request.objects.filter(case=case, asker=by.organisation)[0]
        Request.objects.filter(pk=answered.pk).update(answer=contribution, decline_reason=word)
        Extension.objects.create(request=answered, until=now, reason=word, asked_at=now)


def make_due(things: tuple[Contribution, Subject], by: Actor) -> None:
    for thing in things:
        RetentionExtension.objects.create(
            **_which(thing),
            organisation=by.organisation,
            kind=RetentionExtension.Kind.ERASED,
            until=timezone.localdate() - timedelta(days=1),
            weighing="AVG art. 17",
            set_by=by.membership,
            set_at=timezone.now(),
        )


def _which(thing: Thing) -> dict[str, Any]:
    return {"contribution" if isinstance(thing, Contribution) else "subject": thing}


def _ground() -> Ground:
    return Ground.objects.get(code="avg-6-1-e")


def _give(case: Case, thing: Thing, to: Actor, by: Actor) -> Disclosure:
    return Disclosure.objects.create(
        case=case,
        **_which(thing),
        sender=by.organisation,
        receiver=to.organisation,
        purpose="x",
        sender_ground=_ground(),
        receiver_ground=_ground(),
        necessity="x",
        conditions="x",
        given_by=by.person,
        given_at=timezone.now(),
    )


def _ask_and_give(case: Case, thing: Thing, cast: Cast) -> None:
    """Asked, asked back, put to the bevoegd gezag, and refused."""
    by, now = cast.coordinator, timezone.now()
    _give(case, thing, cast.grid, by)
    request = DisclosureRequest.objects.create(
        case=case,
        **_which(thing),
        asker=cast.police.organisation,
        holder=by.organisation,
        about="x",
        purpose="x",
        receiver_ground=_ground(),
        necessity="x",
        asked_by=cast.police.membership,
        asked_at=now,
        first_due_at=now + timedelta(days=9),
        due_at=now + timedelta(days=9),
    )
    DisclosureQuestion.objects.create(
        request=request,
        text="x",
        asked_by=by.membership,
        asked_at=now,
        answer="x",
        answered_by=cast.police.membership,
        answered_at=now,
    )
    Consent.objects.create(
        case=case,
        **_which(thing),
        request=request,
        holder=by.organisation,
        receiver=cast.police.organisation,
        authority=cast.prosecutor.organisation,
        ground=_ground(),
        about="x",
        purpose="x",
        interest="x",
        asked_by=by.membership,
        asked_at=now,
    )
    TermNotice.objects.create(
        case=case,
        disclosure_request=request,
        level="due",
        due_at=now,
        is_sent=True,
        given_at=now,
    )


def _correct(case: Case, thing: Thing, cast: Cast) -> None:
    by, now = cast.coordinator, timezone.now()
    given = {"case": case, "case_reference": case.reference, **_which(thing)}
    correction = Correction.objects.create(
        **given,
        organisation=by.organisation,
        before={},
        reason="x",
        corrected_by=by.membership,
        corrected_at=now,
    )
    CorrectionNotice.objects.create(
        **given,
        correction=correction,
        sender=by.organisation,
        receiver=cast.grid.organisation,
        received_at=now,
        told_at=now,
    )
    ErrorReport.objects.create(
        **given,
        reporter=cast.grid.organisation,
        holder=by.organisation,
        text="x",
        reported_by=cast.grid.membership,
        reported_at=now,
    )


def _judge(case: Case, thing: Thing, cast: Cast) -> None:
    by, now = cast.coordinator, timezone.now()
    with acting_as(cast.police):
        Emergency.objects.create(
            case=case,
            case_reference=case.reference,
            **_which(thing),
            viewer=cast.police.organisation,
            owner=by.organisation,
            information_class=thing.information_class,
            person=cast.police.person,
            kind=Emergency.Kind.VIOLENCE,
            reason="Er is een melding van geweld op dit adres.",
            opened_at=now,
            ends_at=now + timedelta(hours=1),
        )
    Weighing.objects.create(
        case=case,
        **_which(thing),
        organisation=by.organisation,
        receiver=cast.police.organisation,
        outcome=Weighing.Outcome.REFUSED,
        reason="x",
        decided_by=by.membership,
        decided_at=now,
    )
    Blockade.objects.create(
        case=case,
        **_which(thing),
        organisation=by.organisation,
        reason="x",
        set_by=by.membership,
        set_at=now,
    )
