"""What is disclosed in every way, what is for named people, and a document with it."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.documents.checking import check
from casework.models import Case, Disclosure, InformationClass, SubjectKind
from casework.services import contributions, disclosures, documents, subjects
from casework.services.contributions import Draft
from casework.services.disclosures import Basis
from config.demo import answers
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast
from tests.isolation.acts import own_contribution

ADVICE = "Advies van het LBB"


def disclose_in_every_way(case: Case, cast: Cast) -> None:
    """Of one contribution: to one person, no longer, for a while, and taken back."""
    now = timezone.now()
    ways: tuple[tuple[Actor, dict[str, Any]], ...] = (
        (cast.police, {"receiver_ids": [cast.police.person.pk]}),
        (cast.prosecutor, {"valid_until": now - timedelta(minutes=1)}),
        (cast.landlord, {"valid_until": now + timedelta(days=1)}),
        (cast.grid, {"withdrawn_at": now}),
        (cast.stranger, {}),
    )
    with acting_as(cast.coordinator):
        ground = Ground.objects.get(pk=answers.answer()["sender_ground"])
        for receiver, how in ways:
            Disclosure.objects.create(
                case=case,
                contribution=own_contribution(case, cast.coordinator),
                sender=cast.coordinator.organisation,
                receiver=receiver.organisation,
                purpose="Uitvoeren van het besluit",
                sender_ground=ground,
                receiver_ground=ground,
                necessity="Nodig voor de uitvoering.",
                given_by=cast.coordinator.person,
                given_at=now,
                **how,
            )


def put_in_what_is_named(case: Case, cast: Cast) -> None:
    """A Bibob-advies and a person of Oss, disclosed to politie, and with a document."""
    by, now = cast.coordinator, timezone.now()
    with acting_as(by):
        case = Case.objects.get(pk=case.pk)
        advice = contributions.contribute(
            case=case,
            draft=Draft("advice", ADVICE, InformationClass.X, []),
            actor=by,
            at=now,
        )
        person = subjects.record_subject(
            case=case,
            kind=SubjectKind.PERSON,
            information_class=InformationClass.H,
            label="Proefpersoon 7",
            details={},
            actor=by,
            at=now,
        )
        for thing, code in ((advice, "bibob-28-2-c"), (person, "avg-6-1-e")):
            ground = Ground.objects.get(code=code)
            basis = Basis("Overleg", ground, ground, "Nodig voor het overleg.")
            disclosures.disclose(
                thing=thing,
                receiver=cast.police.organisation,
                basis=basis,
                is_told=True,
                actor=by,
                at=now,
            )
    attach(case, by, title=ADVICE)


def attach(case: Case, by: Actor, **which: str) -> None:
    with acting_as(by):
        documents.attach(
            contribution=own_contribution(case, by, **which),
            upload=check(upload("bijlage.pdf", PDF)),
            actor=by,
            at=timezone.now(),
        )
