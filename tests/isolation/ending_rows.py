"""Something of one organisation, given to another until a moment; and someone named for a theme."""

from datetime import date, datetime

from django.utils import timezone

from casework.models import Case, Disclosure
from partners import clearances
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Clearance
from tests.emergency import put_in
from tests.giving import give


def give_until(case: Case, by: Actor, to: Actor, until: datetime) -> Disclosure:
    return give(put_in(case, by, "B", "Geheim opschrift"), by, to, until=until)


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
