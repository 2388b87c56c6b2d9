"""An entry as a person reads it: on the page and in the export."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from partners.audit.labels import object_label, origin_label, role_label, sentence_of
from partners.audit.models import Entry, Kind, Result, TrailEntry

UUID_LENGTH = 36


@dataclass(frozen=True)
class Line:
    """`is_own` tells that someone of the reader's own organisation did it."""

    pk: UUID
    entry: Entry
    is_own: bool
    kind: str

    @property
    def at(self) -> datetime:
        return self.entry.at

    @property
    def who(self) -> str:
        return self.entry.person.name

    @property
    def role(self) -> str:
        return role_label(self.entry.role)

    @property
    def organisation(self) -> str:
        return self.entry.organisation.name

    @property
    def sentence(self) -> str:
        return sentence_of(self.entry.action)

    @property
    def object_label(self) -> str:
        return object_label(self.entry.object_type)

    @property
    def object_key(self) -> str:
        """Enough to tell one from another on a page; empty where the case is the thing itself."""
        key = self.entry.object_id
        if key == self.entry.case_reference:
            return ""
        return key[:8] if len(key) == UUID_LENGTH else key

    @property
    def origin(self) -> str:
        return origin_label(self.entry.origin)

    @property
    def is_denied(self) -> bool:
        return self.entry.result == Result.DENIED

    @property
    def is_emergency(self) -> bool:
        return self.kind == Kind.EMERGENCY


def line(row: TrailEntry) -> Line:
    """Of a row with its index, entry, person and organisation selected."""
    return Line(row.pk, row.entry, row.index.is_own, row.index.kind)
