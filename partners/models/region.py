"""The veiligheidsregio."""

from django.db import models

from partners.models.dated import Dated, DatedQuerySet


class Region(Dated):
    """One of the 25 veiligheidsregio's (Wet veiligheidsregio's, art. 8); `code` is VR01 to VR25."""

    code = models.CharField(max_length=8, unique=True)
    name = models.CharField(max_length=100)

    objects = DatedQuerySet["Region"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name
