"""Give something of one's own to another, for tests of what follows from that."""

from datetime import datetime

from django.utils import timezone

from casework.models import Contribution, Disclosure, Subject
from casework.services import disclosures
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground


def give(
    thing: Contribution | Subject,
    by: Actor,
    to: Actor,
    *,
    at: datetime | None = None,
    ground: str = "avg-6-1-e",
    until: datetime | None = None,
    is_told: bool = False,
) -> Disclosure:
    """
    :raises Refused: when it may not be given.
    """
    at = at or timezone.now()
    with acting_as(by, at=at):
        found = Ground.objects.get(code=ground)
        return disclosures.disclose(
            thing=thing,
            receiver=to.organisation,
            basis=disclosures.Basis("Doel", found, found, "Nodig.", valid_until=until),
            is_told=is_told,
            actor=by,
            at=at,
        )
