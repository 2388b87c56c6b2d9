"""Tell both ends that access ends, two weeks before and once: that it does, and never whose."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.db import DatabaseError, IntegrityError, connection
from django.utils import timezone

from casework.models import EndNotice
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership, Role
from partners.news import News, tell

logger = logging.getLogger(__name__)

BEFORE = timedelta(days=14)
"""Time enough to weigh anew, or to ask for it; agreed in the region."""
OF_CASES = (Role.COORDINATOR, Role.LIAISON)
OF_PEOPLE = (*OF_CASES, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class End:
    kind: str
    object_id: str
    case_reference: str
    organisation_id: int
    needs_clearance: str
    ends_at: datetime

    @property
    def group(self) -> tuple[int, str, str]:
        """One notice for all that ends of one case, or of the people of one organisation."""
        return self.organisation_id, self.case_reference, self.needs_clearance


def watch(at: datetime) -> int:
    """Returns how many notices went out; after a day without a worker each end is told still."""
    told = 0
    for _group, ends in groupby(_untold(at), key=lambda one: one.group):
        told += _tell(list(ends), at)
    return told


def _untold(at: datetime) -> list[End]:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT kind, object_id, case_reference, organisation_id, needs_clearance, ends_at
            FROM casework_ends_to_tell(%s, %s)""",
            [at, at + BEFORE],
        )
        return [End(*row) for row in cursor.fetchall()]


def _tell(ends: list[End], at: datetime) -> bool:
    """In the name of who hears it; where nobody is there yet, it waits. Another may be first."""
    one = ends[0]
    roles = OF_CASES if one.case_reference else OF_PEOPLE
    reader = _reader(one, roles, at)
    if reader is None:
        return False
    try:
        with acting_as(reader, at=at):
            EndNotice.objects.bulk_create(
                EndNotice(
                    kind=each.kind,
                    object_id=each.object_id,
                    organisation_id=each.organisation_id,
                    ends_at=each.ends_at,
                    given_at=at,
                )
                for each in ends
            )
            tell(
                News(
                    kind="access_ends" if one.case_reference else "access_of_people_ends",
                    case_reference=one.case_reference,
                    organisation_id=one.organisation_id,
                    roles=roles,
                    at=at,
                    by=None,
                    link="/toegang-eindigt",
                    clearance=one.needs_clearance,
                )
            )
    except IntegrityError:
        logger.info("another worker was first with a notice")
        return False
    except DatabaseError:
        # One that fails, now and again, must not keep the others from their notice.
        logger.exception("an end that comes could not be told")
        return False
    return True


def _reader(end: End, roles: Iterable[Role], at: datetime) -> Actor | None:
    on = timezone.localdate(at)
    found = (
        Membership.objects.in_force(on)
        .filter(organisation_id=end.organisation_id, role__in=roles, person__is_active=True)
        .select_related("person", "organisation")
        .order_by("pk")
    )
    for one in found:
        if not end.needs_clearance or end.needs_clearance in one.cleared_themes(on):
            return Actor(one)
    return None
