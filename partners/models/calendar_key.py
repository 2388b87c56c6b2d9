"""The key in the address of a calendar feed, of one membership; only its digest is kept."""

from django.db import models

from partners.models.api_token import ApiToken
from partners.models.membership import Membership


class CalendarKey(models.Model):
    """Whoever has the address can read along: it can be revoked at once, and made anew."""

    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="calendar_keys"
    )
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["membership"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_calendar_key_a_membership",
            )
        ]

    def __str__(self) -> str:
        return str(self.membership)

    @staticmethod
    def digest_of(key: str) -> str:
        return ApiToken.digest_of(key)

    @staticmethod
    def holder_of(key: str) -> models.Func:
        """The membership whose key this is: found for who shows it, seen by nobody else."""
        return models.Func(
            models.Value(CalendarKey.digest_of(key)),
            function="partners_calendar_key_holder",
            output_field=models.BigIntegerField(),
        )
