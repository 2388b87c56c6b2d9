"""That an organisation was told of an end that comes, so that it is told once."""

from django.db import models
from django.db.models import Q

from partners.models import Organisation


class EndingKind(models.TextChoices):
    DISCLOSURE = "disclosure", "disclosure"
    PARTICIPATION = "participation", "participation"
    CLEARANCE = "clearance", "clearance"
    MEMBERSHIP = "membership", "membership"
    MANDATE = "mandate", "mandate"


class EndNotice(models.Model):
    """Of the thing, whatever it is, nothing but its number; another end is told anew."""

    kind = models.CharField(max_length=13, choices=EndingKind)
    object_id = models.CharField(max_length=36)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    ends_at = models.DateTimeField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "organisation", "ends_at"], name="an_end_is_told_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=EndingKind.values), name="an_end_of_a_known_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
