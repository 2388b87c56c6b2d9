"""Only who is invited takes part, each per class; the reporter gets an answer and no file."""

from tests.journeys.company import Company
from tests.journeys.pga.stages import PARTIES, ZVH, take_to

PICTURE = "De schulden zijn de kern"
PLAN = "Schuldregeling aanvragen."


def test_the_reporter_who_is_not_invited_gets_the_outcome_and_never_the_file(
    company: Company,
) -> None:
    company.theme = "pga"
    grid = company.grid
    grid.reports()
    zvh = company.person(ZVH)
    zvh.does("triage")
    grid.does("inform")
    zvh.does("invite")
    for login in PARTIES:
        company.person(login).does("answer", answer=f"Inbreng van {login}.")
    company.goes_on(days=7)
    zvh.does("meet")
    zvh.does("draw_plan")
    inside = (PICTURE, PLAN, "wijkagent", "Inbreng van", "Alle partijen werken samen")
    grid.sees("Casusoverleg", but_not=inside)
    company.person("liaison.zorg").does("carry_out", course="review")
    zvh.does("review")
    zvh.does("evaluate")
    assert "de doelen zijn gehaald" in grid.reads("Terugkoppeling bij het einde").text
    grid.does_not_see(*inside, "Het wijkteam gaat verder.")


def test_who_is_not_invited_does_not_know_of_it(company: Company) -> None:
    take_to(company, "carry_out")
    for outsider in (company.prosecutor, company.grid, company.stranger, company.secretary):
        outsider.may_not_open(outsider.case_address)
    company.person("liaison.reclassering").may_not_open(f"/zaken/{company.case}")


def test_each_party_keeps_what_it_brought_from_the_others(company: Company) -> None:
    take_to(company, "answer")
    company.person("liaison.zorg").does("answer", answer="Onder behandeling sinds mei.")
    company.police.does("answer", answer="Vijf meldingen in een maand.")
    company.person(ZVH).sees("Onder behandeling sinds mei.", "Vijf meldingen in een maand.")
    company.police.does_not_see("Onder behandeling sinds mei.")
    company.person("liaison.zorg").does_not_see("Vijf meldingen in een maand.")
    company.coordinator.does_not_see("Onder behandeling sinds mei.", "Vijf meldingen in een maand.")


def test_the_landlord_reads_its_own_commitment_and_not_the_plan(company: Company) -> None:
    take_to(company, "carry_out")
    company.police.sees(PLAN)
    company.landlord.sees(
        "De uithuiszetting wordt drie maanden opgeschort.", but_not=(PLAN, "wijkagent", "Fase 1")
    )


def test_a_commitment_counts_once_its_own_party_accepts_it(company: Company) -> None:
    take_to(company, "carry_out")
    page = company.person(ZVH).opens(f"/zaken/{company.case}")
    assert "Voorgesteld" in page.text
    assert "Aanvaarden" not in page.text
    assert "Aanvaarden" in company.landlord.opens(company.landlord.case_address).text


def test_the_page_of_the_case_scales_for_who_may(company: Company) -> None:
    take_to(company, "carry_out")
    leader = company.coordinator.actor.membership.pk
    address = f"/zaken/{company.case}/fase"
    given = {"phase": 3, "reason": "safety", "leader": leader}
    zvh = company.person(ZVH)
    form = zvh.opens(address).form("phase")
    wrong = form.filled(given | {"leader": company.police.actor.membership.pk})
    told = zvh.posts(address, wrong, status=422).text
    assert "Deze persoon kan in die fase niet de leiding hebben." in told
    zvh.posts(address, form.filled(given))
    assert "Fase 3: rood" in zvh.opens(f"/zaken/{company.case}").text
    assert "schaalde de zaak op" in zvh.opens(f"/zaken/{company.case}/tijdlijn").text
    zvh.opens(address, status=403)
    company.landlord.opens(address, status=403)
    company.grid.opens(address, status=404)
