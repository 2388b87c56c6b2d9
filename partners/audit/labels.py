"""The words for what an entry holds as codes."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from partners.audit.actions import action, actions
from partners.models import Role

OBJECTS: dict[str, Any] = {
    "agendaitem": _("agendapunt"),
    "aggressionreport": _("kwartaalrapport agressie"),
    "arrangement": _("beslissing of convenant"),
    "avephase": _("fase van AVE"),
    "blockade": _("blokkade"),
    "calendarkey": _("agendakoppeling"),
    "case": _("zaak"),
    "caseterm": _("termijn"),
    "classchange": _("wijziging van een informatieklasse"),
    "checkpointaddress": _("adres voor controlepunten"),
    "clearance": _("aanwijzing voor een thema"),
    "clashruling": _("besluit over een botsing van evenementen"),
    "commitment": _("afspraak"),
    "consent": _("instemming van het bevoegd gezag"),
    "contactpoint": _("aanspreekpunt"),
    "contribution": _("bijdrage"),
    "correction": _("correctie"),
    "correctionnotice": _("bericht van correctie"),
    "decision": _("besluit"),
    "destructionlist": _("vernietigingslijst"),
    "disclosure": _("verstrekking"),
    "disclosureregister": _("register van verstrekkingen"),
    "disclosurerequest": _("verzoek om een verstrekking"),
    "document": _("document"),
    "emergency": _("noodtoegang"),
    "ending": _("toegang die eindigt"),
    "enforcementrow": _("regel van de handhavingsmatrix"),
    "equalledday": _("gelijkgestelde dag"),
    "errorreport": _("foutmelding"),
    "escalation": _("opschaling"),
    "eventterm": _("termijn voor evenementen"),
    "extension": _("verzoek om meer tijd"),
    "formuleversion": _("formule"),
    "handover": _("overdracht"),
    "inquiry": _("vraag naar bekendheid"),
    "localsetting": _("plaatselijke instelling"),
    "meeting": _("overleg"),
    "membership": _("hoedanigheid"),
    "move": _("verplaatsing"),
    "notification": _("melding"),
    "outcome": _("resultaat"),
    "participation": _("deelname"),
    "person": _("account"),
    "referral": _("doorverwijzing"),
    "regionalevent": _("evenement op de kalender"),
    "request": _("verzoek"),
    "rightsrequest": _("verzoek van een betrokkene"),
    "rightsshare": _("antwoord op een verzoek van een betrokkene"),
    "servicecapacity": _("inzet van een dienst"),
    "search": _("zoekvraag"),
    "step": _("taak"),
    "stepdown": _("afschaling"),
    "subject": _("betrokkene of pand"),
    "throughput": _("doorstroom"),
    "trail": _("auditspoor"),
    "variation": _("afwijkingen van formules"),
    "waterbedsignal": _("waterbed-signaal"),
    "weighing": _("afweging van het OM"),
}

ORIGINS: dict[str, Any] = {
    "api": _("API"),
    "command": _("beheeropdracht"),
    "job": _("achtergrondtaak"),
    "socket": _("directe verbinding"),
    "web": _("webpagina"),
}

# Entry.get_role_display translates every role to find one, which an export of thousands notices.
ROLES: dict[str, Any] = dict(Role.choices)


def sentence_of(name: str) -> str:
    """An old entry may tell of an action that nobody registers any more: then its name."""
    try:
        return str(action(name).sentence)
    except LookupError:
        return name


def object_label(object_type: str) -> str:
    return str(OBJECTS.get(object_type, object_type))


def origin_label(origin: str) -> str:
    return str(ORIGINS.get(origin, origin))


def role_label(role: str) -> str:
    return str(ROLES.get(role, role))


def object_choices() -> list[tuple[str, str]]:
    """Every kind of thing, in the order of the alphabet."""
    choices = [(name, str(capfirst(str(label)))) for name, label in OBJECTS.items()]
    return sorted(choices, key=lambda choice: choice[1])


def action_choices() -> list[tuple[str, str]]:
    """Every registered action by its sentence, in the order of the alphabet."""
    choices = [(one.name, str(capfirst(str(one.sentence)))) for one in actions()]
    return sorted(choices, key=lambda choice: choice[1])
