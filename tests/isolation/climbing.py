"""A case up the ladder and halfway down, with a question open and a referral; and a signal."""

from django.utils import timezone

from casework.models import Case, Level, Referral, WaterbedSignal
from casework.services import escalations, referrals, waterbed
from casework.services.escalations import Addressee
from casework.services.waterbed import Period
from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor


def climb(case: Case, by: Actor, *, sideways: Actor) -> None:
    """What is asked at the ad hoc level stays open; the driehoek's is withdrawn."""
    with acting_as(by):
        found = Case.objects.get(pk=case.pk)
        for level in (Level.CASE, Level.LOCAL):
            escalations.escalate(
                case=found,
                to_level=level,
                reason="Partijen worden het niet eens.",
                asked="Welke aanpak gaat voor?",
                addressee=Addressee(by.organisation),
                due_on=timezone.localdate(),
                actor=by,
                at=timezone.now(),
            )
        escalations.step_down(
            case=found,
            to_level=Level.CASE,
            reason="Het is besproken.",
            result="Afspraken gemaakt.",
            actor=by,
            at=timezone.now(),
        )
        referrals.refer(
            case=found,
            domain=Referral.Domain.CARE,
            organisation=sideways.organisation,
            reason="Er speelt vooral een zorgvraag.",
            due_on=timezone.localdate(),
            actor=by,
            at=timezone.now(),
        )


def warn_neighbours(case: Case, by: Actor) -> None:
    """Oss and Meierijstad have some neighbours in common, and each has its own."""
    with acting_as(by):
        waterbed.signal(
            case=Case.objects.get(pk=case.pk),
            measure=WaterbedSignal.Measure.CLOSURE,
            area="Centrum",
            effect="Handel kan zich verplaatsen.",
            period=Period(timezone.localdate()),
            desk="IV",
            actor=by,
            at=timezone.now(),
        )


def leave_out(owner: Connection, sender: Actor, neighbour: Actor) -> None:
    """As if they shared no border: it borders both who give a signal here, and would see all."""
    ids = {"sender": sender.organisation_id, "neighbour": neighbour.organisation_id}
    owner.execute(
        """DELETE FROM casework_signalreceipt r USING casework_waterbedsignal s
           WHERE s.id = r.signal_id AND s.gemeente_id = %(sender)s
             AND r.gemeente_id = %(neighbour)s""",
        ids,
    )
    owner.execute(
        """UPDATE casework_waterbedsignal SET receiver_ids =
               array_remove(receiver_ids, %(neighbour)s::bigint) WHERE gemeente_id = %(sender)s""",
        ids,
    )
