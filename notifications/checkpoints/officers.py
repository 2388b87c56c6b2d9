"""For whom jobs act that are about a trail: its organisation's privacy officer."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from partners.actor import Actor
from partners.models import Membership, Role


def officer_of(organisation_id: int, *, at: datetime) -> Actor | None:
    """In force on that day."""
    found = _in_force(at).filter(organisation_id=organisation_id).first()
    return Actor(found) if found else None


def officers(*, at: datetime) -> Iterator[Actor]:
    """One of each organisation that has one."""
    for membership in _in_force(at).order_by("organisation_id", "pk").distinct("organisation_id"):
        yield Actor(membership)


def _in_force(at: datetime) -> QuerySet[Membership]:
    rows = Membership.objects.in_force(timezone.localdate(at)).filter(
        role=Role.PRIVACY_OFFICER, person__is_active=True
    )
    return rows.select_related("person", "organisation").order_by("pk")
