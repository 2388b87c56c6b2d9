"""Six cases that show every way in which something is, was or never became visible."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.documents.checking import check
from casework.models import (
    AgendaItem,
    AvePhase,
    AveReason,
    Case,
    Contribution,
    Disclosure,
    InformationClass,
    Level,
    Meeting,
    Request,
    SubjectKind,
)
from casework.services import (
    commitments,
    contributions,
    disclosures,
    documents,
    meetings,
    requests,
    subjects,
)
from casework.services.contributions import Draft
from casework.services.disclosures import Basis
from config.database_roles import Connection
from config.demo import answers
from config.demo.walk import do, reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground, Region
from tests.cases import a_case
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast

CLEAR = """UPDATE partners_membership SET clearances = clearances || '{hennep}'
    WHERE clearances @> '{bibob}' AND NOT clearances @> '{hennep}'"""
"""Whom the demo clears for its restricted themes; `lasting` takes it back."""
ADVICE = "Advies van het LBB"
MESSAGE = "Bericht van het besluit"
"""What politie, OM and the corporatie hear of a decision."""


@dataclass(frozen=True)
class Dossier:
    """`settled`, `asking` and `early` are of Oss, `foreign` is of Meierijstad.

    In `settled` all partners answered and a closure was decided; in `asking` they are being asked;
    of `early` only politie knows. In `foreign` politie, OM and netbeheerder took part, and left.
    Some of Oss, politie and OM are cleared: `restricted` is as `asking`, for these alone, and
    `named` is open and holds something of class X and H.
    """

    settled: Case
    asking: Case
    early: Case
    foreign: Case
    restricted: Case
    named: Case


def a_dossier(cast: Cast, owner: Connection) -> Dossier:
    owner.execute(CLEAR)
    settled = a_case(cast, at="close_premises")
    asking = a_case(cast, at="answer")
    foreign = _asked_by_stranger(cast)
    _attach(settled, cast.coordinator, title=MESSAGE)
    _attach(foreign, cast.stranger)
    for case, by, partner in (
        (asking, cast.coordinator, cast.grid),
        (foreign, cast.stranger, cast.prosecutor),
    ):
        _ask_more_time(case, partner)
        _propose(case, by, partner)
        _propose(case, by, by)
    _disclose_in_every_way(asking, cast)
    restricted = a_case(cast, at="answer")
    _propose(restricted, cast.coordinator, cast.coordinator)
    _ask_more_time(restricted, cast.prosecutor)
    restrict(owner, restricted)
    named = a_case(cast, at="open_case")
    _put_in_what_is_named(named, cast)
    _scale(cast.coordinator, (asking, restricted))
    _scale(cast.stranger, (foreign,))
    _meet(cast.coordinator, (cast.police, cast.grid), (asking, settled))
    _meet(cast.stranger, (cast.landlord,), (foreign,))
    dossier = Dossier(settled, asking, reported(cast.police), foreign, restricted, named)
    for gone in (cast.police, cast.prosecutor, cast.grid):
        end_participation(owner, foreign, gone)
    return dossier


def restrict(owner: Connection, case: Case) -> None:
    """As if it had been reported so; everything that hangs on it follows."""
    owner.execute("UPDATE casework_case SET is_restricted = true WHERE id = %s", [case.pk])


def _put_in_what_is_named(case: Case, cast: Cast) -> None:
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
        ground = Ground.objects.get(pk=answers.answer()["sender_ground"])
        basis = Basis("Overleg", ground, ground, "Nodig voor het overleg.")
        for thing in (advice, person):
            disclosures.disclose(
                thing=thing,
                receiver=cast.police.organisation,
                basis=basis,
                is_told=True,
                actor=by,
                at=now,
            )
    _attach(case, by, title=ADVICE)


def end_participation(owner: Connection, case: Case, partner: Actor) -> None:
    owner.execute(
        "UPDATE casework_participation SET until = now() WHERE case_id = %s"
        " AND organisation_id = %s AND until IS NULL",
        [case.pk, partner.organisation_id],
    )


def _asked_by_stranger(cast: Cast) -> Case:
    case = reported(cast.police, lead=cast.stranger.organisation_id)
    for node, by in (
        ("visit", cast.police),
        ("report", cast.police),
        ("open_case", cast.stranger),
        ("weigh", cast.stranger),
    ):
        do(case, node, by)
    return case


def _attach(case: Case, by: Actor, **which: str) -> None:
    with acting_as(by):
        documents.attach(
            contribution=own_contribution(case, by, **which),
            upload=check(upload("bijlage.pdf", PDF)),
            actor=by,
            at=timezone.now(),
        )


def _ask_more_time(case: Case, partner: Actor) -> None:
    with acting_as(partner):
        requests.ask_more_time(
            request=Request.objects.get(case=case, asked=partner.organisation),
            until=timezone.now() + timedelta(days=20),
            reason="De dossierhouder is ziek.",
            actor=partner,
            at=timezone.now(),
        )


def _propose(case: Case, by: Actor, party: Actor) -> None:
    with acting_as(by):
        commitments.propose(
            case=Case.objects.get(pk=case.pk),
            party=party.organisation,
            text="De sleutels overdragen.",
            due_on=timezone.localdate() + timedelta(days=7),
            actor=by,
            at=timezone.now(),
        )


def _scale(by: Actor, cases: tuple[Case, ...]) -> None:
    """As if the theme knew phases of AVE."""
    with acting_as(by):
        for case in cases:
            AvePhase.objects.create(
                case=case,
                phase=1,
                reason=AveReason.PLAN,
                leader=by.membership,
                decided_by=by.membership,
                begun_at=timezone.now(),
            )


def _meet(by: Actor, guests: tuple[Actor, ...], cases: tuple[Case, ...]) -> Meeting:
    now = timezone.now()
    with acting_as(by):
        meeting = meetings.plan(
            convenor=by.organisation,
            region=Region.objects.get(code="VR21"),
            level=Level.IV,
            title="IV-overleg",
            starts_at=now + timedelta(minutes=1),
            ends_at=now + timedelta(hours=1),
            place="Stadhuis",
            invited=[one.organisation for one in guests],
            actor=by,
            at=now,
        )
        for case in cases:
            meetings.put_on_agenda(
                meeting=meeting,
                case=Case.objects.get(pk=case.pk),
                purpose=AgendaItem.Purpose.DISCUSS,
                actor=by,
                at=now,
            )
    return meeting


def _disclose_in_every_way(case: Case, cast: Cast) -> None:
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


def own_contribution(case: Case, actor: Actor, **which: str) -> Contribution:
    """The last of those that the actor's organisation put in."""
    rows = Contribution.objects.filter(case=case, organisation=actor.organisation, **which)
    found = rows.order_by("-created_at").first()
    if found is None:
        raise LookupError(f"{actor.organisation} put nothing into {case}")
    return found
