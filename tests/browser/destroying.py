"""Bring a case to where politie may destroy what it put in, and destroy it, as the browser asks.

Runs in a program of its own, under the conditions of the web.
"""

import json
import sys

from django.utils import timezone

from casework.models import Contribution
from casework.retention import destroying, lists
from casework.retention.due import due
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.acting import acting_as
from tests.casework.retention.conftest import approve
from tests.cast import Cast

CAST = Cast()


def print_due() -> None:
    """A case of politie alone that is closed, and something that politie put into it."""
    case = reported(CAST.police)
    do(case, "visit", CAST.police, is_found="no")
    with acting_as(CAST.police):
        note = Contribution.objects.filter(case=case).order_by("created_at")[0]
    found = {"case": f"/zaken/{case.reference}", "note": f"/bijdragen/{note.pk}"}
    json.dump(found, sys.stdout)


def destroy(key: str) -> None:
    """By two persons, as it is always done."""
    now = timezone.now()
    with acting_as(CAST.police):
        items = [one for one in due(CAST.police, timezone.localdate(now)) if one.object_id == key]
        proposed = lists.propose(items=items, actor=CAST.police, at=now)
    approve(proposed, actor_of("fg.politie"))
    destroying.destroy_all(now)
