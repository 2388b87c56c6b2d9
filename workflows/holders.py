"""Whose step it is: each function names an organisation by its part in the case."""

from casework.models import Case, Request
from partners.models import Kind


def lead(case: Case, request: Request | None) -> int:
    return case.lead_id


def police(case: Case, request: Request | None) -> int:
    present = case.participations.filter(until__isnull=True)
    return present.get(organisation__kind=Kind.POLITIE).organisation_id


def asked(case: Case, request: Request | None) -> int:
    """
    :raises ValueError: for a step without a request.
    """
    if request is None:
        raise ValueError("a step that answers a request has none")
    return request.asked_id
