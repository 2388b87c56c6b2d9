"""That a partner put something in which one was not given: never what, or of which class."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from casework.models import Case
from casework.policies import why_not_overview
from partners.actor import Actor


@dataclass(frozen=True)
class Undisclosed:
    """A contribution or a subject of `organisation_id`; either of the two keys is None."""

    contribution_id: UUID | None
    subject_id: int | None
    organisation_id: int
    made_at: datetime

    @property
    def key(self) -> str:
        return str(self.contribution_id or self.subject_id)


def undisclosed(actor: Actor, case: Case) -> list[Undisclosed]:
    """Empty without the overview; what may not be known of is left out by the database."""
    if why_not_overview(actor, case) is not None:
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT contribution_id, subject_id, organisation_id, made_at"
            " FROM casework_undisclosed(%s)",
            [case.pk],
        )
        return [Undisclosed(*row) for row in cursor.fetchall()]
