"""H0: a signal of the netbeheerder goes to politie alone; the gemeente waits for the report."""

from tests.journeys.company import Company, lines

SIGNAL = {"source": "grid", "observation": "Het verbruik is negen keer dat van de buren."}


def test_a_signal_of_the_netbeheerder_goes_to_politie_first(company: Company) -> None:
    company.grid.reports(**SIGNAL)
    company.coordinator.may_not_open(company.coordinator.case_address)
    assert SIGNAL["observation"] in company.police.reads("Signaal").text
    company.police.does("visit")
    company.coordinator.may_not_open(company.coordinator.case_address)
    company.police.does("report")

    company.coordinator.does("open_case")
    weighing = company.coordinator.opens(company.coordinator.task("weigh")).form()
    assert weighing.values["address"] == ["Kanaalstraat 17, Oss"]
    company.coordinator.does_not_see(SIGNAL["observation"])
    company.grid.does_not_see("Bestuurlijke rapportage", "240 hennepplanten.")
    assert company.new_entries() == {
        "politie": lines("""
            netbeheerder participation.begun
            netbeheerder disclosure.given
            netbeheerder disclosure.given
            politie case.viewed
            politie contribution.read
            politie contribution.made
            politie step.visit
            politie participation.begun
            politie contribution.made
            politie disclosure.given
            politie subject.recorded
            politie disclosure.given
            politie step.report
            oss contribution.read
            oss subject.read
            oss contribution.read
            oss subject.read
            oss contribution.read
            oss subject.read
        """),
        "oss": lines("""
            oss access.denied (geweigerd)
            oss access.denied (geweigerd)
            politie participation.begun
            politie disclosure.given
            politie disclosure.given
            oss case.opened
            oss step.open_case
            oss contribution.read
            oss subject.read
            oss case.viewed
            oss contribution.read
            oss subject.read
            oss contribution.read
            oss subject.read
        """),
        "netbeheerder": lines("""
            netbeheerder case.reported
            netbeheerder participation.begun
            netbeheerder participation.begun
            netbeheerder contribution.made
            netbeheerder subject.recorded
            netbeheerder disclosure.given
            netbeheerder disclosure.given
            politie contribution.read
            netbeheerder case.viewed
            netbeheerder contribution.read
            netbeheerder subject.read
            netbeheerder contribution.read
            netbeheerder subject.read
        """),
    }
