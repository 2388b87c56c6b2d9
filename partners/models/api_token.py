"""The key with which another system acts, in one membership; only its digest is kept."""

import hashlib
from datetime import datetime

from django.db import models

from partners.models.membership import Membership


class ApiToken(models.Model):
    membership = models.OneToOneField(
        Membership, on_delete=models.CASCADE, related_name="api_token"
    )
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.membership)

    @staticmethod
    def digest_of(key: str) -> str:
        """SHA-256 in hex: enough for a key of 256 random bits (no dictionary to try)."""
        return hashlib.sha256(key.encode()).hexdigest()

    @staticmethod
    def holder_of(key: str, at: datetime) -> models.Func:
        """The membership whose key holds then: found for who shows it, seen by nobody else."""
        return models.Func(
            models.Value(ApiToken.digest_of(key)),
            models.Value(at),
            function="partners_api_key_holder",
            output_field=models.BigIntegerField(),
        )
