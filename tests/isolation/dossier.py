"""Six cases that show every way in which something is, was or never became visible."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from casework.models import (
    Case,
    Request,
)
from casework.services import (
    commitments,
    requests,
)
from config.database_roles import Connection
from config.demo.walk import do, reported
from partners.acting import acting_as
from partners.actor import Actor
from tests.cases import a_case
from tests.cast import Cast, actor_of
from tests.isolation.acts import end_participation, offer, restrict
from tests.isolation.asking import ask_around
from tests.isolation.climbing import climb, leave_out, warn_neighbours
from tests.isolation.correction_rows import correct_and_report, report_an_error
from tests.isolation.disclosing_rows import attach, disclose_in_every_way, put_in_what_is_named
from tests.isolation.emergency_rows import put_in_a_note, take_emergency
from tests.isolation.event_rows import put_on_calendars
from tests.isolation.formule_rows import begin_term, draft_formules, move
from tests.isolation.inquiring import inquired, reclassified
from tests.isolation.keeping_rows import keep
from tests.isolation.meeting_rows import meet, scale
from tests.isolation.rights_rows import ask

CLEAR = """UPDATE partners_membership SET clearances = clearances || '{hennep}'
    WHERE clearances @> '{bibob}' AND NOT clearances @> '{hennep}'"""
"""Whom the demo clears for its restricted themes; `lasting` takes it back."""
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
        begin_term(case, by)
    disclose_in_every_way(asking, cast)
    restricted = a_case(cast, at="answer")
    _put_in_more(cast, settled, asking, foreign, restricted)
    _propose(restricted, cast.coordinator, cast.coordinator)
    _ask_more_time(restricted, cast.prosecutor)
    restrict(owner, restricted)
    named = a_case(cast, at="open_case")
    put_in_what_is_named(named, cast)
    bernheze = actor_of("iv.bernheze")
    for case, by in ((settled, cast.coordinator), (foreign, cast.stranger)):
        warn_neighbours(case, by)
    leave_out(owner, cast.stranger, bernheze)
    climb(asking, cast.coordinator, sideways=cast.landlord)
    climb(foreign, cast.stranger, sideways=cast.prosecutor)
    scale(cast.coordinator, (asking, restricted))
    scale(cast.stranger, (foreign,))
    # The RIEC is invited, and takes part in none of the cases on the agenda.
    guests = (cast.police, cast.grid, actor_of("liaison.riec"))
    meet(cast.coordinator, guests, (asking, settled))
    meet(cast.stranger, (cast.landlord,), (foreign,))
    draft_formules(owner)
    _look_and_reclass(cast, owner, settled, foreign)
    ask_around(cast, owner, asking=asking, restricted=restricted, foreign=foreign)
    early = reported(cast.police)
    begin_term(early, cast.police)
    offer(settled, cast.coordinator, cast.stranger)
    offer(restricted, cast.coordinator, bernheze)
    offer(foreign, cast.stranger, bernheze)
    _keep(cast, owner, (named, asking, restricted), foreign)
    cases = (settled, asking, early, foreign, restricted, named)
    dossier = Dossier(*cases, put_on_calendars(owner))
    for case, by in ((asking, cast.coordinator), (foreign, cast.stranger)):
        move(owner, case, by)
    for gone in (cast.police, cast.prosecutor, cast.grid):
        end_participation(owner, foreign, gone)
    return dossier


def _put_in_more(cast: Cast, settled: Case, asking: Case, foreign: Case, restricted: Case) -> None:
    """Documents; errors reported and corrected; something closed, opened in an emergency."""
    attach(settled, cast.coordinator, title=MESSAGE)
    attach(foreign, cast.stranger)
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
