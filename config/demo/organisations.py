"""Partners of the demo region beside those in the reference data, and the desk of each."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from config.demo import refuse_outside_demo_mode
from partners.models import ContactPoint, Kind, Organisation, Region, ServiceArea

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
THEME = "hennep"


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
)

DESKS = {
    POLITIE: "Meldpunt hennep politie (demo)",
    OM: "Loket ontneming en drugszaken OM (demo)",
    NETBEHEERDER: "Meldpunt energiefraude (demo)",
    CORPORATIE: "Team woonfraude (demo)",
}


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
    for code, desk in DESKS.items():
        ContactPoint.objects.update_or_create(
            region=region,
            organisation=Organisation.objects.get(code=code),
            gemeente=None,
            theme=THEME,
            valid_until=None,
            defaults={"desk": desk, "email": _address(code), "valid_from": SINCE},
        )


def _address(code: str) -> str:
    return f"{THEME}.{code.lower()}@demo.example"
