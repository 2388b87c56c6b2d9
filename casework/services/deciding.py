"""Of those who decide on the same thing at once, one finds it undecided."""

from datetime import datetime
from typing import Protocol, TypeVar

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.models import Membership
from partners.refusals import Conflict


class Decidable(Protocol):
    @property
    def decided_by(self) -> Membership | None: ...
    @property
    def decided_at(self) -> datetime | None: ...
    def get_status_display(self) -> str: ...


D = TypeVar("D", bound=Decidable)


def still_undecided(found: D) -> D:
    """What was locked before, so that nobody else decides meanwhile.

    :raises Conflict: when somebody was first; the reason says who and when.
    """
    if found.decided_by is None or found.decided_at is None:
        return found
    raise Conflict(
        _("Hierover is al beslist door %(name)s op %(at)s: %(status)s.")
        % {
            "name": found.decided_by.person.name,
            "at": date_format(timezone.localtime(found.decided_at), "j F Y H:i"),
            "status": found.get_status_display().lower(),
        }
    )
