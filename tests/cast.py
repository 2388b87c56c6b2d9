"""The standing cast: the people of the demo region, each in one capacity."""

from functools import cached_property

from partners.actor import Actor
from partners.models import Membership


class Cast:
    """Coordinator and mayor of Oss work the case; Meierijstad is the stranger."""

    @cached_property
    def coordinator(self) -> Actor:
        return _actor("iv.oss")

    @cached_property
    def mayor(self) -> Actor:
        return _actor("burgemeester.oss")

    @cached_property
    def secretary(self) -> Actor:
        return _actor("secretaris.oss")

    @cached_property
    def privacy_officer(self) -> Actor:
        return _actor("fg.oss")

    @cached_property
    def administrator(self) -> Actor:
        return _actor("beheer.oss")

    @cached_property
    def police(self) -> Actor:
        return _actor("liaison1.politie")

    @cached_property
    def second_police(self) -> Actor:
        return _actor("liaison2.politie")

    @cached_property
    def prosecutor(self) -> Actor:
        return _actor("liaison1.om")

    @cached_property
    def grid(self) -> Actor:
        return _actor("liaison.netbeheerder")

    @cached_property
    def landlord(self) -> Actor:
        return _actor("liaison.corporatie")

    @cached_property
    def stranger(self) -> Actor:
        return _actor("iv.meierijstad")

    @cached_property
    def regional_staff(self) -> Actor:
        return _actor("regiostaf.vrbn")


def _actor(login: str) -> Actor:
    rows = Membership.objects.select_related("person", "organisation")
    return Actor(rows.filter(person__email=f"{login}@demo.example").order_by("pk")[0])
