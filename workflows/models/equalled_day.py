"""The days that a royal decree made equal to a holiday (Algemene termijnenwet, art. 3 lid 3)."""

from django.db import models


class EqualledDay(models.Model):
    """`source` names the decree and where it was published."""

    day = models.DateField(unique=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return self.day.isoformat()
