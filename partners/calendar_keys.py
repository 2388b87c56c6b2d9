"""Keys of calendar feeds: made and revoked by who reads along with them, one a membership."""

import secrets
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from partners import actions
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import CalendarKey, Membership

BYTES = 32


def key_of(actor: Actor) -> CalendarKey | None:
    """The one in use, of which nobody can tell the address any more."""
    return CalendarKey.objects.filter(membership=actor.membership, revoked_at__isnull=True).first()


@transaction.atomic
def make(*, actor: Actor, at: datetime) -> str:
    """The key itself, to be shown this once; the one before it stops working."""
    revoke(actor=actor, at=at)
    key = secrets.token_urlsafe(BYTES)
    made = CalendarKey.objects.create(
        membership=actor.membership, digest=CalendarKey.digest_of(key), created_at=at
    )
    record(actions.CALENDAR_KEY_MADE, actor=actor, at=at, thing=made)
    return key


@transaction.atomic
def revoke(*, actor: Actor, at: datetime) -> None:
    """Whoever still knows the address gets nothing from now on."""
    used = key_of(actor)
    if used is None:
        return
    used.revoked_at = at
    used.save(update_fields=["revoked_at"])
    record(actions.CALENDAR_KEY_REVOKED, actor=actor, at=at, thing=used)


def actor_behind(key: str, at: datetime) -> Actor | None:
    """Who reads along with this key; None when it is unknown, revoked, or its person left."""
    memberships = Membership.objects.in_force(timezone.localdate(at)).filter(
        pk=CalendarKey.holder_of(key), person__is_active=True
    )
    found = memberships.select_related("person", "organisation").first()
    return Actor(found) if found is not None else None
