"""Tell each privacy officer that a part waits: as it came, a week before the end, and after."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from casework.models import RightsShare
from casework.rights import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Membership, Role
from partners.news import News, tell

KINDS = {1: "rights_asked", 2: "rights_due", 3: "rights_overdue"}


def watch(at: datetime) -> int:
    """Each part once a level, in the name of who hears it; returns how many were told."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT share_id, membership_id, level FROM casework_rights_to_tell(%s)",
            [timezone.localdate(at)],
        )
        waiting = cursor.fetchall()
    for share, membership, level in waiting:
        officer = Membership.objects.select_related("person", "organisation").get(pk=membership)
        actor = Actor(officer)
        with acting_as(actor, at=at):
            found = RightsShare.objects.select_for_update().get(pk=share)
            if found.told_level >= level or found.answered_at is not None:
                continue
            found.told_level = level
            found.save(update_fields=["told_level"])
            record(actions.TOLD, actor=actor, at=at, thing=found)
            tell(
                News(
                    kind=KINDS[level],
                    case_reference="",
                    organisation_id=actor.organisation_id,
                    roles=(Role.PRIVACY_OFFICER,),
                    at=at,
                    by=None,
                    link=f"/rechten/{found.request_id}",
                )
            )
    return len(waiting)
