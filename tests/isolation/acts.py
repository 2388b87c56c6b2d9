"""What tests of the walls do to a case beyond what a step does."""

from django.utils import timezone

from casework.models import Case, Contribution, Handover, Subject
from casework.services import handovers
from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground


def restrict(owner: Connection, case: Case) -> None:
    """As if it had been reported so; everything that hangs on it follows."""
    owner.execute("UPDATE casework_case SET is_restricted = true WHERE id = %s", [case.pk])


def offer(case: Case, by: Actor, to: Actor) -> Handover:
    """With the last of the own contributions."""
    with acting_as(by):
        return handovers.offer(
            case=Case.objects.get(pk=case.pk),
            receiver=to.organisation,
            terms=handovers.Terms(
                reason="De onderneming verhuist.",
                afterwards=Handover.Afterwards.OVERVIEW,
                afterwards_until=None,
                promised=[own_contribution(case, by)],
                promised_subjects=Subject.objects.filter(case=case, organisation=by.organisation),
                ground=Ground.objects.get(code="avg-6-1-e"),
                necessity="Nodig om verder te gaan.",
            ),
            actor=by,
            at=timezone.now(),
        )


def end_participation(owner: Connection, case: Case, partner: Actor) -> None:
    owner.execute(
        "UPDATE casework_participation SET until = now() WHERE case_id = %s"
        " AND organisation_id = %s AND until IS NULL",
        [case.pk, partner.organisation_id],
    )


def own_contribution(case: Case, actor: Actor, **which: str) -> Contribution:
    """The last of those that the actor's organisation put in."""
    rows = Contribution.objects.filter(case=case, organisation=actor.organisation, **which)
    found = rows.order_by("-created_at").first()
    if found is None:
        raise LookupError(f"{actor.organisation} put nothing into {case}")
    return found
