"""Whose step it is: each function names an organisation by its part in the case."""

from django.utils.translation import gettext as _

from casework.models import Case, Request
from partners.models import Kind
from partners.refusals import Refused


def lead(case: Case, request: Request | None) -> int:
    return case.lead_id


def police(case: Case, request: Request | None) -> int:
    """
    :raises Refused: when politie takes no part any more.
    """
    present = case.participations.present().filter(organisation__kind=Kind.POLITIE).first()
    if present is None:
        raise Refused(_("Politie neemt niet deel aan deze zaak."))
    return present.organisation_id


def asked(case: Case, request: Request | None) -> int:
    """
    :raises ValueError: for a step without a request.
    """
    if request is None:
        raise ValueError("a step that answers a request has none")
    return request.asked_id
