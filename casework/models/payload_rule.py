"""How long is kept what somebody looked for: it is of no case, and so goes with none."""

from django.db import models

from partners.models import Dated, DatedQuerySet


class PayloadRule(Dated):
    """From the day of the look, for the payloads of one action of the trail.

    The entry itself stays, with its hash: that somebody looked, when and in which role.
    """

    action = models.CharField(max_length=60)
    months = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)

    objects = DatedQuerySet["PayloadRule"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["action", "valid_from"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["action", "valid_from"], name="one_payload_rule_an_action"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.months}"
