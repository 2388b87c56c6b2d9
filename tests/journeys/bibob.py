"""How a Bibob case comes as far as a journey begins, and what of it stays secret."""

from config.demo.themes import bibob
from tests.journeys.company import Company

SECRETS = (
    "De financier is onbekend in de registers.",
    "De herkomst van de lening is niet verklaard.",
    "De lening komt uit strafbare feiten.",
    "Het advies volgt uit de bronnen.",
    "Lening van een derde",
)


def begins(company: Company) -> None:
    """Reported by the gemeente itself, as far as the questionnaire."""
    company.theme = "bibob"
    company.coordinator.reports()
    company.coordinator.does("open_case")
    company.coordinator.does("weigh")


def researched(company: Company) -> None:
    """The questionnaire came back, the partners answered, the findings are kept."""
    company.coordinator.does("ask_form")
    company.coordinator.does("check_form")
    company.police.does("answer", bibob.answer_of_politie())
    company.prosecutor.does("answer", bibob.answer_of_om())
    company.person("liaison.riec").does("answer")
    company.coordinator.does("research")
