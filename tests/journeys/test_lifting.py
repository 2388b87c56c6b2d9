"""H14: the owner asks to lift the closure; what was refused once may be asked again."""

from tests.journeys.company import Company, lines

REFUSED = {"ruling": "refused", "motive": "De waarborgen zijn te licht."}


def test_lifting_is_refused_then_asked_again_and_granted(company: Company) -> None:
    company.walks_to("objection")
    company.goes_on(days=20)
    company.new_entries()
    _ask(company, "Een nieuwe huurder.")
    company.mayor.does("decide_lifting", REFUSED)
    company.coordinator.has_no_task("reopen")
    _ask(company, "Een nieuwe huurder en een borg.")
    company.mayor.does("decide_lifting")
    company.coordinator.has_no_task("closure_period")
    company.coordinator.does("reopen")
    company.coordinator.has_no_task("evaluate")
    company.goes_on(days=23)
    company.coordinator.does("objection")
    assert "Het pand is weer open." in company.landlord.reads("Bericht van heropening").text
    company.coordinator.does("evaluate")

    assert company.new_entries() == {
        "politie": lines("""
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss case.closed
        """),
        "oss": lines("""
            oss contribution.made
            oss step.closure_period
            oss contribution.made
            oss decision.taken
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss step.decide_lifting
            oss contribution.made
            oss step.closure_period
            oss contribution.made
            oss decision.taken
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss step.decide_lifting
            oss contribution.made
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss step.reopen
            oss contribution.made
            oss step.objection
            corporatie contribution.read
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
        "om": lines("""
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss case.closed
        """),
        "netbeheerder": lines("""
            oss disclosure.given
            oss case.closed
        """),
        "corporatie": lines("""
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            corporatie case.viewed
            corporatie contribution.read
            oss case.closed
        """),
    }


def _ask(company: Company, guarantees: str) -> None:
    asked = {"event": "asked", "asked_on": company.day(), "guarantees": guarantees}
    company.coordinator.does("closure_period", asked)
