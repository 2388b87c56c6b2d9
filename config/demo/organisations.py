"""Partners of the demo region beside those in the reference data."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from config.demo import refuse_outside_demo_mode
from partners.models import Kind, Organisation, Region, ServiceArea

REGION = "VR21"
SINCE = date(2023, 1, 1)
"""The first day of the reference data, so that demo cases may lie in the past."""

POLITIE = "PE-OOST-BRABANT"
OM = "AP-OOST-BRABANT"
VEILIGHEIDSREGIO = "VRO-21"
NETBEHEERDER = "NB-ENEXIS"
CORPORATIE = "WC-VOORBEELDHUIS"
RIEC = "RIEC-DEMO"
ZVH = "ZVH-DEMO"
BRANDWEER = "BRW-DEMO"
GHOR = "GHOR-DEMO"
DJI = "PI-DEMO"
RECLASSERING = "RECL-DEMO"
VEILIG_THUIS = "VT-DEMO"
ZORG = "ZORG-DEMO"
OMGEVINGSDIENST = "OD-DEMO"
PRORAIL = "PRORAIL-DEMO"


@dataclass(frozen=True)
class Partner:
    kind: Kind
    code: str
    name: str


PARTNERS = (
    Partner(Kind.NETBEHEERDER, NETBEHEERDER, "Enexis"),
    Partner(Kind.CORPORATIE, CORPORATIE, "Woonstichting Voorbeeldhuis (fictief)"),
    Partner(Kind.RIEC, RIEC, "RIEC (demo)"),
    Partner(Kind.ZVH, ZVH, "Zorg- en Veiligheidshuis (demo)"),
    Partner(Kind.BRANDWEER, BRANDWEER, "Brandweer (demo)"),
    Partner(Kind.GHOR, GHOR, "GHOR (demo)"),
    Partner(Kind.DJI, DJI, "Penitentiaire inrichting (demo)"),
    Partner(Kind.RECLASSERING, RECLASSERING, "Reclassering (demo)"),
    Partner(Kind.VEILIG_THUIS, VEILIG_THUIS, "Veilig Thuis (demo)"),
    Partner(Kind.ZORG, ZORG, "Hulpverlening (demo)"),
    Partner(Kind.OMGEVINGSDIENST, OMGEVINGSDIENST, "Omgevingsdienst (demo)"),
    Partner(Kind.PRORAIL, PRORAIL, "ProRail (demo)"),
)


@transaction.atomic
def load() -> None:
    """Needs the reference data; may be run again."""
    refuse_outside_demo_mode()
    region = Region.objects.get(code=REGION)
    for partner in PARTNERS:
        organisation, _new = Organisation.objects.update_or_create(
            code=partner.code,
            defaults={"kind": partner.kind, "name": partner.name, "valid_from": SINCE},
        )
        ServiceArea.objects.get_or_create(
            organisation=organisation, region=region, valid_from=SINCE
        )
