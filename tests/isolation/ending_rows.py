"""Something of one organisation, given to another until a moment; and someone named for a theme."""

from datetime import date, datetime

from django.utils import timezone

from casework.models import Case, Disclosure, InformationClass
from casework.services import contributions, disclosures
from casework.services.contributions import Draft
from partners import clearances
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Clearance, Ground


def give_until(case: Case, by: Actor, to: Actor, until: datetime) -> Disclosure:
    now = timezone.now()
    ground = Ground.objects.get(code="avg-6-1-e")
    with acting_as(by, at=now):
        made = contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", "Geheim opschrift", InformationClass.B, []),
            actor=by,
            at=now,
        )
        return disclosures.disclose(
            thing=made,
            receiver=to.organisation,
            basis=disclosures.Basis("Wegen", ground, ground, "Nodig.", valid_until=until),
            is_told=False,
            actor=by,
            at=now,
        )


def name_until(someone: Actor, by: Actor, valid_until: date, theme: str = "hennep") -> Clearance:
    now = timezone.now()
    with acting_as(by, at=now):
        return clearances.give(
            membership=someone.membership,
            theme=theme,
            valid_until=valid_until,
            actor=by,
            at=now,
        )
