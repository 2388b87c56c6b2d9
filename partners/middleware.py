"""Log in by default, and let every view run for an actor, in one transaction."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django_htmx.http import reswap

from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.api.edge import answer, is_api, unrecorded
from partners.audit.models import Result
from partners.audit.recording import record
from partners.capacity import current_membership
from partners.refusals import Conflict, Destroyed, Hidden, Refused, Unrecorded
from partners.unrecorded import kept_of, unrecorded_page

GetResponse = Callable[[HttpRequest], HttpResponseBase]
View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """Opt out of logging in, by name."""
    view.is_public = True  # type: ignore[attr-defined]  # read by LoginRequiredMiddleware
    # These open a transaction of their own where they act; a page of health needs none.
    return transaction.non_atomic_requests(view)


class LoginRequiredMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if is_api(request) or is_public(view) or request.user.is_authenticated:
            return None
        if request.htmx or request.headers.get("Accept", "").startswith("application/json"):  # type: ignore[attr-defined]  # set by django-htmx
            return HttpResponse(status=401)
        return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)


class ActorMiddleware:
    """Sets `request.actor`, and maps each refusal to its answer, once.

    A refusal undoes what the view did and leaves an entry in the trail of who was refused.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.actor = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        if is_api(request):
            return _answer_api(request, view, args, kwargs)
        membership = current_membership(request)
        actor = Actor(membership) if membership else None
        request.actor = actor  # type: ignore[attr-defined]
        if is_public(view):
            # Pages of the log-in library show who one is and act for nobody; its own middleware
            # has to see what they raise.
            return None
        if actor is None:
            return render(request, "partners/no_capacity.html", status=403)
        try:
            return _answer_page(request, actor, view, args, kwargs)
        except Unrecorded:
            return unrecorded_page(request, kept_of(request))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Of the public views, which run by themselves; what they typed may be a password."""
        return unrecorded_page(request) if isinstance(error, Unrecorded) else None


def _answer_page(
    request: HttpRequest, actor: Actor, view: View, args: Any, kwargs: Any
) -> HttpResponseBase:
    """
    :raises Hidden: to become the page of what is not there.
    :raises Unrecorded: when what happened, a refusal too, cannot be put on record.
    """
    try:
        with acting_as(actor):
            return _shown(request, view(request, *args, **kwargs))
    except Hidden as refusal:
        note_denial(actor, refusal.object_type, refusal.object_id)
        raise
    except Refused as refusal:
        note_denial(actor, refusal.object_type, refusal.object_id)
        return render(request, "403.html", {"message": refusal.reason}, status=403)
    except Conflict as told:
        return render(request, "409.html", {"message": told.reason}, status=409)
    except Destroyed as told:
        return _tombstone(request, told)


def _tombstone(request: HttpRequest, told: Destroyed) -> HttpResponse:
    """A part of a page is told the sentence alone, in the place of the part: it asks no more."""
    if not request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return render(request, "410.html", {"message": told.reason}, status=410)
    response = render(request, "_destroyed.html", {"message": told.reason}, status=410)
    return reswap(response, "outerHTML")


def _answer_api(request: HttpRequest, view: View, args: Any, kwargs: Any) -> HttpResponseBase:
    """A key decides there, never the session: nothing that a browser sends along can act."""
    response, refusal = answer(request, view, args, kwargs)
    if refusal is not None:
        try:
            note_denial(request.actor, refusal.object_type, refusal.object_id)  # type: ignore[attr-defined]
        except Unrecorded as error:
            return unrecorded(error)
    return response


def _shown(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Rendered while still acting; an answer to HEAD shows nothing, so it is no look.

    By HEAD an open page asks whether it may still be shown; what that wrote is undone.
    """
    if hasattr(response, "render") and callable(response.render):
        response = response.render()
    if request.method != "HEAD":
        return response
    transaction.set_rollback(True)
    bare = HttpResponse(status=response.status_code)
    if "Location" in response.headers:
        bare["Location"] = response.headers["Location"]
    return bare


def is_public(view: View) -> bool:
    """Our own public views say so; the log-in pages of allauth are open by nature."""
    return bool(getattr(view, "is_public", False)) or view.__module__.startswith(
        ("allauth.", "drf_spectacular.", "django.views.i18n")
    )


def note_denial(actor: Actor, object_type: str, object_id: str) -> None:
    with acting_as(actor):
        record(
            actions.ACCESS_DENIED,
            actor=actor,
            at=timezone.now(),
            thing=(object_type, object_id[:64]),
            result=Result.DENIED,
        )
