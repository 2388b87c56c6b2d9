"""Ask the partners that a step picked from those of the formule."""

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from casework.models import Case, Part
from casework.services import participations, requests
from casework.services.requests import Question
from partners.models import Kind, Organisation
from workflows.desks import desk_of
from workflows.equalled_days import equalled_days
from workflows.formules.formule import AskedPartner
from workflows.services.deed import Deed
from workflows.terms import end_of_day, end_of_term


def ask_partners(deed: Deed, kinds: Collection[str], *, due_at: datetime | None = None) -> None:
    """Let each take part and ask it what the formule sets, within its term or until `due_at`.

    The gemeente of the case needs no desk: it is asked as its lead.

    :raises Refused: when one of them has no desk for the theme in this region.
    """
    for partner in deed.formule.partners:
        if partner.kind in kinds:
            _ask(deed, partner, due_at or end_of(partner, deed.at))


def organisation_of(case: Case, kind: str) -> Organisation:
    """
    :raises Refused: when that kind of partner has no desk for the theme in this region.
    """
    return case.lead if kind == Kind.GEMEENTE else desk_of(case, kind).organisation


def end_of(partner: AskedPartner, at: datetime) -> datetime:
    """Until when a partner that is asked then has to answer."""
    last_day = end_of_term(
        timezone.localdate(at), partner.term, is_statutory=False, equalled=equalled_days()
    )
    return end_of_day(last_day)


def _ask(deed: Deed, partner: AskedPartner, due_at: datetime) -> None:
    organisation = organisation_of(deed.case, partner.kind)
    participations.begin(
        case=deed.case,
        organisation=organisation,
        part=Part.LEAD if organisation == deed.case.lead else Part.ASKED,
        has_overview=partner.has_overview,
        actor=deed.actor,
        at=deed.at,
    )
    requests.ask(
        case=deed.case,
        asked=organisation,
        question=Question(partner.request, partner.question, due_at),
        actor=deed.actor,
        at=deed.at,
    )
