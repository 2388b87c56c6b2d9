"""H8: those concerned choose how they give their view (Awb 4:9), or give none."""

from tests.journeys.company import Company, lines


def test_an_oral_view_is_kept_before_the_decision(company: Company) -> None:
    company.walks_to("hear")
    refused = company.coordinator.fills_in(
        "hear", {"how": "oral", "received_on": "", "summary": ""}, status=422
    )
    assert "Datum van de zienswijze: Dit veld is vereist." in refused.text
    assert "Wat is er naar voren gebracht?: Dit veld is vereist." in refused.text
    company.mayor.has_no_task("decide")
    company.coordinator.does("hear", how="oral", summary="De huurder wist van niets.")

    view = company.mayor.reads("Zienswijze")
    assert "Mondeling" in view.text
    assert "De huurder wist van niets." in view.text
    company.mayor.does("decide")
    assert company.new_entries() == {
        "politie": lines("""
            oss disclosure.given
        """),
        "oss": lines("""
            oss contribution.made
            oss step.hear
            oss case.viewed
            oss contribution.read
            oss contribution.made
            oss decision.taken
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss contribution.made
            oss disclosure.given
            oss step.decide
        """),
        "om": lines("""
            oss disclosure.given
        """),
        "netbeheerder": lines("""
            oss disclosure.given
        """),
        "corporatie": lines("""
            oss disclosure.given
        """),
    }


def test_who_gives_no_view_holds_nothing_up(company: Company) -> None:
    company.walks_to("hear")
    company.coordinator.does("hear", {"how": "none"})
    company.mayor.task("decide")
