"""N2: who needs more than regular nazorg is referred, and nothing of the other case comes along."""

from tests.journeys.company import Company


def at_referral(company: Company) -> None:
    company.theme = "nazorg"
    company.person("liaison.dji").reports()
    company.person("liaison.dji").does("screen")
    company.coordinator.does("open_case")
    company.coordinator.does("start_plan")
    company.coordinator.does("triage", course="refer", risk="high", motive="Meer nodig.")


def test_a_bij_case_beside_it_leaves_no_number_and_no_word_at_the_prison(
    company: Company,
) -> None:
    at_referral(company)
    company.coordinator.does("refer")
    company.coordinator.does("ask")
    company.person("liaison.dji").does_not_see("BIJ", "justitiabelen", "Meer nodig.")


def test_after_a_referral_nazorg_may_end(company: Company) -> None:
    at_referral(company)
    company.coordinator.does("refer", goes_on="no")
    company.coordinator.has_no_task("ask")


def test_a_pga_case_is_named_by_who_sees_it(company: Company) -> None:
    at_referral(company)
    unseen = {"to": ["pga"], "pga_case": "2026-VR21-999999"}
    page = company.coordinator.fills_in("refer", status=422, **unseen)
    assert "Met dit nummer ziet u geen persoonsgerichte aanpak." in page.text


def test_a_pga_case_of_its_own_takes_over(company: Company) -> None:
    at_referral(company)
    detained = company.case
    company.theme = "pga"
    company.coordinator.reports()
    approach, company.theme, company.case = company.case, "nazorg", detained
    company.coordinator.does("refer", to=["pga"], pga_case=approach, goes_on="no")
    company.coordinator.has_no_task("ask")
    company.coordinator.sees(approach)
    company.person("liaison.dji").does_not_see(approach)
