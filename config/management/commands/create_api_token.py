"""Give a membership a key for the API, and show it this once."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.models import ApiToken, Membership, Role

BYTES = 32
LONGEST = 730


class Command(BaseCommand):
    help = "Makes a key with which another system acts in one membership. Run as the owner."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("organisatiecode")
        parser.add_argument("rol", choices=Role.values)
        parser.add_argument("--dagen", type=int, default=365, help=f"1-{LONGEST}")
        parser.add_argument("--vervang", action="store_true", help="The key there is stops at once")

    def handle(self, **options: Any) -> None:
        if not 1 <= options["dagen"] <= LONGEST:
            raise CommandError(_("Kies een geldigheid van 1 tot en met 730 dagen."))
        membership = _membership(options)
        key = secrets.token_urlsafe(BYTES)
        expires_at = _keep(membership, key, options["dagen"], replace=options["vervang"])
        self.stderr.write(
            _("Sleutel voor %(membership)s, geldig tot %(until)s. Hij wordt maar één keer getoond:")
            % {"membership": membership, "until": timezone.localdate(expires_at)}
        )
        self.stdout.write(key)


def _membership(options: dict[str, Any]) -> Membership:
    """
    :raises CommandError: when nobody there acts in that role today.
    """
    memberships = Membership.objects.in_force(timezone.localdate()).filter(
        person__email=options["email"].lower(),
        person__is_active=True,
        organisation__code=options["organisatiecode"],
        role=options["rol"],
    )
    membership = memberships.select_related("organisation").first()
    if membership is None:
        raise CommandError(
            _("Dit account handelt vandaag niet in die rol voor die organisatie, of is afgesloten.")
        )
    return membership


@transaction.atomic
def _keep(membership: Membership, key: str, days: int, *, replace: bool) -> datetime:
    """
    :raises CommandError: when there is a key already and it is not to be replaced.
    """
    now = timezone.now()
    if replace:
        ApiToken.objects.filter(membership=membership).delete()
    elif ApiToken.objects.filter(membership=membership).exists():
        raise CommandError(_("Er is al een sleutel; gebruik --vervang om die te vervangen."))
    token = ApiToken.objects.create(
        membership=membership,
        digest=ApiToken.digest_of(key),
        created_at=now,
        expires_at=now + timedelta(days=days),
    )
    return token.expires_at
