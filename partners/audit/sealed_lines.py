"""The line of a trail entry, from the columns that its rows have now."""

from collections.abc import Iterator
from datetime import UTC
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet

from partners.audit.models import TrailEntry
from partners.audit.proof.entries import line_of

COLUMNS = (
    "entry__at",
    "entry__person_id",
    "entry__membership_id",
    "entry__organisation__code",
    "entry__role",
    "entry__action",
    "entry__object_type",
    "entry__object_id",
    "entry__case_reference",
    "entry__needs_clearance",
    "entry__ground",
    "entry__result",
    "entry__origin",
    "entry__trace",
    "entry__payload_hash",
)


class Row(NamedTuple):
    pk: UUID
    organisation_id: int
    seq: int | None
    leaf_hash: bytes | None
    columns: tuple[Any, ...]


def rows(trail: "QuerySet[TrailEntry]", chunk: int = 2000) -> Iterator[Row]:
    """In the order of the query, read piece by piece."""
    found = trail.values_list("pk", "organisation_id", "seq", "leaf_hash", *COLUMNS)
    for pk, organisation, seq, leaf_hash, *columns in found.iterator(chunk_size=chunk):
        leaf = None if leaf_hash is None else bytes(leaf_hash)
        yield Row(pk, organisation, seq, leaf, tuple(columns))


def line_as(row: Row, seq: int) -> bytes:
    """The line of this row as number `seq` of its log."""
    at, person, membership, code, role, action, kind, key, *rest = row.columns
    case, clearance, ground, result, origin, trace, payload_hash = rest
    return line_of(
        {
            "id": str(row.pk),
            "seq": seq,
            "at": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "actor": {
                "id": str(person),
                "membership": str(membership),
                "organisation": code,
                "role": role,
            },
            "action": action,
            "object": {"type": kind, "id": key},
            "case": case or None,
            "clearance": clearance or None,
            "ground": ground or None,
            "result": result,
            "origin": origin,
            "trace": trace,
            "payload_hash": payload_hash or None,
        }
    )
