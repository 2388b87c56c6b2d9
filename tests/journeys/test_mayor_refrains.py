"""H9 and H12: after the view of those concerned the mayor may still refrain."""

from tests.journeys.company import Company, lines

NO_CLOSURE = {"grace_until": "", "closed_from": "", "closed_until": ""}
MOTIVE = {"deviation_motive": "De zienswijze overtuigt."}


def test_the_mayor_refrains_after_weighing_all_interests(company: Company) -> None:
    company.walks_to("decide")
    refused = company.mayor.fills_in("decide", status=422, ruling="refrain", **NO_CLOSURE)
    assert "U wijkt af van de matrix (Waarschuwing)." in refused.text
    company.mayor.does("decide", ruling="refrain", **NO_CLOSURE, **MOTIVE)
    company.coordinator.has_no_task("close_premises")
    assert "Afzien van een maatregel" in company.prosecutor.reads("Bericht van het besluit").text
    company.landlord.does_not_see("Bericht", "De sluiting haalt het pand")
    company.coordinator.does("refrain")

    company.prosecutor.reads("Bericht: geen maatregel")
    assert "Afgesloten op" in company.mayor.opens(company.mayor.case_address).text
    assert company.new_entries() == {
        "politie": lines("""
            oss disclosure.given
            oss disclosure.given
            oss case.closed
        """),
        "oss": lines("""
            oss contribution.made
            oss decision.taken
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss step.decide
            om contribution.read
            corporatie request.read
            corporatie subject.read
            corporatie request.read
            oss contribution.made
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss case.closed
            oss step.refrain
            om contribution.read
            oss case.viewed
        """),
        "om": lines("""
            oss disclosure.given
            om case.viewed
            om contribution.read
            oss disclosure.given
            oss case.closed
            om contribution.read
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
