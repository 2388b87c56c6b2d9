"""The ways through the middle: light events, risk, a class that rises, plans, refusal, a stop."""

from config.demo.themes import evenement as answers
from tests.journeys.company import Company, lines
from tests.journeys.evenement_walk import advises, settles, to_the_decision


def starts(company: Company, **report: object) -> None:
    company.theme = "evenement"
    company.coordinator.reports(**report)
    company.coordinator.does("weigh")


def scores(each: int, event_class: str) -> dict[str, object]:
    names = ("audience_score", "activity_score", "place_score")
    return dict.fromkeys(names, each) | {"event_class": event_class}


def test_a_notice_is_agreed_to_at_once_and_asks_no_objection(company: Company) -> None:
    starts(company, expected_class="0")
    coordinator = company.coordinator
    coordinator.does("scan", **scores(1, "0"), police_hours=0, fire_units=0, ghor_units=0)
    page = company.mayor.opens(company.mayor.task("decide"))
    assert "Vergunning verlenen" not in page.text
    company.mayor.does("decide", ruling="notice")
    coordinator.has_no_task("objection")
    coordinator.does("perform")
    coordinator.does("finish")
    assert "Afgesloten" in coordinator.opens(coordinator.case_address).text


def test_a_regular_event_goes_from_decision_to_log(company: Company) -> None:
    starts(company, expected_class="A")
    coordinator = company.coordinator
    coordinator.does("scan", **scores(2, "A"), police_hours=0, fire_units=0, ghor_units=0)
    coordinator.has_no_task("ask_advice")
    company.mayor.does("decide", ruling="permit")
    coordinator.has_no_task("prepare")
    coordinator.does("perform", has_incidents="yes", incidents="Geluidsoverlast.")
    coordinator.has_no_task("evaluate")
    company.goes_on(days=43)
    settles(company)


def test_a_person_chooses_another_class_than_the_scan_only_with_a_reason(company: Company) -> None:
    starts(company)
    coordinator = company.coordinator
    refused = coordinator.fills_in("scan", **scores(3, "A"), status=422)
    assert "De scan wijst klasse B aan." in refused.text
    coordinator.does("scan", **scores(3, "A"), deviation_reason="Een besloten terrein.")
    company.mayor.task("decide")
    coordinator.sees("Voorlopige klasse volgens de scan")


def test_an_event_of_class_c_has_a_talk_beforehand_a_driehoek_and_an_evaluation(
    company: Company,
) -> None:
    starts(company, expected_class="C")
    coordinator = company.coordinator
    coordinator.does("scan", **scores(5, "C"))
    coordinator.has_no_task("ask_advice")
    coordinator.does("consult")
    coordinator.does("ask_advice")
    advises(company)
    coordinator.does("integrate")
    none = {"safety": "none", "safety_version": ""}
    assert "Bij klasse C hoort" in coordinator.fills_in("plans", **none, status=422).text
    coordinator.does("plans")
    company.mayor.does("decide")
    refused = coordinator.fills_in("prepare", status=422)
    assert "Dit veld is vereist." in refused.text
    coordinator.does("prepare", driehoek_on=company.day(0))
    company.goes_on(days=answers.AHEAD)
    coordinator.does("inspect")
    coordinator.does("perform")
    coordinator.does("evaluate")
    settles(company)


def test_a_class_that_rises_on_the_way_takes_the_path_of_class_c(company: Company) -> None:
    starts(company)
    coordinator = company.coordinator
    coordinator.does("scan")
    coordinator.does("ask_advice")
    advises(company)
    page = coordinator.opens(coordinator.task("integrate"))
    assert "A: regulier" not in page.text
    refused = coordinator.fills_in("integrate", event_class="C", status=422)
    assert "Dit veld is vereist." in refused.text
    raised = {"event_class": "C", "class_reason": "Twee groepen die elkaar zoeken."}
    coordinator.does("integrate", **raised)
    coordinator.does("consult")
    coordinator.does("ask_advice")
    advises(company)
    coordinator.does("integrate")
    coordinator.does("plans")
    company.mayor.does("decide")
    coordinator.does("prepare", driehoek_on=company.day(0))
    coordinator.does("inspect")
    coordinator.does("perform")
    coordinator.task("evaluate")


def test_plans_that_do_not_suffice_come_back_or_go_to_the_burgemeester(company: Company) -> None:
    to_the_decision(company, but_for="plans")
    coordinator = company.coordinator
    bad = {"safety": "insufficient", "remarks": "De uitgang ontbreekt.", "onward": "repeat"}
    assert coordinator.fills_in("plans", **(bad | {"onward": None}), status=422)
    coordinator.does("plans", **bad)
    coordinator.does("plans", **bad, safety_version=3)
    company.mayor.has_no_task("decide")
    coordinator.does("plans", **(bad | {"onward": "decide"}), safety_version=4)
    company.mayor.task("decide")


def test_a_refusal_asks_to_hear_the_applicant_first_or_to_say_why_not(company: Company) -> None:
    to_the_decision(company)
    mayor, coordinator = company.mayor, company.coordinator
    refused = mayor.fills_in("decide", ruling="refuse", status=422)
    assert "Dit veld is vereist." in refused.text
    mayor.does("decide", ruling="intend_refusal", announced_on="")
    coordinator.does("hear")
    mayor.does("decide", ruling="refuse")
    coordinator.has_no_task("prepare")
    assert "Vervallen" in coordinator.opens("/evenementenkalender?weergave=tabel").text
    company.goes_on(days=43)
    settles(company)


def test_an_event_that_is_not_in_order_is_stopped_by_the_burgemeester(company: Company) -> None:
    to_the_decision(company)
    coordinator = company.coordinator
    company.mayor.does("decide")
    coordinator.does("prepare")
    company.goes_on(days=answers.AHEAD)
    coordinator.does("inspect", result="wrong", findings="Het podium staat scheef.")
    coordinator.has_no_task("perform")
    assert company.mayor.fills_in("halt", power="", status=422)
    company.mayor.does("halt")
    coordinator.does("evaluate")
    settles(company)


def test_the_burgemeester_lets_it_go_on_after_all(company: Company) -> None:
    to_the_decision(company)
    coordinator = company.coordinator
    company.mayor.does("decide")
    coordinator.does("prepare")
    coordinator.does("inspect", result="wrong")
    company.mayor.does("halt", {"ruling": "goes_on", "motive": "Het is hersteld."})
    coordinator.task("perform")


def test_an_objection_is_followed_beside_the_event(company: Company) -> None:
    to_the_decision(company)
    coordinator = company.coordinator
    company.mayor.does("decide")
    filed = {"filed": "filed", "filed_on": company.day(0), "has_committee": "no"}
    coordinator.does("objection", filed)
    company.mayor.task("decide_objection")
    coordinator.task("prepare")


def test_the_decision_term_is_extended_once_with_a_reason(company: Company) -> None:
    to_the_decision(company, but_for="integrate")
    coordinator = company.coordinator
    assert coordinator.fills_in("integrate", extends="yes", status=422)
    coordinator.does("integrate", extends="yes", extend_reason="Er is nieuw advies nodig.")
    assert "verlengd" in coordinator.opens(f"{coordinator.case_address}/stappen").text.lower()


def test_other_advisers_are_asked_where_somebody_chooses_them(company: Company) -> None:
    """Each advises for itself and beside the others; what has no desk here is not offered."""
    starts(company)
    coordinator = company.coordinator
    coordinator.does("scan")
    page = coordinator.opens(coordinator.task("ask_advice"))
    assert "Omgevingsdienst" in page.text
    assert "ProRail" in page.text
    assert "Rijkswaterstaat" not in page.text
    ticked = page.form().filled({})["partners"]
    assert sorted(ticked) == ["brandweer", "ghor", "politie"]

    chosen = ["politie", "omgevingsdienst", "prorail"]
    coordinator.does("ask_advice", partners=chosen)
    rail, environment = company.person("liaison.prorail"), company.person("liaison.omgevingsdienst")
    rail.does("answer", answer="De overweg blijft open.")
    rail.sees("Stichting Zomerfeest", but_not=("Akkoord met de opzet.",))
    environment.does("answer", {"response": "decline", "decline_ground": "Geen advies nodig."})
    company.person("liaison.brandweer").may_not_open(coordinator.case_address)
    coordinator.sees("De overweg blijft open.")
    coordinator.has_no_task("integrate")
    company.police.does("answer", answers.answer_of_politie())
    coordinator.does("integrate")
    coordinator.does("plans")
    company.mayor.does("decide")
    assert company.new_entries()["prorail"][:4] == lines("""
        oss participation.begun
        oss request.asked
        oss disclosure.given
        oss disclosure.given
    """)
