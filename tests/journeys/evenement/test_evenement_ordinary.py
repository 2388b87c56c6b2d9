"""An event of class B, from the application to the closed case."""

from config.demo.themes import evenement as answers
from tests.journeys.company import Company, lines
from tests.journeys.evenement_walk import settles, to_the_decision
from tests.journeys.person import Person

BURGEMEESTER_ALONE = "Er komt een groep die elders is geweerd."


def to_the_log(company: Company) -> None:
    to_the_decision(company)
    company.mayor.does("decide")
    company.coordinator.does("prepare")
    company.goes_on(days=answers.AHEAD)
    company.coordinator.does("inspect")


def is_closed(who: Person) -> bool:
    return "Afgesloten" in who.opens(who.case_address).text


def test_an_event_of_class_b_without_incidents_is_closed_without_evaluation(
    company: Company,
) -> None:
    to_the_log(company)
    coordinator = company.coordinator
    coordinator.does("perform")
    coordinator.has_no_task("evaluate")
    settles(company)
    assert is_closed(coordinator)
    trails = company.new_entries()
    assert [line for line in trails["brandweer"] if line.startswith("brandweer")] == lines("""
        brandweer request.read
        brandweer contribution.made
        brandweer disclosure.given
        brandweer request.answered
        brandweer step.answer
    """)


def test_an_event_of_class_b_with_incidents_is_evaluated(company: Company) -> None:
    to_the_log(company)
    coordinator = company.coordinator
    coordinator.does("perform", has_incidents="yes", incidents="Een vechtpartij bij de bar.")
    coordinator.does("evaluate")
    ghor = company.person("liaison.ghor")
    ghor.sees("Een tweede uitgang vanaf het begin.")
    settles(company)
    assert is_closed(coordinator)
    ghor.does_not_see("Een tweede uitgang vanaf het begin.")


def test_what_politie_keeps_for_the_burgemeester_is_read_by_the_burgemeester_alone(
    company: Company,
) -> None:
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports()
    coordinator.does("weigh")
    coordinator.does("scan")
    coordinator.does("ask_advice")
    given = answers.answer_of_politie() | {"intelligence": BURGEMEESTER_ALONE}
    company.police.does("answer", given)
    company.mayor.sees("Akkoord met de opzet.", BURGEMEESTER_ALONE)
    coordinator.sees("Akkoord met de opzet.", but_not=(BURGEMEESTER_ALONE,))
    for name in ("liaison.brandweer", "liaison.ghor"):
        company.person(name).sees("Stichting Zomerfeest", but_not=(BURGEMEESTER_ALONE,))
    form = company.person("liaison.brandweer")
    assert "Politie-informatie" not in form.opens(form.task("answer")).text


def test_the_services_get_the_event_file_and_the_neighbours_the_calendar_alone(
    company: Company,
) -> None:
    to_the_decision(company)
    for name in ("liaison.brandweer", "liaison.ghor"):
        company.person(name).sees("Stichting Zomerfeest", "Drukte bij de uitgang")
    company.stranger.may_not_open(company.coordinator.case_address)
    shown = company.stranger.opens("/evenementenkalender").text
    assert "Zomerfeest Oss" in shown
    assert "Stichting" not in shown


def test_a_late_advice_does_not_hold_the_case_up(company: Company) -> None:
    company.theme = "evenement"
    coordinator = company.coordinator
    coordinator.reports()
    for node in ("weigh", "scan", "ask_advice", "close_round", "integrate", "plans"):
        coordinator.does(node)
    company.mayor.does("decide")
    coordinator.task("prepare")
