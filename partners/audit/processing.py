"""The register of processing activities that the actions of the trail belong to.

The words are the register's: an action belongs to the activity of its noun, the part before the
first point. What changes in meaning gets a new number, and the old one stays, because lines that
were read before refer to it (Logboek Dataverwerkingen, component Register).
"""

from dataclasses import dataclass

from partners.audit.actions import actions


@dataclass(frozen=True)
class Activity:
    """`slug` ends in the number of its version; `purpose` is what personal data are used for."""

    slug: str
    name: str
    purpose: str


CASES, SHARING, DECIDING, TELLING = "zaken-1", "informatie-1", "besluiten-1", "signalen-1"
EVENTS, AGREEMENTS, STEERING = "evenementen-1", "werkafspraken-1", "doorstroom-1"
ACCESS, OVERSIGHT, KEEPING = "toegang-1", "toezicht-1", "bewaren-1"
RIGHTS, OTHER = "rechten-1", "overig-1"

REGISTER = {
    one.slug: one
    for one in (
        Activity(
            CASES,
            "Zaken samen behandelen",
            "Een veiligheidszaak met partners behandelen: taken, termijnen, overleg en afspraken.",
        ),
        Activity(
            SHARING,
            "Informatie inbrengen en verstrekken",
            "Informatie bij een zaak inbrengen, aan een partner verstrekken, inzien en verbeteren.",
        ),
        Activity(
            DECIDING,
            "Besluiten nemen",
            "Een besluit in een zaak nemen en vastleggen.",
        ),
        Activity(
            TELLING,
            "Buurgemeenten waarschuwen",
            "Buurgemeenten een signaal geven, zonder personen, adres of zaak.",
        ),
        Activity(
            EVENTS,
            "Evenementen afstemmen",
            "Evenementen in de regio op één kalender op elkaar afstemmen.",
        ),
        Activity(
            AGREEMENTS,
            "Werkafspraken beheren",
            "Formules, plaatselijke instellingen en gelijkgestelde dagen vaststellen en beheren.",
        ),
        Activity(
            STEERING,
            "Sturen met aantallen",
            "Doorstroom en agressie volgen met aantallen, zonder zaken of personen te tonen.",
        ),
        Activity(
            ACCESS,
            "Toegang geven en beveiligen",
            "Vaststellen wie iemand is en wat die mag, en pogingen tot toegang vastleggen.",
        ),
        Activity(
            OVERSIGHT,
            "Toezicht houden op het gebruik",
            "Nagaan wie wat deed en inzag, en aantonen dat daarvan niets is gewijzigd.",
        ),
        Activity(
            KEEPING,
            "Bewaren en vernietigen",
            "Informatie zo lang bewaren als nodig is en haar daarna vernietigen.",
        ),
        Activity(
            RIGHTS,
            "Rechten van betrokkenen uitvoeren",
            "Verzoeken van betrokkenen over hun gegevens behandelen.",
        ),
        Activity(
            OTHER,
            "Overige verwerkingen",
            "Handelingen van een eerdere versie, die nu geen eigen verwerkingsactiviteit hebben.",
        ),
    )
}

WORDS: dict[str, str] = {
    "access": ACCESS,
    "account": ACCESS,
    "agenda": CASES,
    "aggression_report": STEERING,
    "arrangement": SHARING,
    "ave": CASES,
    "blockade": SHARING,
    "calendar_key": ACCESS,
    "capacity": ACCESS,
    "case": CASES,
    "checkpoint": OVERSIGHT,
    "clearance": ACCESS,
    "commitment": CASES,
    "consent": SHARING,
    "contribution": SHARING,
    "correction": SHARING,
    "decision": DECIDING,
    "desk": AGREEMENTS,
    "destruction": KEEPING,
    "disclosure": SHARING,
    "disclosurerequest": SHARING,
    "document": SHARING,
    "emergency": SHARING,
    "ending": OVERSIGHT,
    "equalled_day": AGREEMENTS,
    "error": SHARING,
    "escalation": CASES,
    "event": EVENTS,
    "extension": CASES,
    "formule": AGREEMENTS,
    "handover": CASES,
    "inquiry": SHARING,
    "matrix": AGREEMENTS,
    "meeting": CASES,
    "outcome": CASES,
    "participation": CASES,
    "referral": CASES,
    "register": OVERSIGHT,
    "request": SHARING,
    "retention": KEEPING,
    "rights": RIGHTS,
    "search": CASES,
    "session": ACCESS,
    "setting": AGREEMENTS,
    "signal": TELLING,
    "step": CASES,
    "subject": SHARING,
    "term": CASES,
    "throughput": STEERING,
    "trail": OVERSIGHT,
    "variation": AGREEMENTS,
    "weighing": SHARING,
}


def activity_of(action: str) -> Activity:
    """An old entry may tell of an action whose noun has no word any more: then the last."""
    return REGISTER[WORDS.get(action.partition(".")[0], OTHER)]


def actions_of(slug: str) -> tuple[str, ...]:
    """The names that are registered and belong to that activity; none when there is no such."""
    return tuple(one.name for one in actions() if activity_of(one.name).slug == slug)
