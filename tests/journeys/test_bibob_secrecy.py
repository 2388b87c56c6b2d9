"""Art. 28: what the Bureau says is for the named of the gemeente, and for nobody else."""

import re

from tests.casework.documents.samples import PDF, upload
from tests.journeys.bibob import SECRETS, advised, begins
from tests.journeys.company import Company

ADVICE = "Advies van het LBB"


def test_partners_hear_nothing_of_what_is_secret(company: Company) -> None:
    advised(company)
    company.coordinator.does("test_advice")
    company.mayor.does("intend")
    riec = company.person("liaison.riec")
    for partner in (company.police, company.prosecutor, riec):
        partner.does_not_see(*SECRETS, ADVICE)
    company.mayor.sees("De lening komt uit strafbare feiten.")


def test_a_colleague_who_is_not_named_does_not_know_of_the_case(company: Company) -> None:
    begins(company)
    colleague = company.person("iv2.oss")
    colleague.may_not_open(company.coordinator.case_address)
    assert company.case not in colleague.opens("/zaken").text
    assert company.case not in colleague.opens("/werkvoorraad").text
    colleague.opens("/melden/bibob", status=403)
    company.secretary.may_not_open(company.coordinator.case_address)
    company.stranger.may_not_open(company.coordinator.case_address)


def test_each_page_of_the_advice_tells_who_looks_and_when(company: Company) -> None:
    advised(company)
    page = company.mayor.reads(ADVICE)
    who = company.mayor.actor.person.name
    mark = re.search(r'class="sp-watermark".*?</div>', page.html, re.DOTALL)
    assert mark is not None
    assert f"{who} · 03-03-2026 " in mark[0]
    assert f"Bekeken door {who} (Oss) op 3 maart 2026" in page.text
    assert "sp-watermark" not in company.mayor.reads("Toets aan het Bibob-beleid").html


def test_a_document_with_the_advice_is_fetched_under_ones_name(company: Company) -> None:
    advised(company)
    coordinator = company.coordinator
    add = next(
        one.address for one in coordinator.reads(ADVICE).links if one.text == "Document toevoegen"
    )
    form = coordinator.opens(add).form("attachments")
    values = form.filled({}) | {"attachments": [upload("advies.pdf", PDF)]}
    coordinator.posts(add, values)
    page = company.mayor.reads(ADVICE)
    assert "een download staat op uw naam" in page.text
    fetch = next(one.address for one in page.links if one.text == "advies.pdf")
    company.new_entries()
    company.mayor.client.get(fetch)
    assert company.new_entries() == {"oss": ["oss document.read"]}
    company.police.may_not_open(fetch)


def test_no_message_tells_what_is_secret(company: Company) -> None:
    advised(company)
    for person in (company.mayor, company.coordinator, company.police, company.prosecutor):
        for told in person.notifications():
            assert not any(secret in told for secret in (*SECRETS, "De Proef", ADVICE))
