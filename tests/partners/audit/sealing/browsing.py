"""A browser without a screen, in the capacity of one of the cast."""

import html
from typing import Any

from django.test import Client

from partners.actor import Actor
from partners.capacity import SESSION_KEY

PAGE = "/auditspoor/checkpoint"


def browser(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client


def text_of(response: Any) -> str:
    return html.unescape(response.content.decode())
