"""Write an entry, in the transaction of the act or the look it tells of."""

import hashlib
import json
import logging
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import Error, models

from partners.actor import Actor
from partners.audit.actions import action as registered
from partners.audit.models import Entry, Payload, Result, TrailEntry
from partners.refusals import Unrecorded
from partners.trace import trace

logger = logging.getLogger(__name__)


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
    :raises Unrecorded: when the database takes no entry; the act is to be undone.
    """
    object_type, object_id = thing if isinstance(thing, tuple) else reference_of(thing)
    salt = secrets.token_hex(32) if payload else ""
    entry = Entry(
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
    try:
        _write(entry, sorted({actor.organisation_id, *touched}))
        if payload:
            Payload.objects.create(entry=entry, salt=salt, content=payload)
    except Error as error:
        # Never the message: PostgreSQL puts in it what the row holds.
        logger.error("trace %s: the trail takes no entry: %s", trace().id, _reason(error))
        raise Unrecorded from error
    return entry


def _write(entry: Entry, organisation_ids: Iterable[int]) -> None:
    entry.save(force_insert=True)
    TrailEntry.objects.bulk_create(
        TrailEntry(entry=entry, organisation_id=organisation) for organisation in organisation_ids
    )


def _reason(error: Error) -> str:
    return type(error.__cause__ or error).__name__


def payload_hash(salt: str, payload: dict[str, Any]) -> str:
    """SHA-256 in hex over the salt and the payload as sorted, compact JSON."""
    text = json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256((salt + text).encode()).hexdigest()


def reference_of(thing: models.Model) -> tuple[str, str]:
    """How an entry names a thing: its kind, and the key by which pages and API name it."""
    return thing._meta.model_name or "", str(getattr(thing, "reference", thing.pk))
