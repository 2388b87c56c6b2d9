"""Another information class for a contribution: from which to which, by whom and why."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q

from casework.models.contribution import Contribution, InformationClass
from partners.models import Membership, Organisation

if TYPE_CHECKING:
    from partners.actor import Actor


class ClassChangeQuerySet(models.QuerySet["ClassChange"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Twin of class_policies.why_not_see_class_change: with its contribution."""
        return self.filter(contribution__in=Contribution.objects.visible_to(actor))


class ClassChange(models.Model):
    """Putting this row in changes the contribution: a trigger does it, and nothing else can."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.CASCADE, related_name="class_changes"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    changed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    from_class = models.CharField(max_length=1, choices=InformationClass)
    to_class = models.CharField(max_length=1, choices=InformationClass)
    reason = models.CharField(max_length=300)
    changed_at = models.DateTimeField()

    objects = ClassChangeQuerySet.as_manager()

    class Meta:
        ordering = ["changed_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_class=F("to_class")), name="a_class_changes_to_another"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_class_changes_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.from_class} > {self.to_class}"
