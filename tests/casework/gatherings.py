"""A meeting of the cast, and a signal of Oss to its neighbours."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.models import Case, Level, Meeting, WaterbedSignal
from casework.services import meetings, waterbed
from casework.services.waterbed import Period
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Region


def planned(by: Actor, *guests: Actor, **changes: Any) -> Meeting:
    """It begins in a moment, and so on this day."""
    now = timezone.now()
    with acting_as(by):
        given: dict[str, Any] = {
            "convenor": by.organisation,
            "region": Region.objects.get(code="VR21"),
            "level": Level.IV,
            "title": "IV-overleg",
            "starts_at": now,
            "ends_at": now + timedelta(hours=1),
            "place": "Stadhuis",
            "invited": [one.organisation for one in guests],
        }
        return meetings.plan(**given | changes, actor=by, at=now)


def signalled(case: Case, by: Actor, **changes: Any) -> WaterbedSignal:
    with acting_as(by):
        about: dict[str, Any] = {
            "case": Case.objects.get(pk=case.pk),
            "measure": WaterbedSignal.Measure.CLOSURE,
            "area": "Ussen",
            "effect": "Handel kan zich verplaatsen.",
            "period": Period(timezone.localdate()),
            "desk": "IV Oss",
        }
        return waterbed.signal(**about | changes, actor=by, at=timezone.now())
