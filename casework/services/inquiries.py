"""Ask whether something is known at partners: hit or no hit, and whom to call."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from casework import actions, inquiry_policies
from casework.models import Case, Inquiry
from casework.models.inquiry import Sought
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import ContactPoint, Ground, Organisation, Region
from partners.refusals import require

NOBODY = 0
"""No key: a list with it is never empty, so that a miss costs as many queries as a hit."""

MOST_CASES = 5


@dataclass(frozen=True)
class Known:
    """Who knows, and the desk to call: always the same one, so that it tells nothing more."""

    organisation: Organisation
    desk: ContactPoint | None


@transaction.atomic
def ask(*, sought: Sought, ground: Ground, purpose: str, actor: Actor, at: datetime) -> Inquiry:
    """The database matches, over all that a class and a case let it say; nothing comes out of it
    but who knows. The entry stands in the trail of each of those as well.

    :raises Refused: when the actor may not ask this, or asked too often in the last hour.
    """
    require(inquiry_policies.why_not_inquire(actor), object_type="inquiry")
    _one_at_a_time(actor)
    require(inquiry_policies.why_not_inquire_again(actor, at), object_type="inquiry")
    inquiry = Inquiry.objects.create(
        person=actor.person,
        organisation=actor.organisation,
        membership=actor.membership,
        kind=sought.kind,
        ground=ground,
        purpose=purpose,
        asked_at=at,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT casework_check_known(%s, %s, %s)", [inquiry.pk, sought.words, sought.born_on]
        )
    inquiry.refresh_from_db()
    record(
        actions.INQUIRY_MADE,
        actor=actor,
        at=at,
        thing=inquiry,
        touched=inquiry.known_ids,
        ground=ground.article,
        payload={
            "kind": str(sought.kind),
            "words": sought.words,
            "born_on": sought.born_on,
            "purpose": purpose,
            "known": len(inquiry.known_ids),
        },
    )
    return inquiry


def answer(inquiry: Inquiry) -> list[Known]:
    """In two queries, also when nobody knows."""
    ids = [NOBODY, *inquiry.known_ids]
    on = timezone.localdate(inquiry.asked_at)
    regions = Region.objects.filter(
        pk__in=inquiry.organisation.regions.values("pk"),
    )
    desks: dict[int, ContactPoint] = {}
    rows = ContactPoint.objects.in_force(on).filter(organisation__in=ids, region__in=regions)
    for desk in rows.order_by("organisation", "theme", "pk"):
        desks.setdefault(desk.organisation_id, desk)
    return [
        Known(one, desks.get(one.pk))
        for one in Organisation.objects.filter(pk__in=ids).order_by("name")
    ]


def where_to_ask(actor: Actor, holder: Organisation) -> list[Case]:
    """The newest cases in which the actor may ask this partner for information.

    Twin of disclosing_policies.why_not_ask_for. They follow from what the actor may see of its own
    cases, not from what is known.
    """
    if holder.pk == actor.organisation_id:
        return []
    known_there = Q(lead=holder) | Q(overview_ids__contains=[actor.organisation_id])
    rows = Case.objects.visible_to(actor).filter(
        known_there, closed_at=None, party_ids__contains=[holder.pk]
    )
    return list(rows.order_by("-opened_at", "-pk")[:MOST_CASES])


def _one_at_a_time(actor: Actor) -> None:
    """Who asks twice in one instant is counted twice."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('casework_inquiry'), %s)", [actor.person.pk]
        )
