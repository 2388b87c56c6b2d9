"""The desk of each partner of the demo region, by theme."""

from django.db import transaction

from config.demo import organisations as demo
from config.demo import refuse_outside_demo_mode
from partners.models import ContactPoint, Organisation, Region

DESKS = {
    "hennep": {
        demo.POLITIE: "Meldpunt hennep politie (demo)",
        demo.OM: "Loket ontneming en drugszaken OM (demo)",
        demo.NETBEHEERDER: "Meldpunt energiefraude (demo)",
        demo.CORPORATIE: "Team woonfraude (demo)",
    },
    "bibob": {
        demo.POLITIE: "Infodesk politie (demo)",
        demo.OM: "Bibob-contact OM (demo)",
        demo.RIEC: "Bibob-advies RIEC (demo)",
    },
    "evenement": {
        demo.POLITIE: "Evenementen politie (demo)",
        demo.BRANDWEER: "Evenementen brandweer (demo)",
        demo.GHOR: "Evenementen GHOR (demo)",
        demo.OMGEVINGSDIENST: "Geluid en milieu (demo)",
        demo.PRORAIL: "Evenementen bij het spoor (demo)",
    },
    "huisverbod": {
        demo.POLITIE: "Dienstdoende hulpofficier (demo)",
        demo.OM: "Huiselijk geweld OM (demo)",
        demo.VEILIG_THUIS: "Crisisdienst Veilig Thuis (demo)",
        demo.ZORG: "Hulpverlening huisverbod (demo)",
        demo.RECLASSERING: "Huisverbod reclassering (demo)",
    },
    "nazorg": {
        demo.DJI: "Casemanagers (demo)",
        demo.RECLASSERING: "Toezicht reclassering (demo)",
        demo.CORPORATIE: "Urgente huisvesting (demo)",
        demo.ZORG: "Aanmeldingen zorg (demo)",
        demo.ZVH: "Procesregie nazorg (demo)",
        demo.POLITIE: "Nazorg politie (demo)",
        demo.OM: "Executie OM (demo)",
    },
    "bij": {demo.POLITIE: "BIJ-contact politie (demo)"},
    "pga": {
        demo.ZVH: "Procesregie (demo)",
        demo.POLITIE: "Persoonsgerichte aanpak politie (demo)",
        demo.OM: "Persoonsgerichte aanpak OM (demo)",
        demo.RECLASSERING: "Persoonsgerichte aanpak reclassering (demo)",
        demo.ZORG: "Persoonsgerichte aanpak zorg (demo)",
        demo.VEILIG_THUIS: "Persoonsgerichte aanpak Veilig Thuis (demo)",
        demo.CORPORATIE: "Persoonsgerichte aanpak wonen (demo)",
    },
    "adhoc": {
        demo.POLITIE: "Gebiedsagent (demo)",
        demo.OM: "Gebiedsofficier (demo)",
        demo.CORPORATIE: "Wijkbeheer (demo)",
        demo.ZORG: "Jongerenwerk (demo)",
        demo.ZVH: "Procesregie (demo)",
        demo.NETBEHEERDER: "Meldpunt (demo)",
    },
    "ondermijning": {
        demo.RIEC: "Signalen RIEC (demo)",
        demo.POLITIE: "Ondermijning politie (demo)",
        demo.OM: "Ondermijning OM (demo)",
    },
    "agressie": {
        demo.POLITIE: "Veilige Publieke Taak politie (demo)",
        demo.OM: "Veilige Publieke Taak OM (demo)",
    },
}


@transaction.atomic
def load() -> None:
    """Needs the demo organisations; may be run again."""
    refuse_outside_demo_mode()
    region = Region.objects.get(code=demo.REGION)
    for theme, desks in DESKS.items():
        for code, desk in desks.items():
            ContactPoint.objects.update_or_create(
                region=region,
                organisation=Organisation.objects.get(code=code),
                gemeente=None,
                theme=theme,
                valid_until=None,
                defaults={
                    "desk": desk,
                    "email": f"{theme}.{code.lower()}@demo.example",
                    "valid_from": demo.SINCE,
                },
            )
