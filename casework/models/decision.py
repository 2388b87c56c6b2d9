"""A decision belongs to who holds the power, and to nobody else."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from casework.models.case import Case
from casework.models.contribution import Contribution
from partners.models import Mandate, Membership, Organisation


class Measure(models.TextChoices):
    CLOSURE = "closure", _("Sluiting (last onder bestuursdwang)")
    PENALTY = "penalty", _("Last onder dwangsom")
    WARNING = "warning", _("Waarschuwing")
    REFRAIN = "refrain", _("Afzien van een maatregel")


class Decision(models.Model):
    """`step` names the step at which it was taken: a step bears one decision, whoever clicks.

    `organisation` holds the power; who decides elsewhere does so under `mandate`. What is known of
    the case in the class of its contribution is kept until `retain_until`, to the day, if it says.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="decisions")
    step = models.CharField(max_length=80, unique=True)
    kind = models.SlugField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    mandate = models.ForeignKey(
        Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField()
    outcome = models.SlugField()
    effective_from = models.DateField(null=True, blank=True)
    effective_until = models.DateField(null=True, blank=True)
    retain_until = models.DateField(null=True, blank=True)
    contribution = models.OneToOneField(
        Contribution, on_delete=models.PROTECT, related_name="decision"
    )

    class Meta:
        ordering = ["decided_at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
