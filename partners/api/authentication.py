"""A key in the header decides who acts; no cookie is read, so none can be misused."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import NotAuthenticated
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from partners.actor import Actor
from partners.models import ApiToken, Membership, Person

SCHEME = "bearer"


def actor_of(request: HttpRequest) -> Actor | None:
    """In whose membership the key acts: not revoked, not expired, and both ends still in force."""
    scheme, _space, key = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != SCHEME or not key.strip():
        return None
    now = timezone.now()
    holder = ApiToken.holder_of(key.strip(), now)
    memberships = Membership.objects.in_force(timezone.localdate(now)).filter(
        pk=holder, person__is_active=True
    )
    found = memberships.select_related("person", "organisation").first()
    return Actor(found) if found is not None else None


class TokenAuthentication(BaseAuthentication):
    """Takes over the actor whom the edge found before the view began."""

    def authenticate(self, request: Request) -> tuple[Person, Actor] | None:
        actor: Actor | None = getattr(request._request, "actor", None)
        return (actor.person, actor) if actor is not None else None

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="Schakelpunt"'


class HasActor(BasePermission):
    def has_permission(self, request: Request, view: Any) -> bool:
        """
        :raises NotAuthenticated: for a request without a key that holds.
        """
        if not isinstance(request.auth, Actor):
            raise NotAuthenticated
        return True
