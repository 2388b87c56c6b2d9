"""A browser for one of the cast, beside data that is really committed."""

from django.test import Client

from partners.actor import Actor
from partners.capacity import SESSION_KEY


def client_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client
