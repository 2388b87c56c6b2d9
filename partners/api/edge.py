"""The edge of the API: who acts, in one transaction, undone when the answer is a refusal."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import translation

from partners.acting import acting_as
from partners.api import problems
from partners.api.authentication import actor_of
from partners.refusals import Hidden, Refused, Unrecorded

PREFIX = "/api/"
VERSION = "1.0.0"
FIRST_MISTAKE = 400
NOT_ALLOWED = 405
UNAVAILABLE = 503
HEADERS = {
    "API-Version": VERSION,
    "Cache-Control": "no-store",
    "Content-Language": settings.LANGUAGE_CODE,
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

View = Callable[..., HttpResponseBase]


def is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith(PREFIX)


def answer(
    request: HttpRequest, view: View, args: Any, kwargs: Any
) -> tuple[HttpResponseBase, Refused | Hidden | None]:
    """Run the view for the actor of the key; beside its answer, the refusal to keep on record."""
    with translation.override(settings.LANGUAGE_CODE):
        try:
            response = _run(request, view, args, kwargs)
        except Exception as error:  # noqa: BLE001  the log has it; it may show at the commit only
            response = _told(problems.problem_of(error))
    return _with_headers(response), getattr(request, "refusal", None)


def unrecorded(error: Unrecorded) -> HttpResponseBase:
    """In place of a refusal that could not be put on record."""
    return _with_headers(_told(problems.problem_of(error)))


def _told(problem: dict[str, Any]) -> HttpResponseBase:
    status = problem["status"]
    response = JsonResponse(problem, status=status, content_type=problems.MEDIA_TYPE)
    if status == UNAVAILABLE:
        response.headers["Retry-After"] = problems.RETRY_AFTER
    return response


def _with_headers(response: HttpResponseBase) -> HttpResponseBase:
    if response.status_code != NOT_ALLOWED:
        # Where there is nothing and where nothing is yours, the same: also which methods there are.
        response.headers.pop("Allow", None)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _run(request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase:
    actor = actor_of(request)
    request.actor = actor  # type: ignore[attr-defined]
    if actor is None:
        return _rendered(view(request, *args, **kwargs))
    request.user = actor.person
    with acting_as(actor):
        response = _rendered(view(request, *args, **kwargs))
        if response.status_code >= FIRST_MISTAKE:
            transaction.set_rollback(True)
    return response


def _rendered(response: HttpResponseBase) -> HttpResponseBase:
    """While who acts may still look things up."""
    if hasattr(response, "render") and callable(response.render):
        rendered: HttpResponseBase = response.render()
        return rendered
    return response
