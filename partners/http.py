"""A request of someone who acts: what every view behind the log-in gets."""

from django.http import HttpRequest

from partners.actor import Actor
from partners.models import Membership


class ActorRequest(HttpRequest):
    actor: Actor
    memberships: list[Membership]
