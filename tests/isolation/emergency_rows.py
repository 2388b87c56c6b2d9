"""An emergency access to something of a partner."""

from django.utils import timezone

from casework.models import Case, Emergency, InformationClass
from casework.services import contributions, emergencies
from casework.services.contributions import Draft
from partners.acting import acting_as
from partners.actor import Actor


def take_emergency(case: Case, by: Actor, owner: Actor) -> Emergency:
    now = timezone.now()
    with acting_as(by, at=now):
        found = Case.objects.get(pk=case.pk)
        closed = emergencies.closed_things(found)
        return emergencies.open_in_emergency(
            case=found,
            closed=next(one for one in closed if one.organisation == owner.organisation),
            kind=Emergency.Kind.VIOLENCE,
            reason="Er is een melding van geweld op dit adres.",
            actor=by,
            at=now,
        )


def put_in_a_note(case: Case, by: Actor) -> None:
    now = timezone.now()
    with acting_as(by, at=now):
        contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", "Notitie", InformationClass.B, []),
            actor=by,
            at=now,
        )
