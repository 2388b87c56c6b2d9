"""Every mistake in one form: problem details as in RFC 9457, in Dutch."""

import logging
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework.exceptions import APIException, MethodNotAllowed, ValidationError
from rest_framework.response import Response

from partners.refusals import Conflict, Destroyed, Hidden, Refused, Unrecorded
from partners.trace import trace

MEDIA_TYPE = "application/problem+json"

TITLES = {
    400: "De aanvraag klopt niet",
    401: "Sleutel nodig",
    403: "Niet toegestaan",
    404: "Niet gevonden",
    405: "Methode niet mogelijk",
    406: "Formaat niet mogelijk",
    409: "Al gedaan of niet meer aan de orde",
    410: "Vernietigd",
    413: "Te groot",
    415: "Formaat van de aanvraag niet mogelijk",
    429: "Te veel aanvragen",
    500: "Er ging iets mis",
    503: "Het auditspoor neemt geen regels aan",
}
DETAILS = {
    400: "De inhoud van de aanvraag is geen geldige JSON.",
    401: "Geef een geldige sleutel mee in de header: Authorization: Bearer <sleutel>.",
    403: "U mag dit niet.",
    404: "Dit bestaat niet, of het is niet voor u.",
    405: "Dit adres kent deze methode niet; de header Allow noemt welke wel.",
    406: "Antwoorden zijn er alleen als application/json.",
    409: "De zaak is inmiddels verder.",
    410: "Dit is vernietigd.",
    413: "De aanvraag is te groot.",
    415: "Stuur de inhoud als application/json.",
    429: "Probeer het later opnieuw.",
    500: "De oorzaak ligt bij ons. Noem bij een vraag het kenmerk in `instance`.",
    503: "Er is niets gedaan of getoond. Probeer het later opnieuw; de header Retry-After zegt na "
    "hoeveel seconden.",
}
RETRY_AFTER = "60"
"""Seconds, as a header says it."""
INVALID = "Verbeter de genoemde velden en probeer het opnieuw."

logger = logging.getLogger(__name__)


def handler(error: Exception, context: dict[str, Any]) -> Response:
    """Turn what a view raised into its answer; the edge undoes what the view did."""
    if isinstance(error, Refused | Hidden):
        context["request"]._request.refusal = error
    problem = problem_of(error)
    headers = {}
    if isinstance(error, APIException) and getattr(error, "auth_header", None):
        headers["WWW-Authenticate"] = error.auth_header  # type: ignore[attr-defined]
    if isinstance(error, MethodNotAllowed):
        headers["Allow"] = ", ".join(context["view"].allowed_methods)
    if isinstance(error, Unrecorded):
        headers["Retry-After"] = RETRY_AFTER
    return Response(problem, status=problem["status"], headers=headers, content_type=MEDIA_TYPE)


def problem_of(error: Exception) -> dict[str, Any]:
    match error:
        case Refused() | Conflict():
            return problem(403 if isinstance(error, Refused) else 409, error.reason)
        case Destroyed():
            return problem(410, error.reason)
        case ValidationError():
            return problem(400, INVALID, list(_mistakes(error.get_full_details())))
        case Http404():
            return problem(404)
        case PermissionDenied():
            return problem(403)
        case Unrecorded():
            return problem(503)
        case APIException():
            return problem(error.status_code)
        case _:
            return unforeseen(error)


def unforeseen(error: Exception) -> dict[str, Any]:
    """Our own fault: the log has it all, the answer nothing but the trace to ask about."""
    logger.error("trace %s", trace().id, exc_info=error)
    return problem(500)


def problem(
    status: int, detail: str = "", mistakes: list[dict[str, str]] | None = None
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status, TITLES[400]),
        "status": status,
        "detail": detail or DETAILS.get(status, DETAILS[400]),
        "instance": f"urn:uuid:{UUID(trace().id)}",
    }
    if mistakes is not None:
        told["fouten"] = mistakes
    return told


def _mistakes(found: Any, name: str = "") -> Iterator[dict[str, str]]:
    """All of them, flat: the name of the field, a code for programs and a sentence for people."""
    if isinstance(found, list):
        for one in found:
            yield from _mistakes(one, name)
    elif set(found) == {"message", "code"} and not isinstance(found["message"], dict):
        plain = "" if name == "non_field_errors" else name
        yield {"naam": plain, "code": str(found["code"]), "reden": str(found["message"])}
    else:
        for key, value in found.items():
            yield from _mistakes(value, f"{name}.{key}" if name else str(key))
