"""Art. 28: what the Bureau says is for the named of the gemeente, and for nobody else."""

import re
from typing import Any

from partners.models import Ground
from tests.casework.documents.samples import PDF, upload
from tests.journeys.bibob import SECRETS, advised, begins
from tests.journeys.company import Company
from tests.journeys.page import Page

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
    values: Any = form.filled({}) | {"attachments": [upload("advies.pdf", PDF)]}
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


def test_the_advice_goes_to_the_driehoek_and_the_riec_alone(company: Company) -> None:
    """Art. 28 lid 2 onder c en d."""
    advised(company)
    om, riec = company.prosecutor.actor, company.person("liaison.riec").actor
    company.prosecutor.does_not_see("De lening komt uit strafbare feiten.")
    refused = _gives(company, om.organisation_id, "avg-6-1-e", status=422)
    assert "Dit is geheim" in refused.text
    refused = _gives(company, riec.organisation_id, "bibob-28-2-c", status=422)
    assert "Dit is geheim" in refused.text
    _gives(company, om.organisation_id, "bibob-28-2-c", status=302)
    company.prosecutor.sees("De lening komt uit strafbare feiten.")


def _gives(company: Company, receiver: int, ground: str, *, status: int) -> Page:
    advice = company.coordinator.reads(ADVICE)
    give = next(one.address for one in advice.links if one.text == "Verstrekken aan een partner")
    grounds = {one.code: one.pk for one in Ground.objects.all()}
    given = {
        "receiver": receiver,
        "purpose": "Bespreken in de driehoek",
        "sender_ground": grounds[ground],
        "receiver_ground": grounds["avg-6-1-e"],
        "necessity": "Nodig voor het besluit.",
    }
    page = company.coordinator.opens(give)
    return company.coordinator.posts(give, page.form("receiver").filled(given), status=status)
