"""Ask the partners that a step picked from those of the formule."""

from collections.abc import Collection

from django.utils import timezone

from casework.models import Part
from casework.services import participations, requests
from casework.services.requests import Question
from workflows.desks import desk_of
from workflows.equalled_days import equalled_days
from workflows.formules.formule import AskedPartner
from workflows.services.deed import Deed
from workflows.terms import end_of_day, end_of_term


def ask_partners(deed: Deed, kinds: Collection[str]) -> None:
    """Let each take part and ask it what the formule sets, within the term it sets.

    :raises Refused: when one of them has no desk for the theme in this region.
    """
    for partner in deed.formule.partners:
        if partner.kind in kinds:
            _ask(deed, partner)


def _ask(deed: Deed, partner: AskedPartner) -> None:
    organisation = desk_of(deed.case, partner.kind).organisation
    participations.begin(
        case=deed.case,
        organisation=organisation,
        part=Part.ASKED,
        has_overview=partner.has_overview,
        actor=deed.actor,
        at=deed.at,
    )
    last_day = end_of_term(
        timezone.localdate(deed.at), partner.term, is_statutory=False, equalled=equalled_days()
    )
    requests.ask(
        case=deed.case,
        asked=organisation,
        question=Question(partner.request, partner.question, end_of_day(last_day)),
        actor=deed.actor,
        at=deed.at,
    )
