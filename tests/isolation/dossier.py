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
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.models import Ground, Region
from tests.cases import a_case
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast, actor_of
from tests.isolation.acts import end_participation, offer, own_contribution, restrict
from tests.isolation.asking import ask_around
from tests.isolation.climbing import climb, leave_out, warn_neighbours
from tests.isolation.correction_rows import correct_and_report, report_an_error
from tests.isolation.emergency_rows import put_in_a_note, take_emergency
from tests.isolation.event_rows import put_on_calendars
from tests.isolation.inquiring import inquired, reclassified
from tests.isolation.keeping_rows import keep
from tests.isolation.rights_rows import ask
from workflows.formules.formule import CaseTerm, Formule
from workflows.services import case_terms
from workflows.terms import Length

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
    `named` is open and holds something of class X and H. `events` are on calendars, by region.
    """

    settled: Case
    asking: Case
    early: Case
    foreign: Case
    restricted: Case
    named: Case
    events: dict[str, int]


def a_dossier(cast: Cast, owner: Connection) -> Dossier:
    owner.execute(CLEAR)
    settled = a_case(cast, at="close_premises")
    asking = a_case(cast, at="answer")
    foreign = _asked_by_stranger(cast)
    for case, by, partner in (
        (asking, cast.coordinator, cast.grid),
        (foreign, cast.stranger, cast.prosecutor),
    ):
        _ask_more_time(case, partner)
        _propose(case, by, partner)
        _propose(case, by, by)
        _begin_term(case, by)
    _disclose_in_every_way(asking, cast)
    restricted = a_case(cast, at="answer")
    _put_in_more(cast, settled, asking, foreign, restricted)
    _propose(restricted, cast.coordinator, cast.coordinator)
    _ask_more_time(restricted, cast.prosecutor)
    restrict(owner, restricted)
    named = a_case(cast, at="open_case")
    _put_in_what_is_named(named, cast)
    bernheze = actor_of("iv.bernheze")
    for case, by in ((settled, cast.coordinator), (foreign, cast.stranger)):
        warn_neighbours(case, by)
    leave_out(owner, cast.stranger, bernheze)
    climb(asking, cast.coordinator, sideways=cast.landlord)
    climb(foreign, cast.stranger, sideways=cast.prosecutor)
    _scale(cast.coordinator, (asking, restricted))
    _scale(cast.stranger, (foreign,))
    # The RIEC is invited, and takes part in none of the cases on the agenda.
    guests = (cast.police, cast.grid, actor_of("liaison.riec"))
    _meet(cast.coordinator, guests, (asking, settled))
    _meet(cast.stranger, (cast.landlord,), (foreign,))
    _draft_formules(owner)
    _look_and_reclass(cast, owner, settled, foreign)
    ask_around(cast, owner, asking=asking, restricted=restricted, foreign=foreign)
    early = reported(cast.police)
    _begin_term(early, cast.police)
    offer(settled, cast.coordinator, cast.stranger)
    offer(restricted, cast.coordinator, bernheze)
    offer(foreign, cast.stranger, bernheze)
    _keep(cast, owner, (named, asking, restricted), foreign)
    cases = (settled, asking, early, foreign, restricted, named)
    dossier = Dossier(*cases, put_on_calendars(owner))
    for case, by in ((asking, cast.coordinator), (foreign, cast.stranger)):
        _move(owner, case, by)
    for gone in (cast.police, cast.prosecutor, cast.grid):
        end_participation(owner, foreign, gone)
    return dossier


def _put_in_more(cast: Cast, settled: Case, asking: Case, foreign: Case, restricted: Case) -> None:
    """Documents; errors reported and corrected; something closed, opened in an emergency."""
    _attach(settled, cast.coordinator, title=MESSAGE)
    _attach(foreign, cast.stranger)
    report_an_error(settled, cast.police, MESSAGE)
    correct_and_report(asking, cast.coordinator, cast.landlord)
    correct_and_report(foreign, cast.stranger, cast.landlord)
    put_in_a_note(foreign, cast.landlord)
    take_emergency(asking, cast.coordinator, cast.police)
    take_emergency(foreign, cast.stranger, cast.landlord)
    take_emergency(restricted, cast.second_coordinator, cast.police)
    reclassified(restricted, cast.coordinator)


def _look_and_reclass(cast: Cast, owner: Connection, settled: Case, foreign: Case) -> None:
    """Who asked whether something is known, and what got another class."""
    for one in (cast.coordinator, cast.privacy_officer, cast.stranger):
        inquired(owner, one)
    reclassified(settled, cast.coordinator, title=MESSAGE)
    reclassified(foreign, cast.stranger)


def _keep(cast: Cast, owner: Connection, own: tuple[Case, ...], foreign: Case) -> None:
    """What is to be destroyed, and what persons asked."""
    keep(owner, own, cast.coordinator, cast.police)
    keep(owner, (foreign,), cast.stranger, cast.landlord)
    ask(foreign, cast.stranger)


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
    _attach(case, by, title=ADVICE)


def _move(owner: Connection, case: Case, by: Actor) -> None:
    """As if it had moved to the version it has."""
    owner.execute(
        """INSERT INTO workflows_move
               (batch, case_id, from_version_id, to_version_id, moved_by_id, moved_at)
           SELECT gen_random_uuid(), case_id, formule_version_id, formule_version_id, %s, now()
           FROM workflows_caseprocess WHERE case_id = %s""",
        [by.membership.pk, case.pk],
    )


def _draft_formules(owner: Connection) -> None:
    """One of the region of the cast, and one of another."""
    owner.execute(
        b"""INSERT INTO workflows_formuleversion (theme, region_id, version, status, content,
                valid_from, origin, adopted_by_name, adopted_by_function)
            SELECT v.theme, r.id, 1, 'draft', v.content, '2020-01-01', '', '', ''
            FROM workflows_formuleversion v, partners_region r
            WHERE v.theme = 'hennep' AND v.region_id IS NULL AND r.code IN ('VR20', 'VR21')"""
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


def _begin_term(case: Case, by: Actor) -> None:
    """A term of the case that pauses."""
    said = CaseTerm(Length.parse("8w"), is_statutory=True, source="Awb 4:13", title="Besluit")
    agreed = Formule("Test", "Awb", (), (), case_terms={"decision": said})
    today = timezone.localdate()
    given: dict[str, Any] = {"case": case, "code": "decision", "actor": by, "at": timezone.now()}
    with acting_as(by), engine_sees(case.pk):
        case_terms.begin(starts_on=today, formule=agreed, **given)
        case_terms.pause(from_on=today, reason="Gegevens ontbreken.", **given)


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
