"""The counter of one person's notifications, and whether that person wants mail."""

from uuid import uuid4

from django.db import models

from partners.models import Person


class Inbox(models.Model):
    """`seq` is moved by the database alone; `epoch` changes when counting starts anew."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, primary_key=True, related_name="inbox"
    )
    seq = models.BigIntegerField(default=0)
    epoch = models.UUIDField(default=uuid4)
    mails = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "inboxes"
