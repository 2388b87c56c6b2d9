"""Write an entry, in the transaction of the act or the look it tells of."""

import hashlib
import json
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models

from partners.actor import Actor
from partners.audit.actions import action as registered
from partners.audit.models import Entry, Payload, Result, TrailEntry
from partners.trace import trace


def record(
    action: str,
    *,
    actor: Actor,
    at: datetime,
    thing: models.Model | tuple[str, str],
    case_reference: str = "",
    touched: Iterable[int] = (),
    ground: str = "",
    result: Result = Result.OK,
    payload: dict[str, Any] | None = None,
) -> Entry:
    """Record that `actor` did or read `thing`.

    `touched` holds the ids of the organisations whose information it concerned: the entry stands
    in their trails and in that of the actor. A `payload` may hold personal data; nothing else may.

    :raises LookupError: when nobody registered the action.
    """
    object_type, object_id = thing if isinstance(thing, tuple) else reference_of(thing)
    salt = secrets.token_hex(32) if payload else ""
    entry = Entry.objects.create(
        at=at,
        person=actor.person,
        organisation=actor.organisation,
        membership=actor.membership,
        role=actor.role,
        action=registered(action).name,
        object_type=object_type,
        object_id=object_id,
        case_reference=case_reference,
        ground=ground,
        result=result,
        origin=trace().origin,
        trace=trace().id,
        payload_hash=payload_hash(salt, payload) if payload else "",
    )
    organisations = sorted({actor.organisation_id, *touched})
    TrailEntry.objects.bulk_create(
        TrailEntry(entry=entry, organisation_id=organisation) for organisation in organisations
    )
    if payload:
        Payload.objects.create(entry=entry, salt=salt, content=payload)
    return entry


def payload_hash(salt: str, payload: dict[str, Any]) -> str:
    """SHA-256 in hex over the salt and the payload as sorted, compact JSON."""
    text = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256((salt + text).encode()).hexdigest()


def reference_of(thing: models.Model) -> tuple[str, str]:
    """How an entry names a thing: its kind, and the key by which pages and API name it."""
    return thing._meta.model_name or "", str(getattr(thing, "reference", thing.pk))
