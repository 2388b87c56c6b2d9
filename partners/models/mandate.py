"""Which power of one organisation the bearers of a mandate at another may use on its behalf."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from partners.models.dated import Dated, DatedQuerySet
from partners.models.organisation import Organisation

if TYPE_CHECKING:
    from partners.actor import Actor

OFFICER = "hulpofficier van justitie"
NEVER_MANDATED = {
    OFFICER: ("huisverbod.extend", "huisverbod.withdraw"),
}
"""Powers that the bearer of a mandate never has, whoever gave it (Wth art. 3 lid 1).

Whoever changes this changes the wall of casework_decision with it.
"""


class MandateQuerySet(DatedQuerySet["Mandate"]):
    def borne_by(self, actor: "Actor", *, on: date) -> Self:
        """Those in force that this actor may use."""
        return self.in_force(on).filter(holder=actor.organisation, mandate=actor.membership.mandate)


class Mandate(Dated):
    """`mandate` is what the membership of its bearer says; `power` a theme and a kind of decision.

    Granted, like a membership, by the owner of the data; `source` is the decree it stands in.
    """

    giver = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mandates")
    holder = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    mandate = models.CharField(max_length=120)
    power = models.CharField(max_length=80)
    source = models.CharField(max_length=200)

    objects = MandateQuerySet.as_manager()

    class Meta(Dated.Meta):
        ordering = ["giver__name", "power"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["giver", "holder", "mandate", "power"],
                condition=Q(valid_until__isnull=True),
                name="one_open_mandate",
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("holder")), name="a_mandate_goes_to_another"
            ),
            models.CheckConstraint(
                condition=~Q(mandate="") & ~Q(source=""), name="a_mandate_has_name_and_source"
            ),
            models.CheckConstraint(
                condition=~Q(mandate=OFFICER, power__in=NEVER_MANDATED[OFFICER]),
                name="some_powers_are_never_mandated",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.power}: {self.mandate}"
