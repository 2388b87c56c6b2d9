"""How a Bibob case comes as far as a journey begins, what of it stays secret, and its terms."""

from datetime import date

from casework.models import Case
from config.demo.themes import bibob
from partners.acting import acting_as
from tests.journeys.company import Company
from workflows.services import case_terms

SECRETS = (
    "De financier is onbekend in de registers.",
    "De herkomst van de lening is niet verklaard.",
    "De lening komt uit strafbare feiten.",
    "Het advies volgt uit de bronnen.",
    "Voorschriften nemen het gevaar niet weg.",
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
    answered(company)
    company.coordinator.does("research")


def answered(company: Company) -> None:
    company.police.does("answer", bibob.answer_of_politie())
    company.prosecutor.does("answer", bibob.answer_of_om())
    company.person("liaison.riec").does("answer")


def advised(company: Company, **advice: object) -> None:
    """As far as the test of the advice."""
    begins(company)
    researched(company)
    company.mayor.does("conclude")
    company.coordinator.does("request_advice")
    company.coordinator.does("receive_advice", **advice)


def ends_on(company: Company, code: str) -> date | None:
    """The last day of that term of the case."""
    with acting_as(company.coordinator.actor):
        return case_terms.due_on(Case.objects.get(reference=company.case), code)
