"""A form that was sent: its key is used once, however often a browser sends it."""

from django.db import models

from partners.models import Person


class Submission(models.Model):
    key = models.UUIDField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.key)
