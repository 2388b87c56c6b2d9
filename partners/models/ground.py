"""The articles of law that may carry a disclosure, as dated data with their source."""

from django.db import models

from partners.models.dated import Dated, DatedQuerySet
from partners.models.organisation import Kind


class Ground(Dated):
    """`code` is stable ("wpg-16-1-c"); `holder` says which kind of partner leans on it.

    Where another has to agree or decide first (Wpg 19 and 20), a ground is not offered for sending
    by itself, but only where that is on record.
    """

    code = models.SlugField(unique=True)
    article = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    holder = models.CharField(max_length=20, choices=Kind, blank=True)
    is_for_sending = models.BooleanField(default=True)
    is_for_receiving = models.BooleanField(default=False)
    source = models.URLField()

    objects = DatedQuerySet["Ground"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["article"]

    def __str__(self) -> str:
        return f"{self.article}: {self.title}"
