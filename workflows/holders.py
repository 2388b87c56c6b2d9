"""Whose step it is: each function names an organisation by its part in the case."""

from collections.abc import Callable

from casework.models import Case, Request
from partners.models import Kind


def lead(case: Case, request: Request | None) -> int:
    return case.lead_id


def partner(kind: Kind) -> Callable[[Case, Request | None], int]:
    """The one partner of that kind that takes part in the case."""

    def holder(case: Case, request: Request | None) -> int:
        present = case.participations.filter(until__isnull=True, organisation__kind=kind)
        return present.get().organisation_id

    # Pages tell whose step it is by this name.
    holder.__name__ = kind.value
    return holder


police = partner(Kind.POLITIE)


def asked(case: Case, request: Request | None) -> int:
    """
    :raises ValueError: for a step without a request.
    """
    if request is None:
        raise ValueError("a step that answers a request has none")
    return request.asked_id
