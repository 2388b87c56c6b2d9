"""The desk of a partner for a theme in a region: requests go to a desk, never to a person away."""

from django.db import models

from partners.models.dated import Dated, DatedQuerySet
from partners.models.organisation import Organisation
from partners.models.region import Region


class ContactPoint(Dated):
    """`theme` is a regime's slug, such as "hennep"; `gemeente` narrows the desk to one gemeente."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="contact_points"
    )
    gemeente = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    theme = models.SlugField()
    desk = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)

    objects = DatedQuerySet["ContactPoint"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["theme", "organisation__kind", "organisation__name"]
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["region", "organisation", "gemeente", "theme"],
                condition=models.Q(valid_until__isnull=True),
                nulls_distinct=False,
                name="one_open_desk",
            ),
        ]

    def __str__(self) -> str:
        return self.desk
