"""What a load changed, told a line per change."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class ChangeKind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"


WORDS = {
    ChangeKind.ADDED: gettext_lazy("toegevoegd"),
    ChangeKind.CHANGED: gettext_lazy("gewijzigd"),
    ChangeKind.ENDED: gettext_lazy("beëindigd"),
}


@dataclass
class Change:
    kind: ChangeKind
    what: str
    details: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        told = f"{WORDS[self.kind]}: {self.what}"
        return f"{told} ({', '.join(self.details)})" if self.details else told


@dataclass
class Report:
    """`known` is how many rows the database held before, in the care of the loader."""

    known: int = 0
    changes: dict[str, Change] = field(default_factory=dict)

    def tell(self, kind: ChangeKind, what: str, *details: str) -> None:
        """Tell a change once per row: what is new is not also changed."""
        told = self.changes.setdefault(what, Change(kind, what))
        if told.kind == kind:
            told.details.extend(details)

    def count(self, kind: ChangeKind) -> int:
        return Counter(change.kind for change in self.changes.values())[kind]

    @property
    def unchanged(self) -> int:
        return self.known - self.count(ChangeKind.CHANGED) - self.count(ChangeKind.ENDED)

    @property
    def summary(self) -> str:
        return _(
            "%(added)d toegevoegd, %(changed)d gewijzigd, %(ended)d beëindigd, %(same)d gelijk"
        ) % {
            "added": self.count(ChangeKind.ADDED),
            "changed": self.count(ChangeKind.CHANGED),
            "ended": self.count(ChangeKind.ENDED),
            "same": self.unchanged,
        }
