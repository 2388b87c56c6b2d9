"""Requests for a disclosure, for tests of the walls: one waits, one was asked back."""

from datetime import timedelta

from django.utils import timezone

from casework.models import Case, Contribution, DisclosureRequest
from casework.provisions import Want
from casework.services import blockades, disclosure_requests
from casework.undisclosed import undisclosed
from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.cast import Cast, actor_of
from tests.isolation.agreeing import arrange, lay_before


def ask_around(
    cast: Cast, owner: Connection, *, asking: Case, restricted: Case, foreign: Case
) -> None:
    """Politie put one to the mayor, Oss asked back about one; and some in two other cases."""
    lay_before(
        ask_for(asking, cast.prosecutor, cast.police), cast.police, cast.coordinator.organisation
    )
    ask_back(ask_for(asking, cast.police, cast.coordinator), cast.coordinator)
    ask_for(restricted, cast.coordinator, cast.police)
    ask_for(foreign, cast.prosecutor, cast.stranger)
    lay_before(ask_for(foreign, cast.stranger, cast.police), cast.police, foreign.lead)
    for case in (asking, restricted):
        block_visit(case, cast.police)
    arrange(actor_of("fg.politie"), cast.coordinator.organisation, reference="RIEC 2026")
    bernheze = actor_of("iv.bernheze").organisation
    arrange(actor_of("fg.meierijstad"), bernheze, reference="ZVH 2026")
    judge_elsewhere(owner, foreign, cast.stranger)


ELSEWHERE = """
INSERT INTO casework_weighing (id, case_id, organisation_id, receiver_id, outcome, necessity,
    proportionality, subsidiarity, reason, decided_by_id, decided_at)
SELECT gen_random_uuid(), %(case)s, %(other)s, receiver_id, 'refused', '', '', '', 'x',
    decided_by_id, now() FROM casework_weighing LIMIT 1
"""
BLOCKED_ELSEWHERE = """
INSERT INTO casework_blockade (case_id, contribution_id, organisation_id, reason, set_by_id, set_at,
    lift_reason)
SELECT o.case_id, o.id, %(other)s, 'x', b.set_by_id, now(), ''
FROM casework_contribution o, casework_blockade b
WHERE o.case_id = %(case)s AND o.organisation_id = %(other)s LIMIT 1
"""


def judge_elsewhere(owner: Connection, case: Case, other: Actor) -> None:
    """As if another parket weighed, and another unit blocked: of these the demo has one each."""
    values = {"case": case.pk, "other": other.organisation_id}
    owner.execute(ELSEWHERE.encode(), values)
    owner.execute(BLOCKED_ELSEWHERE.encode(), values)


def block_visit(case: Case, by: Actor) -> None:
    with acting_as(by):
        blockades.block(
            thing=Contribution.objects.get(case=case, organisation=by.organisation, kind="visit"),
            reason="Het onderzoek loopt nog.",
            actor=by,
            at=timezone.now(),
        )


def ask_for(case: Case, by: Actor, of: Actor) -> DisclosureRequest:
    """For a kind of information, and for the first of what `of` put in that `by` was not given."""
    with acting_as(by):
        found = Case.objects.get(pk=case.pk)
        theirs = [
            one
            for one in undisclosed(by, found)
            if one.organisation_id == of.organisation_id and one.contribution_id
        ]
        return disclosure_requests.ask(
            case=found,
            holder=of.organisation,
            want=Want(
                about="Eerdere meldingen",
                purpose="Wegen welke maatregel past",
                receiver_ground=Ground.objects.get(code="avg-6-1-e"),
                necessity="Nodig om te wegen.",
                due_at=timezone.now() + timedelta(days=10),
                thing=theirs[0] if theirs else None,
            ),
            actor=by,
            at=timezone.now(),
        )


def ask_back(request: DisclosureRequest, of: Actor) -> None:
    with acting_as(of):
        disclosure_requests.ask_back(
            request=DisclosureRequest.objects.get(pk=request.pk),
            text="Over welke periode?",
            actor=of,
            at=timezone.now(),
        )
