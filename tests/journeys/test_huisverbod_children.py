"""Huisverbod with children at risk: Veilig Thuis comes first, and then speaks for itself."""

from tests.journeys.company import Company, lines

SAFE = "De kinderen zijn bij hun moeder en zijn nu veilig."


def test_veilig_thuis_says_for_itself_how_the_children_are(company: Company) -> None:
    company.theme = "huisverbod"
    officer, safe_home = company.person("hovj.politie"), company.person("liaison.veiligthuis")
    officer.reports()
    officer.does("risk")
    officer.does("conditions", has_child_abuse="yes")
    officer.does("consult")
    safe_home.has_no_task("child_safety")
    officer.does("impose")

    wrong = {"is_as_told": "no", "correction": "", "seen_on": ""}
    refused = safe_home.fills_in("child_safety", **wrong, status=422)
    assert refused.text.count("Dit veld is vereist.") >= 2
    safe_home.does("child_safety")
    company.coordinator.sees(SAFE)
    company.person("liaison.zorg").sees(SAFE)
    for other in (officer, company.prosecutor):
        other.does_not_see(SAFE)
    company.coordinator.has_no_task("child_safety")
    trails = company.new_entries()
    assert [line for line in trails["veiligthuis"] if line.startswith("veiligthuis")] == lines("""
        veiligthuis contribution.made
        veiligthuis disclosure.given
        veiligthuis disclosure.given
        veiligthuis step.child_safety
    """)


def test_without_children_at_risk_there_is_no_such_task(company: Company) -> None:
    company.theme = "huisverbod"
    officer = company.person("hovj.politie")
    officer.reports()
    for node in ("risk", "conditions", "impose"):
        officer.does(node)
    company.person("liaison.veiligthuis").has_no_task("child_safety")


def test_the_end_of_the_huisverbod_ends_the_task_too(company: Company) -> None:
    company.theme = "huisverbod"
    officer = company.person("hovj.politie")
    officer.reports()
    officer.does("risk")
    officer.does("conditions", has_child_abuse="yes")
    officer.does("consult")
    officer.does("impose")
    company.coordinator.does("injunction")
    company.coordinator.does("hearing")
    company.coordinator.does("judge", ruling="annulled")
    company.person("liaison.veiligthuis").has_no_task("child_safety")
