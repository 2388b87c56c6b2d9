"""The organisations that work a case together, and which region each serves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models.dated import Dated, DatedQuerySet
from partners.models.region import Region


class Kind(models.TextChoices):
    GEMEENTE = "gemeente", _("Gemeente")
    POLITIE = "politie", _("Politie-eenheid")
    OM = "om", _("Arrondissementsparket")
    REGIO = "veiligheidsregio", _("Veiligheidsregio")
    RIEC = "riec", _("RIEC")
    ZVH = "zvh", _("Zorg- en Veiligheidshuis")
    NETBEHEERDER = "netbeheerder", _("Netbeheerder")
    CORPORATIE = "corporatie", _("Woningcorporatie")
    BRANDWEER = "brandweer", _("Brandweer")
    GHOR = "ghor", _("GHOR")
    DJI = "dji", _("Penitentiaire inrichting (DJI)")
    RECLASSERING = "reclassering", _("Reclassering")
    VEILIG_THUIS = "veiligthuis", _("Veilig Thuis")
    ZORG = "zorg", _("Hulpverlening of zorg")
    OMGEVINGSDIENST = "omgevingsdienst", _("Omgevingsdienst")
    RWS = "rws", _("Rijkswaterstaat")
    PRORAIL = "prorail", _("ProRail")
    KMAR = "kmar", _("Koninklijke Marechaussee")
    OTHER = "anders", _("Andere partner")


class Organisation(Dated):
    """`code` is the official one where there is one (GM0796), else our own with a prefix."""

    kind = models.CharField(max_length=20, choices=Kind)
    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    successor = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT)
    regions: "models.ManyToManyField[Region, ServiceArea]" = models.ManyToManyField(
        Region, through="ServiceArea", related_name="organisations"
    )

    objects = DatedQuerySet["Organisation"].as_manager()

    class Meta(Dated.Meta):
        ordering = ["name"]
        indexes = [models.Index(fields=["kind", "name"])]

    def __str__(self) -> str:
        return self.name


class ServiceArea(Dated):
    """Which region an organisation serves, since when; units of politie and OM serve several."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE)
    region = models.ForeignKey(Region, on_delete=models.CASCADE)

    objects = DatedQuerySet["ServiceArea"].as_manager()

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "region", "valid_from"], name="one_service_area_a_day"
            ),
        ]
