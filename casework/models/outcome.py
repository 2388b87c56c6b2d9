"""What a case was to achieve, and what came of it: set before the start, filled at evaluation."""

from django.db import models

from casework.models.case import Case


class Outcome(models.Model):
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="outcomes")
    indicator = models.CharField(max_length=160)
    is_reached = models.BooleanField(null=True)
    filled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "indicator"], name="one_outcome_an_indicator")
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.pk}"
