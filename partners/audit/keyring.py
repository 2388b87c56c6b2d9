"""Where the keys of the logs come from: one secret of the sealer, and a key for each log."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from partners.audit.proof.notes import SigningKey

SHORTEST = 32


@dataclass(frozen=True)
class Keyring:
    """`previous` is the secret before the last change: it goes on vouching, beside the new one."""

    secret: str
    previous: str = ""
    host: str = "localhost"

    def origin_of(self, code: str) -> str:
        """How a log that begins now is called, for good."""
        return f"{self.host}/auditspoor/{code}"

    def keys_of(self, origin: str) -> list[SigningKey]:
        """The newest first."""
        secrets = [secret for secret in (self.secret, self.previous) if secret]
        return [SigningKey(secret, origin) for secret in secrets]


def keyring() -> Keyring:
    """
    :raises ImproperlyConfigured: when there is no secret, or one that can be guessed.
    """
    if len(settings.AUDIT_SEAL_SEED) < SHORTEST:
        raise ImproperlyConfigured(f"AUDIT_SEAL_SEED needs at least {SHORTEST} random characters.")
    return Keyring(
        settings.AUDIT_SEAL_SEED, settings.AUDIT_SEAL_SEED_PREVIOUS, settings.AUDIT_ORIGIN
    )
