"""Enrol the demo accounts with their capacities and the one password."""

from django.contrib.auth.hashers import check_password, make_password
from django.core.management.base import CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from config.demo import refuse_outside_demo_mode
from config.demo.accounts import ACCOUNTS, DOMAIN, PASSWORD, Capacity
from config.demo.organisations import SINCE
from partners.models import Membership, Organisation, Person


@transaction.atomic
def load() -> None:
    """Needs the demo organisations; may be run again, and then restores names and passwords."""
    refuse_outside_demo_mode()
    taken = Person.objects.filter(email__endswith=f"@{DOMAIN}", is_demo=False).first()
    if taken is not None:
        raise CommandError(_("%(email)s is geen demo-account.") % {"email": taken.email})
    password = _password_hash()
    organisations = {
        organisation.code: organisation
        for organisation in Organisation.objects.filter(
            code__in={one.organisation for account in ACCOUNTS for one in account.capacities}
        )
    }
    for account in ACCOUNTS:
        person, _new = Person.objects.update_or_create(
            email=account.email,
            defaults={
                "name": account.name,
                "is_active": True,
                "is_demo": True,
                "password": password,
            },
        )
        for capacity in account.capacities:
            _give(person, capacity, organisations[capacity.organisation])


def _password_hash() -> str:
    """Hashed once for all, since a good hash is slow; what was stored is kept if it still fits."""
    first = Person.objects.filter(email=ACCOUNTS[0].email).first()
    if first is not None and check_password(PASSWORD, first.password):
        return first.password
    return make_password(PASSWORD)


def _give(person: Person, capacity: Capacity, organisation: Organisation) -> None:
    deputised = Membership.objects.filter(
        person__email=f"{capacity.deputises}@{DOMAIN}",
        organisation=organisation,
        role=capacity.role,
        valid_until=None,
    ).first()
    Membership.objects.update_or_create(
        person=person,
        organisation=organisation,
        role=capacity.role,
        valid_until=None,
        defaults={
            "mandate": capacity.mandate,
            "clearances": list(capacity.clearances),
            "deputy_of": deputised,
            "valid_from": SINCE,
        },
    )
