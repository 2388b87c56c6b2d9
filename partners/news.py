"""What others must hear of an act: told in its transaction, received in notifications alone."""

from dataclasses import dataclass
from datetime import datetime

from django.dispatch import Signal

from partners.actor import Actor
from partners.models import Role

told = Signal()


@dataclass(frozen=True)
class News:
    """Tells that something is there, for whom and by when; never what, and never about whom.

    `link` is a path within the product; `clearance` is the theme that one has to be cleared for to
    hear of it, where the case itself is open. Nobody acts in news that comes by itself: `by` is
    None.
    """

    kind: str
    case_reference: str
    organisation_id: int
    roles: tuple[Role, ...]
    at: datetime
    by: Actor | None
    link: str
    due_at: datetime | None = None
    clearance: str = ""


def tell(news: News) -> None:
    told.send(sender=News, news=news)
