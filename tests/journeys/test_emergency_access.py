"""From an emergency at night to a judgement: through the pages, and in each partner's trail."""

from datetime import timedelta

from tests.journeys.company import Company, lines
from tests.journeys.person import Person

REASON = "Er is nu een melding van geweld; wij gaan er over tien minuten heen."


def test_the_mayors_night_in_the_trails_of_both(company: Company) -> None:
    company.walks_to("answer")
    coordinator, judge = company.coordinator, company.person("fg.politie")
    page = takes_emergency(coordinator, "Politie")

    contents = coordinator.opens(f"{page}/inhoud")
    assert "Onderzoek" in contents.html or "Signaal" in contents.html
    assert coordinator.opens(page).links
    for nosy in (company.mayor, company.second_police):
        nosy.opens(f"{page}/inhoud", status=403)
    company.prosecutor.opens(page, status=404)

    assert page in judge.opens("/meldingen").html or page in judge.opens("/noodtoegang").html
    facts = judge.opens(page)
    assert REASON in facts.html
    judge.opens(f"{page}/inhoud", status=403)
    token = {"csrfmiddlewaretoken": [judge.token]}
    assert "sp-error" in judge.posts(f"{page}/oordeel", token, status=422).html
    verdict = {"verdict": ["unjustified"], "reason": ["De meldkamer kon dit vertellen."]}
    judge.posts(f"{page}/oordeel", token | verdict)
    coordinator.opens(f"{page}/inhoud", status=403)
    assert "De meldkamer kon dit vertellen." in coordinator.opens(page).html

    trails = company.new_entries()
    common = lines(
        """
        oss emergency.opened
        oss emergency.read
        """
    )
    judged = lines(
        """
        politie emergency.viewed
        politie emergency.ended
        politie emergency.judged
        oss emergency.viewed
        """
    )
    for name in ("oss", "politie"):
        told = [one for one in trails[name] if "emergency." in one]
        ordered = [one for one in told if one in (*common, *judged)]
        assert ordered[:2] == common
        assert ordered[-4:] == judged
    assert "emergency" not in str(trails.get("om", []))


def test_after_four_hours_it_is_over_by_itself(company: Company) -> None:
    company.walks_to("answer")
    page = takes_emergency(company.coordinator, "Politie")
    company.clock.shift(timedelta(hours=3, minutes=59))
    company.coordinator.opens(f"{page}/inhoud")
    company.clock.shift(timedelta(minutes=1))
    company.coordinator.opens(f"{page}/inhoud", status=403)
    assert "voorbij" in company.coordinator.opens(page).html


def test_what_was_typed_stays_and_a_short_reason_is_no_reason(company: Company) -> None:
    company.walks_to("answer")
    address = f"/zaken/{company.case}/noodtoegang"
    form = company.coordinator.opens(address).form("submission")
    answer = company.coordinator.posts(
        address, form.filled({"reason": "Te kort.", "kind": "life"}), status=422
    )
    assert "Te kort." in answer.html
    assert "20" in answer.html


def takes_emergency(person: Person, owner: str) -> str:
    """The address of the emergency access to the first closed thing of that partner."""
    address = f"/zaken/{person.company.case}/noodtoegang"
    page = person.opens(address)
    thing = next(
        part.split('"')[0]
        for part in page.html.split('name="thing" value="')[1:]
        if owner in part.split("</label>")[0]
    )
    form = page.form("submission")
    given = {"thing": thing, "kind": "violence", "reason": REASON, "is_certain": "on"}
    return person.posts(address, form.filled(given)).address
