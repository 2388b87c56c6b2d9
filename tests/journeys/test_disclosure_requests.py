"""A partner asks another for information: given, in part, refused or asked back first."""

from uuid import uuid4

import pytest
from django.utils import timezone

from casework.documents.checking import check
from casework.models import Contribution, Document
from casework.services import documents
from partners.acting import acting_as
from tests.casework.documents.samples import PDF, upload
from tests.journeys.company import Company, lines
from tests.journeys.disclosing import ABOUT, PURPOSE, asks, decides, ground, key_of
from tests.journeys.person import Person

REPORT = "Bestuurlijke rapportage"
FOUND = "240 hennepplanten."


@pytest.fixture
def asking(company: Company) -> Company:
    """The partners are being asked; the OM takes part, with the overview."""
    company.walks_to("answer")
    return company


def test_the_ordinary_request_is_one_screen_and_one_click(asking: Company) -> None:
    """For the report, of which the OM knows that there is something."""
    case = asking.prosecutor.opens(asking.prosecutor.case_address)
    assert "Politie-eenheid Oost-Brabant: 4 stukken" in case.text
    assert REPORT not in case.text
    report = key_of(asking.police, REPORT)
    asking.new_entries()
    request = asks(asking, asking.prosecutor, asking.police, thing=report).address
    assert f"vraagt uw organisatie om informatie in zaak {asking.case}. {request}" in "".join(
        asking.police.notifications()
    )
    page = asking.police.opens(request)
    assert ABOUT in page.text
    assert PURPOSE in page.text
    (form,) = (one for one in page.forms if one.action.endswith("/verstrekken"))
    assert form.values["thing"] == [report]
    assert form.values["sender_ground"] == [str(ground("wpg-16-1-b"))]
    asking.police.posts(f"{request}/verstrekken", form.values)
    expected = lines("""
        om disclosure.asked
        politie disclosure.request_read
        politie disclosure.given
        politie disclosure.granted
    """)
    assert asking.new_entries() == {"politie": expected, "om": expected}

    told = "".join(asking.prosecutor.notifications())
    assert f"Op een verzoek om informatie in zaak {asking.case} is verstrekt. {request}" in told
    assert "Verstrekt" in asking.prosecutor.opens(request).text
    asking.prosecutor.reads(REPORT)
    asking.prosecutor.sees(FOUND)
    case = asking.police.opens(asking.police.case_address)
    assert "verstrekt aan Arrondissementsparket Oost-Brabant" in case.text
    assert "3 stukken" in asking.prosecutor.opens(asking.prosecutor.case_address).text
    assert "om contribution.read" in asking.new_entries()["politie"]


def test_a_refusal_has_a_ground_and_shows_nothing(asking: Company) -> None:
    request = asks(asking, asking.prosecutor, asking.police).address
    asking.new_entries()
    kept = decides(asking.police, request, "weigeren", status=422, reason="Loopt nog.")
    assert "Dit veld is vereist" in kept.text
    assert "Loopt nog." in kept.html
    decides(asking.police, request, "weigeren", ground="necessity", reason="Loopt nog.")
    page = asking.prosecutor.opens(request)
    assert "Het is niet noodzakelijk" in page.text
    assert "Loopt nog." in page.text
    asking.prosecutor.does_not_see(FOUND)
    assert "is geweigerd" in "".join(asking.prosecutor.notifications())
    trails = asking.new_entries()
    for name in ("politie", "om"):
        assert trails[name][:5] == lines("""
            politie disclosure.request_read
            politie disclosure.request_read
            politie disclosure.request_read
            politie disclosure.refused
            om disclosure.request_read
        """)
    assert "oss" not in trails or not [one for one in trails["oss"] if "disclosure" in one]


def test_who_decides_second_hears_who_was_first(asking: Company) -> None:
    request = asks(asking, asking.prosecutor, asking.police).address
    page = asking.second_police.opens(request)
    decides(asking.police, request, "weigeren", ground="purpose")
    for how, given in (("weigeren", {"ground": "secrecy"}), ("verstrekken", {})):
        (form,) = (one for one in page.forms if one.action.endswith(f"/{how}"))
        loser = asking.second_police.posts(f"{request}/{how}", form.filled(given), status=409)
        assert asking.police.actor.person.name in loser.text
        assert "geweigerd" in loser.text
    assert "doelbinding" in asking.prosecutor.opens(request).text


def test_in_part_the_asker_sees_an_extract_with_words_blacked_out(asking: Company) -> None:
    report = key_of(asking.police, REPORT)
    request = asks(asking, asking.prosecutor, asking.police, thing=report).address
    asking.new_entries()
    address = f"{request}/deels"
    form = asking.police.opens(address).form("names")
    nothing = asking.police.posts(address, form.filled({"names": []}), status=422)
    assert "Dit veld is vereist" in nothing.text
    given = {"names": ["drugs"], "hidden": "240"}
    asking.police.posts(address, form.filled(given))
    expected = lines("""
        politie contribution.read
        politie contribution.read
    """)
    trails = asking.new_entries()
    assert trails["politie"] == [
        *expected,
        *lines("""
            politie contribution.extracted
            politie disclosure.given
            politie disclosure.granted_partly
        """),
    ]
    assert trails["om"] == lines("""
        politie disclosure.given
        politie disclosure.granted_partly
    """)
    assert "Deels verstrekt" in asking.prosecutor.opens(request).text
    extract = asking.prosecutor.reads(f"Uittreksel: {REPORT}")
    assert "█████ hennepplanten." in extract.text
    asking.prosecutor.sees("█████ hennepplanten.", but_not=(FOUND, "240", "Aanleiding"))
    asking.prosecutor.may_not_open(f"/bijdragen/{report}")
    assert FOUND in asking.police.reads(REPORT).text, "the whole stays as it is"


def test_with_a_part_go_the_documents_that_were_chosen_and_no_other(asking: Company) -> None:
    """None unless it is ticked; the whole stays with its holder, files and all."""
    report = key_of(asking.police, REPORT)
    for name in ("foto", "verhoor"):
        attach(asking.police, report, f"{name}.pdf")
    first = asks(asking, asking.prosecutor, asking.police, thing=report).address
    form = asking.police.opens(f"{first}/deels").form("names")
    assert form.values.get("documents", []) == [], "nothing goes by itself"
    other = str(uuid4())
    part = {"names": ["drugs"], "hidden": "240"}
    asking.police.posts(f"{first}/deels", form.filled(part | {"documents": [other]}), status=422)
    asking.police.posts(
        f"{first}/deels", form.filled(part | {"documents": [document_of(asking, "foto.pdf")]})
    )
    asking.new_entries()
    extract = asking.prosecutor.reads(f"Uittreksel: {REPORT}")
    assert "foto.pdf" in extract.text
    assert "verhoor" not in extract.text
    (copy,) = (one.address for one in extract.links if one.address.startswith("/documenten/"))
    asking.prosecutor.opens(copy)
    asking.prosecutor.may_not_open(f"/documenten/{document_of(asking, 'foto.pdf')}")
    assert "om document.read" in asking.new_entries()["politie"]


def attach(by: Person, key: str, name: str) -> None:
    with acting_as(by.actor):
        thing = Contribution.objects.get(pk=key)
        upload_of = check(upload(name, PDF + name.encode()))
        documents.attach(contribution=thing, upload=upload_of, actor=by.actor, at=timezone.now())


def document_of(company: Company, name: str) -> str:
    """Of the whole, not its copy with an extract."""
    with acting_as(company.police.actor):
        own = Document.objects.get(name=name, contribution__extract_of=None)
        return str(own.pk)


def test_a_question_back_stops_the_clock_until_it_is_answered(asking: Company) -> None:
    request = asks(asking, asking.prosecutor, asking.police).address
    assert "13 maart 2026" in asking.prosecutor.opens(request).text
    asking.new_entries()
    decides(asking.police, request, "terugvragen", text="Over welke periode?")
    assert "vraagt door" in "".join(asking.prosecutor.notifications())
    asking.goes_on(days=3)
    page = asking.prosecutor.opens(request)
    assert "Wacht op antwoord van de vrager" in page.text
    assert "staat stil sinds 3 maart 2026" in page.text
    assert "Over welke periode?" in page.text
    decides(asking.prosecutor, request, "antwoord", text="Het laatste jaar.")
    page = asking.police.opens(request)
    assert "Het laatste jaar." in page.text
    assert "Uiterlijk 16 maart 2026 (eerst 13 maart 2026)" in page.text
    decides(asking.police, request, "weigeren", ground="not_held")
    trails = asking.new_entries()
    acts = [one for one in trails["om"] if "request_read" not in one]
    assert acts == lines("""
        politie disclosure.asked_back
        om disclosure.answered_back
        politie disclosure.refused
    """)
    assert [one for one in trails["politie"] if "request_read" not in one] == acts


def test_only_its_own_end_does_its_part(asking: Company) -> None:
    request = asks(asking, asking.prosecutor, asking.police).address
    token = {"csrfmiddlewaretoken": [asking.prosecutor.token]}
    for how in ("verstrekken", "weigeren", "terugvragen"):
        asking.prosecutor.posts(f"{request}/{how}", token, status=403)
    for other in (asking.coordinator, asking.grid, asking.stranger):
        other.may_not_open(request)
    assert not any(one.action for one in asking.prosecutor.opens(request).forms if _decides(one))
    decides(asking.prosecutor, request, "intrekken")
    page = asking.police.opens(request)
    assert "Ingetrokken door de vrager" in page.text
    assert "is ingetrokken" in "".join(asking.police.notifications())


def test_without_the_overview_one_asks_the_lead_alone(asking: Company) -> None:
    case = asking.grid.opens(asking.grid.case_address)
    assert "Nog niet aan u verstrekt" not in case.text
    page = asking.grid.opens(f"{asking.grid.case_address}/informatie-vragen")
    assert "Politie" not in page.text
    refused = asks(
        asking,
        asking.grid,
        asking.coordinator,
        status=422,
        holder=asking.police.actor.organisation_id,
    )
    assert "geldige keuze" in refused.text
    asks(asking, asking.grid, asking.coordinator)


def test_the_own_work_list_of_requests_shows_what_waits(asking: Company) -> None:
    request = asks(asking, asking.prosecutor, asking.police).address
    waiting = asking.police.opens("/verstrekkingsverzoeken")
    assert request in [link.address for link in waiting.links]
    asking.goes_on(days=11)
    assert "Te laat" in asking.police.opens(request).text
    decides(asking.police, request, "weigeren", ground="necessity")
    assert "Er wacht geen verzoek" in asking.police.opens("/verstrekkingsverzoeken").text
    asked = asking.prosecutor.opens("/verstrekkingsverzoeken")
    assert "Geweigerd" in asked.text


def _decides(form: object) -> bool:
    return str(getattr(form, "action", "")).endswith(("/verstrekken", "/weigeren", "/terugvragen"))
