"""Tells one person that something is there, in which case and by when; never what."""

from typing import Self
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from notifications.kinds import sentence
from partners.acting import moment
from partners.models import Membership, Organisation, Person


class NotificationQuerySet(models.QuerySet["Notification"]):
    def of(self, person: Person | int) -> Self:
        """As far as it is still for them: told as one of an organisation they may act for now."""
        memberships = Membership.objects.in_force(timezone.localdate(moment()))
        return self.filter(
            person=person,
            is_shut=False,
            organisation__in=memberships.filter(person=person).values("organisation"),
        )

    def at(self, organisation: Organisation) -> Self:
        return self.filter(organisation=organisation)

    def unread(self) -> Self:
        return self.filter(read_at__isnull=True, is_shut=False)

    def after(self, seq: int) -> Self:
        return self.filter(seq__gt=seq).order_by("seq")

    def newest_first(self) -> Self:
        return self.order_by("-seq", "-created_at")


class Notification(models.Model):
    """Told to a person as one of `organisation`.

    `is_shut` is kept by the database: its reader may no longer know of the case.

    `seq` is empty until the commit, when the database numbers what the act told.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="notifications", db_index=False
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    seq = models.BigIntegerField(null=True, editable=False)
    kind = models.SlugField(max_length=40, db_index=False)
    case_reference = models.CharField(max_length=40)
    link = models.CharField(max_length=200)
    due_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mail_settled_at = models.DateTimeField(null=True)
    is_shut = models.BooleanField(default=False, editable=False)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "seq"], name="one_notification_a_number"),
            models.CheckConstraint(
                condition=Q(link__regex=r"^/(?!/|\\)"), name="link_stays_within_the_product"
            ),
        ]
        indexes = [
            models.Index(
                fields=["person"], condition=Q(read_at__isnull=True), name="notification_unread"
            ),
            models.Index(
                fields=["person"], condition=Q(seq__isnull=True), name="notification_unnumbered"
            ),
            models.Index(
                fields=["person"],
                condition=Q(mail_settled_at__isnull=True),
                name="notification_to_mail",
            ),
            models.Index(fields=["case_reference", "organisation"], name="notification_of_case"),
        ]

    def __str__(self) -> str:
        return sentence(self.kind, self.case_reference)
