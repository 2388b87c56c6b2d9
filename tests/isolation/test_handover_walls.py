"""Of two who act on an offer at once one wins; and the database keeps each end to its own part."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework import access
from casework.models import (
    Case,
    Contribution,
    Disclosure,
    Handover,
    Participation,
    Request,
    Subject,
)
from casework.services import handovers, participations
from config.database_roles import Connection
from config.demo.walk import open_step
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.acts import offer
from tests.isolation.lasting import lasting
from workflows.models import Step
from workflows.services import handover as taking_over

LONG = 30.0
"""Seconds in which a thread that is not stuck is surely done."""


@pytest.fixture
def owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[Connection]:
    with django_db_blocker.unblock(), lasting() as owner:
        yield owner


@pytest.fixture
def offered(owner: Connection) -> Handover:
    """A case of Oss in which partners are being asked, offered to Meierijstad."""
    cast = Cast()
    return offer(a_case(cast, at="answer"), cast.coordinator, cast.stranger)


def accept(
    found: Handover, by: Actor, at_the_end: Event | None = None, go: Event | None = None
) -> None:
    """Keep the transaction open when all is done but the commit, until one may go."""
    try:
        with acting_as(by):
            taking_over.accept(handover=access.handover(by, found.pk), actor=by, at=timezone.now())
            if at_the_end is not None and go is not None:
                at_the_end.set()
                assert go.wait(LONG)
    finally:
        connection.close()


def revoke(found: Handover, by: Actor) -> None:
    try:
        with acting_as(by):
            handovers.revoke(handover=access.handover(by, found.pk), actor=by, at=timezone.now())
    finally:
        connection.close()


def test_who_takes_back_what_is_being_accepted_is_told_so(offered: Handover) -> None:
    cast, done, go = Cast(), Event(), Event()
    with ThreadPoolExecutor(max_workers=2) as pool:
        first = pool.submit(accept, offered, cast.stranger, done, go)
        assert done.wait(LONG)
        second: Future[None] = pool.submit(revoke, offered, cast.coordinator)
        go.set()
        first.result(LONG)
        with pytest.raises(Conflict, match="aanvaard"):
            second.result(LONG)
    with acting_as(cast.stranger):
        assert Case.objects.get(pk=offered.case_id).lead_id == cast.stranger.organisation_id


def test_who_accepts_what_was_taken_back_is_told_so(offered: Handover) -> None:
    cast = Cast()
    revoke(offered, cast.coordinator)
    with pytest.raises(Conflict, match="ingetrokken"):
        accept(offered, cast.stranger)
    with acting_as(cast.coordinator):
        assert Case.objects.get(pk=offered.case_id).lead_id == cast.coordinator.organisation_id


def test_two_colleagues_accept_and_one_owns_the_case(offered: Handover) -> None:
    cast = Cast()
    with ThreadPoolExecutor(max_workers=2) as pool:
        both = [pool.submit(accept, offered, cast.stranger) for _ in range(2)]
        failed = [one.exception(LONG) for one in both]
    assert sorted(type(one).__name__ for one in failed) == ["Conflict", "NoneType"]


def test_a_step_that_moved_is_not_done_by_who_opened_it_before(offered: Handover) -> None:
    from workflows.services import steps  # noqa: PLC0415  beside its one use

    cast = Cast()
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=offered.case_id)
        step = open_step(case, "close_round", cast.coordinator)
        step.case = case
    accept(offered, cast.stranger)
    with acting_as(cast.coordinator), pytest.raises((Refused, Step.DoesNotExist)):
        steps.complete(step=step, form=None, actor=cast.coordinator, at=timezone.now())  # type: ignore[arg-type]  # refused before


def test_contents_do_not_move_and_unsettled_requests_do(offered: Handover) -> None:
    cast = Cast()
    with acting_as(cast.coordinator):
        rows = Contribution.objects.filter(case=offered.case_id)
        before = set(rows.values_list("pk", flat=True))
        police = set(rows.filter(information_class="P").values_list("pk", flat=True))
    accept(offered, cast.stranger)
    with acting_as(cast.stranger):
        seen = set(Contribution.objects.filter(case=offered.case_id).values_list("pk", flat=True))
        assert seen == set(offered.promised_ids) < before
        given = Disclosure.objects.filter(receiver=cast.stranger.organisation)
        for one in given.filter(case=offered.case_id):
            assert one.given_by_id == cast.coordinator.person.pk
        known = Subject.objects.filter(case=offered.case_id)
        assert [one.pk for one in known] == offered.promised_subject_ids
        asked = Request.objects.filter(case=offered.case_id, asker=cast.stranger.organisation)
        assert asked.count() == 3
        moved = Step.objects.filter(case=offered.case_id, holder=cast.stranger.organisation)
        assert moved.exists()
    with acting_as(cast.coordinator):
        kept = set(Contribution.objects.filter(case=offered.case_id).values_list("pk", flat=True))
    assert police, "there is something that a gemeente gets only while it leads"
    assert kept == before - police, "it takes part still, and reads on what the role matrix leaves"


REFUSED = {
    "another takes the lead": (
        "police",
        "UPDATE casework_case SET lead_id = %(me)s WHERE id = %(case)s",
    ),
    "the lead gives it away by itself": (
        "coordinator",
        "UPDATE casework_case SET lead_id = %(stranger)s WHERE id = %(case)s",
    ),
    "another takes the requests over": (
        "police",
        "UPDATE casework_request SET asker_id = %(me)s WHERE case_id = %(case)s",
    ),
    "the lead ends its own part": (
        "coordinator",
        """UPDATE casework_participation SET until = now()
           WHERE case_id = %(case)s AND organisation_id = %(me)s""",
    ),
    "the sender accepts for the receiver": (
        "coordinator",
        "UPDATE casework_handover SET status = 'accepted' WHERE case_id = %(case)s",
    ),
    "the receiver takes the offer back": (
        "stranger",
        "UPDATE casework_handover SET status = 'revoked' WHERE case_id = %(case)s",
    ),
    "the receiver takes more than was promised": (
        "stranger",
        """INSERT INTO casework_disclosure (id, case_id, contribution_id, sender_id, receiver_id,
               receiver_ids, purpose, necessity, conditions, may_disclose_onward,
               sender_ground_id, receiver_ground_id, given_by_id, given_at)
           SELECT gen_random_uuid(), h.case_id, %(other)s, h.sender_id, h.receiver_id, '{}', 'x',
               'x', '', false, h.ground_id, h.ground_id, %(person)s, now()
           FROM casework_handover h WHERE h.case_id = %(case)s""",
    ),
    "the sender promises what another put in": (
        "coordinator",
        """INSERT INTO casework_handover (id, case_id, case_reference, theme, stage, sender_id,
               receiver_id, reason, afterwards, promised_ids, ground_id, necessity, status,
               offered_by_id, offered_at, answer)
           SELECT gen_random_uuid(), h.case_id, 'x', 'x', 'x', h.sender_id, h.receiver_id, 'x',
               'nothing', ARRAY[%(received)s::uuid], h.ground_id, '', 'offered', h.offered_by_id,
               now(), '' FROM casework_handover h WHERE h.case_id = %(case)s""",
    ),
}


@pytest.mark.parametrize(("name", "statement"), REFUSED.values(), ids=list(REFUSED))
def test_the_database_refuses(
    name: str, statement: str, offered: Handover, owner: Connection
) -> None:
    actor: Actor = getattr(Cast(), name)
    rows = owner.execute(
        "SELECT id, kind FROM casework_contribution WHERE case_id = %s", [offered.case_id]
    ).fetchall()
    kinds = {str(kind): key for key, kind in rows}
    values = {
        "case": offered.case_id,
        "me": actor.organisation_id,
        "person": actor.person.pk,
        "stranger": offered.receiver_id,
        "received": kinds["report"],
        "other": kinds["visit"],
    }
    told = r"row-level|only who|cannot be ended|not open"
    with acting_as(actor), pytest.raises(DatabaseError, match=told), transaction.atomic():
        _run(statement, values)


def _run(statement: str, values: dict[str, Any]) -> None:
    """Where the engine sees the case: what it opens is no reason to do this."""
    with engine_sees(values["case"]), connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_a_part_ends_by_itself_on_the_day_that_was_agreed(
    offered: Handover, owner: Connection
) -> None:
    cast = Cast()
    with acting_as(cast.stranger), engine_sees(offered.case_id):
        case = Case.objects.get(pk=offered.case_id)
    owner.execute(
        "UPDATE casework_participation SET ends_at = %s"
        " WHERE case_id = %s AND organisation_id = %s",
        [timezone.now() + timedelta(days=1), case.pk, cast.grid.organisation_id],
    )
    for days, is_there in ((0, True), (-1, False)):
        owner.execute(
            "UPDATE casework_participation SET ends_at = ends_at + make_interval(days => %s)"
            " WHERE case_id = %s",
            [days, case.pk],
        )
        with connection.cursor() as cursor:
            cursor.execute("SELECT casework_end_participations()")
        with acting_as(cast.grid):
            assert Case.objects.visible_to(cast.grid).filter(pk=case.pk).exists() is is_there


def test_what_ended_does_not_begin_again_by_a_stale_form(offered: Handover) -> None:
    cast = Cast()
    with acting_as(cast.coordinator):
        found = Participation.objects.get(
            case=offered.case_id, organisation=cast.police.organisation
        )
        for _ in range(2):
            stale = access.participation(cast.coordinator, found.pk)
            if stale.until is None:
                participations.end(
                    participation=stale, reason="x", actor=cast.coordinator, at=timezone.now()
                )
            else:
                with pytest.raises(Refused, match="al beëindigd"):
                    participations.end(
                        participation=stale, reason="x", actor=cast.coordinator, at=timezone.now()
                    )
