"""Who hears of what was granted: the own people who work the case, and who ever got the record.

A record for named people is told to them alone, at every organisation.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from casework.actions import CORRECTION_ANNOUNCED
from casework.models import RightsItem, RightsRequest, RightsShare
from casework.rights.records import records_of
from partners.actor import Actor
from partners.audit.recording import record
from partners.models.membership import CASE_ROLES
from partners.news import News, tell

ROLES = tuple(sorted(CASE_ROLES))


def tell_of(granted: Iterable[RightsItem], share: RightsShare, actor: Actor, at: datetime) -> None:
    """Within the act; by then the database did what was granted."""
    if share.request.right == RightsRequest.Right.RECTIFICATION:
        _tell_to_rectify(share, actor, at)
        return
    keys = {one.pk for one in granted}
    for one in records_of(share):
        if one.item.pk in keys:
            link = f"/betrokkenen/{one.item.subject_id}"
            tell(
                News(
                    kind="rights_granted",
                    case_reference=one.item.case_reference,
                    organisation_id=actor.organisation_id,
                    roles=ROLES,
                    at=at,
                    by=actor,
                    link=link,
                    clearance=one.needs_clearance,
                )
            )


def _tell_to_rectify(share: RightsShare, actor: Actor, at: datetime) -> None:
    """As a correction is (AVG art. 19): the holder has to make it, and others know it comes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_rights_rectified(%s)", [share.pk])
        rows = cursor.fetchall()
    for kind, thing, case_reference, organisation, clearance in rows:
        is_announced = kind == "correctionnotice"
        if is_announced:
            record(
                CORRECTION_ANNOUNCED,
                actor=actor,
                at=at,
                thing=(kind, str(thing)),
                case_reference=case_reference,
                touched=[organisation],
                ground="AVG art. 19",
            )
        tell(
            News(
                kind="correction_announced" if is_announced else "rights_granted",
                case_reference=case_reference,
                organisation_id=organisation,
                roles=ROLES,
                at=at,
                by=actor,
                link=f"/correcties/{thing}" if is_announced else f"/foutmeldingen/{thing}",
                clearance=clearance,
            )
        )
