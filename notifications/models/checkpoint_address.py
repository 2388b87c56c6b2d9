"""Where the privacy officer has the checkpoints of the own trail sent, and how that went last."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from partners.models import Membership, Organisation

SALT = "notifications.checkpoint webhook"


def _nonce() -> str:
    return secrets.token_hex(16)


class CheckpointAddress(models.Model):
    """`failure` is a Dutch sentence, empty after a delivery; `failing_since` is when it began."""

    class Kind(models.TextChoices):
        MAIL = "mail", _("Mail")
        WEBHOOK = "webhook", _("Webhook")

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    target = models.CharField(max_length=300)
    nonce = models.CharField(max_length=32, default=_nonce, editable=False)
    set_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    delivered_size = models.BigIntegerField(null=True)
    failing_since = models.DateTimeField(null=True)
    failure = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "checkpoint addresses"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "target"],
                condition=Q(removed_at__isnull=True),
                name="one_checkpoint_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}/{self.kind}"

    @property
    def secret(self) -> str:
        """With which a webhook is signed: derived, so that the database alone does not tell it."""
        return salted_hmac(SALT, self.nonce, algorithm="sha256").hexdigest()
