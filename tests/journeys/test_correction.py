"""An error is found by a partner, corrected by its holder, and confirmed by all who ever got it."""

from tests.journeys.company import Company, lines
from tests.journeys.person import Person

TITLE = "Bestuurlijke rapportage"


def test_from_a_reported_error_to_a_confirmed_correction(company: Company) -> None:
    company.walks_to("answer")
    police, coordinator = company.police, company.coordinator
    thing = coordinator.reads(TITLE).address
    report = reports_an_error(coordinator, thing)
    coordinator.opens(f"{thing}/corrigeren", status=403)
    company.prosecutor.opens(report, status=404)

    company.second_police.opens(report)
    wrong, right = corrects(police, report, thing)
    after = coordinator.opens(thing)
    assert right in after.text
    assert wrong not in after.text
    assert "Gecorrigeerd op" in after.text
    assert wrong in police.opens(thing).text, "its holder still finds it"

    notice = next(
        one.address
        for one in coordinator.opens(coordinator.case_address).links
        if one.address.startswith("/correcties/")
    )
    police.posts(notice, {"csrfmiddlewaretoken": [police.token]}, status=403)
    coordinator.posts(notice, {"csrfmiddlewaretoken": [coordinator.token]})
    assert "Bevestigd" in police.opens(police.case_address).text
    coordinator.posts(notice, {"csrfmiddlewaretoken": [coordinator.token]}, status=409)

    trails = company.new_entries()
    expected = lines(
        """
        oss error.reported
        politie error.viewed
        politie correction.made
        politie error.accepted
        oss correction.confirmed
        """
    )
    for name in ("oss", "politie"):
        told = [one for one in trails[name] if one in expected]
        assert list(dict.fromkeys(told)) == expected, name
    assert "correction" not in str(trails.get("om", []))


def test_what_is_right_is_left_as_it_is(company: Company) -> None:
    company.walks_to("answer")
    thing = company.coordinator.reads(TITLE).address
    report = reports_an_error(company.coordinator, thing)
    form = company.police.opens(report).form("answer")
    company.police.posts(report, form.filled({"answer": ""}), status=422)
    company.police.posts(report, form.filled({"answer": "Het is nagegaan en klopt."}))
    assert "Het is nagegaan en klopt." in company.coordinator.opens(report).text
    assert "Gecorrigeerd" not in company.coordinator.opens(thing).text


def reports_an_error(person: Person, thing: str) -> str:
    form = person.opens(f"{thing}/fout").form("text")
    return person.posts(f"{thing}/fout", form.filled({"text": "Het aantal klopt niet."})).address


def corrects(person: Person, report: str, thing: str) -> tuple[str, str]:
    """The longest answer of it, and what took its place."""
    address = f"{thing}/corrigeren?melding={report.rsplit('/', 1)[-1]}"
    assert address in [one.address for one in person.opens(report).links]
    form = person.opens(address).form("reason")
    person.posts(address, form.filled({"reason": "Fout."}), status=422)
    answers = {name: one[0] for name, one in form.values.items() if name.startswith("item_")}
    name = max(answers, key=lambda one: len(answers[one]))
    right = "Dit is nagekeken en verbeterd."
    person.posts(address, form.filled({name: right, "reason": "Verkeerd geteld."}))
    return " ".join(answers[name].split()), right
