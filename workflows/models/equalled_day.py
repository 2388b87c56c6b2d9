"""The days that a royal decree made equal to a holiday (Algemene termijnenwet, art. 3 lid 3)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class EqualledDay(models.Model):
    """`source` names the decree and where it was published."""

    day = models.DateField(unique=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return self.day.isoformat()


class EqualledDaysChange(models.Model):
    """All equalled days before and after a change: by these, what runs already is moved."""

    before = ArrayField(models.DateField())
    after = ArrayField(models.DateField())
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
