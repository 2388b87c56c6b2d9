"""A blockade: politie or OM keeps something of its own from being given or known (Bpg art. 4:5)."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from casework.models.case import Case
from casework.models.clearance import NeedsClearance, near
from partners.models import Kind, Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor

BLOCKING_KINDS = frozenset({Kind.POLITIE, Kind.OM})


class BlockadeQuerySet(models.QuerySet["Blockade"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of disclosing_policies.why_not_see_blockade: whose it is, and nobody else."""
        if not actor.reads_cases:
            return self.none()
        return self.filter(near(actor), organisation=actor.organisation)

    def in_force(self) -> Self:
        return self.filter(lifted_at__isnull=True)


class Blockade(NeedsClearance):
    """While it holds the database refuses any disclosure of it, and tells nobody that it is there.

    Art. 4:5 itself speaks of the ways of Wpg 19 and 20; the mark closes every way, until its
    organisation lifts it with a reason.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="blockades")
    contribution = models.ForeignKey(
        "casework.Contribution",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="blockades",
    )
    subject = models.ForeignKey(
        "casework.Subject",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="blockades",
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=600)
    set_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()
    lifted_by = models.ForeignKey(
        Membership, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lifted_at = models.DateTimeField(null=True, blank=True)
    lift_reason = models.CharField(max_length=600, blank=True)

    objects = BlockadeQuerySet.as_manager()

    class Meta:
        ordering = ["set_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(contribution__isnull=True) ^ Q(subject__isnull=True),
                name="blocks_one_thing",
            ),
            *(
                models.UniqueConstraint(
                    fields=[thing],
                    condition=Q((f"{thing}__isnull", False), lifted_at__isnull=True),
                    name=f"{thing}_blocked_once",
                )
                for thing in ("contribution", "subject")
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True)
                ^ (Q(lifted_by__isnull=False) & ~Q(lift_reason="")),
                name="lifted_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
