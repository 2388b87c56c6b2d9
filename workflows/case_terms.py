"""The terms of a case as its participants read them."""

from django.utils import timezone

from casework.models import Case
from partners.acting import moment
from partners.actor import Actor
from workflows.equalled_days import equalled_days
from workflows.models import CaseTerm
from workflows.terms import Reckoning

Shown = tuple[CaseTerm, Reckoning | None, bool]
"""A term, why it ends when it does, and whether it is paused today."""


def terms_of(actor: Actor, case: Case) -> list[Shown]:
    rows = CaseTerm.objects.visible_to(actor).filter(case=case).prefetch_related("pauses")
    terms = list(rows.order_by("ended_at", "due_on", "pk"))
    if not terms:
        return []
    equalled = equalled_days()
    today = timezone.localdate(moment())
    return [(one, one.reckoned(equalled), one.is_paused(today)) for one in terms]
