"""The standing cast: the people of the demo region, each in one capacity."""

from functools import cached_property

from config.demo.people import actor_of
from partners.actor import Actor


class Cast:
    """Coordinator and mayor of Oss work the case; Meierijstad is the stranger."""

    @cached_property
    def coordinator(self) -> Actor:
        return actor_of("iv.oss")

    @cached_property
    def second_coordinator(self) -> Actor:
        """Of Oss as well, and cleared for nothing."""
        return actor_of("iv2.oss")

    @cached_property
    def mayor(self) -> Actor:
        return actor_of("burgemeester.oss")

    @cached_property
    def secretary(self) -> Actor:
        return actor_of("secretaris.oss")

    @cached_property
    def privacy_officer(self) -> Actor:
        return actor_of("fg.oss")

    @cached_property
    def administrator(self) -> Actor:
        return actor_of("beheer.oss")

    @cached_property
    def police(self) -> Actor:
        return actor_of("liaison1.politie")

    @cached_property
    def second_police(self) -> Actor:
        return actor_of("liaison2.politie")

    @cached_property
    def prosecutor(self) -> Actor:
        return actor_of("liaison1.om")

    @cached_property
    def grid(self) -> Actor:
        return actor_of("liaison.netbeheerder")

    @cached_property
    def landlord(self) -> Actor:
        return actor_of("liaison.corporatie")

    @cached_property
    def stranger(self) -> Actor:
        return actor_of("iv.meierijstad")

    @cached_property
    def regional_staff(self) -> Actor:
        return actor_of("regiostaf.vrbn")
