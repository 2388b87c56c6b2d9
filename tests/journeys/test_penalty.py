"""H7: a last onder dwangsom instead of closing."""

from tests.journeys.company import Company, lines

PENALTY = {"ruling": "penalty", "penalty_amount": 5000, "closed_from": "", "closed_until": ""}
CHOSEN = {"measure": "penalty", "months": "", "deviation_motive": "Sluiten treft ook de buren."}


def test_a_penalty_needs_an_amount_and_a_term_and_closes_nothing(company: Company) -> None:
    company.walks_to("choose_measure")
    company.mayor.does("choose_measure", CHOSEN)
    company.coordinator.does("hear")
    refused = company.mayor.fills_in(
        "decide", status=422, **PENALTY | {"penalty_amount": "", "grace_until": ""}
    )
    assert "Dwangsom in euro: Dit veld is vereist." in refused.text
    assert "Einde van de begunstigingstermijn: Dit veld is vereist." in refused.text
    company.mayor.does("decide", **PENALTY)

    company.coordinator.has_no_task("close_premises")
    assert "Last onder dwangsom" in company.police.reads("Bericht van het besluit").text
    company.landlord.does_not_see("Bericht van")
    company.goes_on(days=43)
    company.coordinator.does("objection")
    company.coordinator.does("evaluate")
    assert company.new_entries() == {
        "politie": lines("""
            oss disclosure.given
            politie case.viewed
            politie contribution.read
            oss case.closed
        """),
        "oss": lines("""
            oss contribution.made
            oss decision.taken
            oss step.choose_measure
            oss contribution.made
            oss step.hear
            oss contribution.made
            oss decision.taken
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss step.decide
            politie contribution.read
            corporatie request.read
            corporatie subject.read
            corporatie request.read
            oss contribution.made
            oss step.objection
            oss contribution.made
            oss outcome.filled
            oss outcome.filled
            oss case.closed
            oss step.evaluate
        """),
        "om": lines("""
            oss disclosure.given
            oss case.closed
        """),
        "corporatie": lines("""
            corporatie case.viewed
            corporatie request.read
            corporatie contribution.read
            corporatie subject.read
            corporatie request.read
            corporatie contribution.read
            oss case.closed
        """),
        "netbeheerder": ["oss case.closed"],
    }
