"""T1 to T4: only the OM tips; the gemeente must decide on it, and says no more than yes or no."""

from config.demo.themes import bibob
from tests.journeys.bibob import SECRETS, answered
from tests.journeys.company import Company, lines

ANSWER = "Terugkoppeling op uw tip"


def test_a_tip_of_the_om_begins_a_case_that_the_gemeente_must_decide_on(company: Company) -> None:
    _tips(company)
    company.coordinator.does("open_case")
    company.coordinator.has_no_task("weigh")
    assert "Uiterlijk: 17 mrt 2026" in company.mayor.opens(company.mayor.task("weigh_tip")).text
    assert "AP-2026-0017" in company.mayor.reads("Aanleiding").text
    company.mayor.does("weigh_tip")
    told = company.prosecutor.reads(ANSWER)
    assert "De gemeente gebruikt de tip." in told.text
    assert company.new_entries()["om"] == lines("""
        om case.reported
        om participation.begun
        om participation.begun
        om contribution.made
        om subject.recorded
        om disclosure.given
        om disclosure.given
        oss contribution.read
        oss disclosure.given
        om case.viewed
        om contribution.read
    """)
    company.prosecutor.does_not_see("De tip gaat over een vergunning in Oss.")
    company.coordinator.task("ask_form")


def test_a_tip_that_is_not_used_ends_the_case(company: Company) -> None:
    _tips(company)
    company.coordinator.does("open_case")
    company.mayor.does("weigh_tip", is_used="unused")
    assert "De gemeente gebruikt de tip niet." in company.prosecutor.reads(ANSWER).text
    assert "Afgesloten op" in company.coordinator.opens(company.coordinator.case_address).text
    company.coordinator.has_no_task("ask_form")


def test_the_om_hears_nothing_of_what_comes_of_its_tip(company: Company) -> None:
    _tips(company)
    company.coordinator.does("open_case")
    company.mayor.does("weigh_tip")
    company.coordinator.does("ask_form")
    company.coordinator.does("check_form")
    answered(company)
    company.coordinator.does("research")
    company.prosecutor.does_not_see(*SECRETS)


def test_politie_does_not_tip_but_goes_by_the_prosecutor(company: Company) -> None:
    assert "Bibob" not in company.police.opens("/melden").text
    company.police.opens("/melden/bibob", status=403)
    offered = company.prosecutor.opens("/melden").text
    assert "De politie tipt niet zelf: zij gaat langs de officier van justitie." in offered


def test_a_tip_need_not_say_why(company: Company) -> None:
    """Art. 26 asks for no contents."""
    asked = company.prosecutor.opens("/melden/bibob").form("submission").names
    assert "branch" not in asked
    assert "occasion" not in asked


def _tips(company: Company) -> None:
    company.theme = "bibob"
    page = company.prosecutor.opens("/melden/bibob")
    answer = company.prosecutor.posts("/melden/bibob", page.form("submission").filled(bibob.tip()))
    company.case = answer.address.rsplit("/", 1)[-1]
