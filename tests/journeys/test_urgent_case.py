"""H6: spoed asks no view beforehand (Awb 4:11, 5:31), and waits for no advice (Awb 3:6)."""

from tests.journeys.company import Company, lines

URGENT = {"is_urgent": "yes", "reason": "Brandgevaar."}


def test_spoed_decides_at_once_and_a_late_answer_moves_nothing(company: Company) -> None:
    company.walks_to("answer")
    company.prosecutor.does("answer")
    company.new_entries()
    company.coordinator.does("close_round")
    company.mayor.does("urgency", URGENT)
    company.coordinator.has_no_task("hear")
    company.mayor.has_no_task("choose_measure")
    refused = company.mayor.fills_in("decide", status=422)
    assert "U wijkt af van de matrix (Waarschuwing)." in refused.text
    company.mayor.does("decide", grace_until="", deviation_motive="Acuut brandgevaar.")
    before = [company.coordinator.opens("/werkvoorraad").text, _steps(company)]

    company.grid.has_no_task("answer")
    request = company.grid.opens(company.grid.request_address)
    assert "Ronde gesloten, antwoord nog welkom" in request.text
    late = company.grid.opens(f"{request.address}/antwoord")
    given = {"response": "answer", "answer": "Wij sluiten morgen af."}
    company.grid.posts(late.address, late.form().filled(given))

    assert [company.coordinator.opens("/werkvoorraad").text, _steps(company)] == before
    answered = company.coordinator.request_to("Enexis")
    answer = next(one for one in answered.links if one.text == "Lees het antwoord")
    assert "Wij sluiten morgen af." in company.coordinator.opens(answer.address).text
    company.grid.opens(late.address, status=403)
    assert company.new_entries() == {
        "politie": lines("""
            oss disclosure.given
        """),
        "oss": lines("""
            oss contribution.made
            oss step.close_round
            oss contribution.made
            oss decision.taken
            oss step.urgency
            oss contribution.made
            oss decision.taken
            oss contribution.made
            oss disclosure.given
            oss disclosure.given
            oss disclosure.given
            oss contribution.made
            oss disclosure.given
            oss step.decide
            oss case.viewed
            netbeheerder request.read
            netbeheerder request.read
            netbeheerder disclosure.given
            netbeheerder request.answered
            oss request.read
            oss contribution.read
        """),
        "om": lines("""
            oss disclosure.given
        """),
        "netbeheerder": lines("""
            oss disclosure.given
            netbeheerder case.viewed
            netbeheerder request.read
            netbeheerder request.read
            netbeheerder contribution.made
            netbeheerder disclosure.given
            netbeheerder request.answered
            oss request.read
            oss contribution.read
            netbeheerder access.denied (geweigerd)
        """),
        "corporatie": lines("""
            oss disclosure.given
        """),
    }


def _steps(company: Company) -> str:
    return company.coordinator.opens(f"{company.coordinator.case_address}/stappen").text
