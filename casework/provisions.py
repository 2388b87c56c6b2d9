"""What is asked of a partner, and on what it is given: as forms fill it in and services keep it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from casework.models import Document
from casework.undisclosed import Undisclosed
from partners.models import Ground


@dataclass(frozen=True)
class Want:
    """What is asked for and why; `thing` is one of what one was told to exist, or None."""

    about: str
    purpose: str
    receiver_ground: Ground
    necessity: str
    due_at: datetime
    thing: Undisclosed | None = None
    receiver_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Weighed:
    """What a person of the OM found, in words of its own (Wjsg art. 39f)."""

    necessity: str
    proportionality: str
    subsidiarity: str


@dataclass(frozen=True)
class Provision:
    """On what the holder gives it; purpose and the receiver's ground are those of the request."""

    sender_ground: Ground
    necessity: str
    conditions: str = ""
    valid_until: datetime | None = None
    weighed: Weighed | None = None


@dataclass(frozen=True)
class Part:
    """Which answers of a contribution are given, what is blacked out in them, which files go."""

    names: Collection[str]
    hidden: Collection[str]
    documents: Collection[Document] = ()
