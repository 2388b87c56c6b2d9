"""Someone of the demo region, in the first capacity of the account."""

from config.demo.accounts import DOMAIN
from partners.actor import Actor
from partners.models import Membership


def actor_of(login: str) -> Actor:
    """By the name before the @."""
    rows = Membership.objects.select_related("person", "organisation")
    return Actor(rows.filter(person__email=f"{login}@{DOMAIN}").order_by("pk")[0])
