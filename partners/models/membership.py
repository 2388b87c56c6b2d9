"""In which role a person acts for which organisation, since when."""

from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models.dated import Dated, DatedQuerySet
from partners.models.organisation import Organisation
from partners.models.person import Person


class Role(models.TextChoices):
    COORDINATOR = "coordinator", _("IV-coördinator")
    LIAISON = "liaison", _("Liaison")
    DECISION_MAKER = "decision_maker", _("Besluitnemer")
    SECRETARY = "secretary", _("Gemeentesecretaris of regiostaf")
    PRIVACY_OFFICER = "privacy_officer", _("Functionaris gegevensbescherming")
    ADMINISTRATOR = "administrator", _("Functioneel beheerder")


CASE_ROLES = frozenset({Role.COORDINATOR, Role.LIAISON, Role.DECISION_MAKER})
"""Roles that may come near a case; the others see counts, trails or settings (domain.md 1.6)."""


class MembershipQuerySet(DatedQuerySet["Membership"]):
    def cleared_for(self, clearance: str, on: date) -> Self:
        """Who is named for that theme on that day; empty needs none."""
        if not clearance:
            return self
        return self.filter(
            named_for__theme=clearance,
            named_for__ended_at__isnull=True,
            named_for__valid_until__gt=on,
        )


class Membership(Dated):
    """A power to decide is named in `mandate`: the office, or on whose behalf one decides.

    `clearances` are the themes of whose restricted cases and classes this person may know, each
    until the day beside it in `clearances_until`: a mirror of the clearances that did not end.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=20, choices=Role)
    mandate = models.CharField(max_length=120, blank=True)
    clearances = ArrayField(models.SlugField(), default=list, db_default=[], blank=True)
    clearances_until = ArrayField(
        models.DateField(), default=list, db_default=[], blank=True, editable=False
    )
    deputy_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)

    objects = MembershipQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["organisation__name", "role"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=models.Q(valid_until__isnull=True),
                name="one_open_membership",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.organisation}"

    def cleared_themes(self, on: date) -> tuple[str, ...]:
        pairs = zip(self.clearances, self.clearances_until, strict=False)
        return tuple(theme for theme, until in pairs if until > on)
