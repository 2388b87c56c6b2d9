"""Whose step it is: each function names an organisation by its part in the case."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from casework.models import Case, Request
from partners.models import Kind, Organisation, Role
from partners.refusals import Refused


def lead(case: Case, request: Request | None) -> int:
    return case.lead_id


def partner(kind: Kind) -> Callable[[Case, Request | None], int]:
    """The one partner of that kind that takes part in the case.

    The function raises Refused when none takes part, or none any more.
    """

    def holder(case: Case, request: Request | None) -> int:
        present = case.participations.present().filter(organisation__kind=kind).first()
        if present is None:
            raise Refused(_("%(partner)s neemt niet deel aan deze zaak.") % {"partner": kind.label})
        return present.organisation_id

    # Pages tell whose step it is by this name.
    holder.__name__ = kind.value
    return holder


police = partner(Kind.POLITIE)
prison = partner(Kind.DJI)
care_and_safety = partner(Kind.ZVH)


def reporter(case: Case, request: Request | None) -> int:
    """Who reported takes part before anyone else."""
    return case.participations.order_by("pk")[0].organisation_id


def role_at(organisation_id: int, role: Role) -> Role:
    """What a liaison does at a partner, the IV-coördinator does at a gemeente."""
    if role != Role.LIAISON:
        return role
    kind = Organisation.objects.values_list("kind", flat=True).get(pk=organisation_id)
    return Role.COORDINATOR if kind == Kind.GEMEENTE else role


def asked(case: Case, request: Request | None) -> int:
    """
    :raises ValueError: for a step without a request.
    """
    if request is None:
        raise ValueError("a step that answers a request has none")
    return request.asked_id
