"""Inquiries that were made, each for the person who asked; a class changed, and changed back."""

from django.utils import timezone

from casework.models import Case, Contribution, InformationClass
from casework.services.class_changes import reclassify
from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor

INQUIRY = """INSERT INTO casework_inquiry
    (id, person_id, organisation_id, membership_id, kind, ground_id, purpose, asked_at, answered_at,
     known_ids)
    SELECT gen_random_uuid(), %s, %s, %s, 'premises', id, 'Een signaal wegen', now(), now(), '{}'
    FROM partners_ground WHERE code = 'avg-6-1-e'"""


def inquired(owner: Connection, by: Actor) -> None:
    who = by.membership
    owner.execute(INQUIRY, [by.person.pk, by.organisation_id, who.pk])


def reclassified(case: Case, by: Actor, **which: str) -> None:
    """Its own, to N and back to what it was."""
    own = {"case": case, "organisation": by.organisation, "information_class": "B", **which}
    with acting_as(by):
        thing = Contribution.objects.filter(**own).latest("created_at")
        for one in (InformationClass.N, InformationClass.B):
            reclassify(
                contribution=Contribution.objects.get(pk=thing.pk),
                to=one,
                reason="Bij nader inzien.",
                actor=by,
                at=timezone.now(),
            )
