"""H7: no row of the matrix asks a heavier motive, and leaving the matrix asks why."""

from tests.journeys.company import Company, lines

CLOSURE = {"measure": "closure", "months": 6}
MOTIVE = "Het hele erf diende de handel."


def test_no_fitting_row_demands_a_heavier_motive_and_keeps_what_was_typed(company: Company) -> None:
    company.walks_to("choose_measure", premises="grounds")
    page = company.mayor.opens(company.mayor.task("choose_measure"))
    assert "Geen rij van de matrix past" in page.text
    assert page.form().values.get("measure") is None

    typed = CLOSURE | {"deviation_motive": "Geen afwijking."}
    refused = company.mayor.fills_in("choose_measure", typed, status=422)
    assert "Zwaardere motivering: Geen rij van de matrix past op deze vondst." in refused.text
    kept = refused.form().values
    assert {name: kept[name] for name in typed} == {n: [str(v)] for n, v in typed.items()}
    company.mayor.does("choose_measure", CLOSURE | {"heavier_motive": MOTIVE})

    assert MOTIVE in company.coordinator.reads("Maatregel kiezen").text
    company.coordinator.task("hear")
    assert company.new_entries() == {
        "oss": lines("""
            oss contribution.made
            oss decision.taken
            oss step.choose_measure
            oss case.viewed
            oss contribution.read
        """),
    }


def test_a_deviation_from_the_matrix_demands_a_motive(company: Company) -> None:
    company.walks_to("choose_measure", substance="hard")
    page = company.mayor.opens(company.mayor.task("choose_measure"))
    assert (
        "Harddrugs (lijst I), vondst 1: Sluiting (last onder bestuursdwang), 3 maanden" in page.text
    )
    for deviating in (CLOSURE, {"measure": "warning", "months": ""}):
        refused = company.mayor.fills_in("choose_measure", deviating, status=422)
        assert (
            "U wijkt af van de matrix (Sluiting (last onder bestuursdwang), 3 maanden)."
            in refused.text
        )
    company.new_entries()
    company.mayor.does("choose_measure", CLOSURE | {"deviation_motive": "Ook wapens gevonden."})
    assert "Ook wapens gevonden." in company.coordinator.reads("Maatregel kiezen").text
    assert company.new_entries() == {
        "oss": lines("""
            oss contribution.made
            oss decision.taken
            oss step.choose_measure
            oss case.viewed
            oss contribution.read
        """),
    }


def test_a_closure_needs_its_number_of_months(company: Company) -> None:
    company.walks_to("choose_measure", premises="grounds")
    typed = {"measure": "closure", "months": "", "heavier_motive": MOTIVE}
    refused = company.mayor.fills_in("choose_measure", typed, status=422)
    assert "Aantal maanden sluiting: Dit veld is vereist." in refused.text
