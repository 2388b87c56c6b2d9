"""What a person's inbox holds and what its owner does with it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.db.models.functions import Coalesce

from notifications.models import Inbox, Notification
from notifications.models.notification import NotificationQuerySet
from partners.actor import Actor
from partners.models import Person
from partners.refusals import Hidden


@dataclass(frozen=True)
class Standing:
    """`epoch` is empty as long as a person has never been told anything."""

    epoch: str
    seq: int
    unread: int


NOTHING_YET = Standing(epoch="", seq=0, unread=0)


def standing(person_id: int) -> Standing:
    unread = (
        Notification.objects.of(person_id)
        .unread()
        .filter(person=OuterRef("person"))
        .order_by()
        .values("person")
        .values(number=Count("*"))
    )
    row = (
        Inbox.objects.filter(person_id=person_id)
        .annotate(unread=Coalesce(Subquery(unread, output_field=IntegerField()), 0))
        .values_list("epoch", "seq", "unread")
        .first()
    )
    if row is None:
        return NOTHING_YET
    epoch, seq, unread = row
    return Standing(str(epoch), seq, unread)


def of(person: Person) -> NotificationQuerySet:
    return Notification.objects.of(person).newest_first()


def of_capacity(actor: Actor) -> NotificationQuerySet:
    """What the key of one capacity may read: nothing told to the person elsewhere."""
    return of(actor.person).at(actor.organisation)


def open_one(*, among: NotificationQuerySet, pk: UUID, at: datetime) -> Notification:
    """Mark one as read, the first time.

    :raises Hidden: when it is not there or another's.
    """
    notification = among.filter(pk=pk).first()
    if notification is None:
        raise Hidden("notification", pk)
    if notification.read_at is None:
        notification.read_at = at
        notification.save(update_fields=["read_at"])
    return notification


def read_all(*, person: Person, at: datetime) -> None:
    Notification.objects.of(person).unread().update(read_at=at)


def wants_mail(person: Person) -> bool:
    mails = Inbox.objects.filter(person=person).values_list("mails", flat=True).first()
    return mails is not False


def choose_mail(*, person: Person, mails: bool) -> None:
    Inbox.objects.update_or_create(person=person, defaults={"mails": mails})
