"""The pages of formules: who may open them, what they tell, and a draft from making to adopting."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast
from tests.journeys.page import Page
from tests.workflows.formules.conftest import LogIn, a_draft, adopted
from workflows.models import FormuleVersion

pytestmark = pytest.mark.django_db

READERS = ("administrator", "secretary", "coordinator")
OTHERS = ("mayor", "police", "prosecutor", "privacy_officer")


def filled(page: Any) -> dict[str, Any]:
    """What a browser would send back of the draft's form, untouched."""
    return dict(Page("", page.status_code, page.content.decode()).form("seen").values)


def as_stored(version: FormuleVersion, by: Actor) -> dict[str, Any]:
    with acting_as(by):
        return dict(FormuleVersion.objects.get(pk=version.pk).content)


@pytest.fixture
def administrator(log_in: LogIn, cast: Cast) -> Client:
    return log_in(cast.administrator)


def test_three_roles_read_formules_and_the_others_are_told_why_not(
    log_in: LogIn, cast: Cast, shipped_version: FormuleVersion
) -> None:
    for address, refused in (("/formules", 403), (f"/formules/{shipped_version.pk}", 404)):
        for name in READERS:
            assert log_in(getattr(cast, name)).get(address).status_code == 200, name
        for name in OTHERS:
            assert log_in(getattr(cast, name)).get(address).status_code == refused, name


def test_a_version_reads_without_codes(
    administrator: Client, shipped_version: FormuleVersion
) -> None:
    text = administrator.get(f"/formules/{shipped_version.pk}").content.decode()
    for words in (
        "Arrondissementsparket",
        "2 weken",
        "Wpg art. 16 lid 1 onder c",
        "de gemeente die de zaak leidt",
        "voorbeeld dat met het product is meegekomen",
        "Het proces van dit thema",
        "'s-Hertogenbosch" if "'s-Hertogenbosch" in text else "Oss",
    ):
        assert words in text
    for code in ("wpg-16-1-c", "has_overview", "is_statutory"):
        assert code not in text


@pytest.mark.parametrize("part", ["algemeen", "partners", "verstrekkingen", "termijnen"])
def test_a_part_that_is_saved_untouched_stays_as_it_was(
    part: str, administrator: Client, draft: FormuleVersion, cast: Cast
) -> None:
    address = f"/formules/{draft.pk}/bewerken?deel={part}"
    page = administrator.get(address)
    tabs = [one.text for one in Page("", 200, page.content.decode()).links]
    assert {"Algemeen", "Partners", "Verstrekkingen", "Termijnen"} <= set(tabs)
    saved = administrator.post(address, filled(page))
    assert saved.status_code == 302
    assert as_stored(draft, cast.administrator) == draft.content


CHANGES: dict[str, dict[str, Any]] = {
    "algemeen": {"title": "Hennep samen", "quorum": "2", "indicators": "Een\nTwee\n"},
    "partners": {
        "partner-0-term_0": "3",
        "partner-0-people": "Een parketsecretaris",
        "partner-0-hours": "4",
        "partner-0-documents": "Vonnis\nVordering",
        "partner-0-q-0-question": "Loopt er een ontneming?",
        "partner-0-q-0-kind": "choice",
        "partner-0-q-0-choices": "Ja\nNee",
        "partner-2-DELETE": "on",
        "partner-3-kind": "riec",
        "partner-3-request": "advice",
        "partner-3-term_0": "10",
        "partner-3-term_1": "wd",
        "partner-3-question": "Wat weet u?",
    },
    "verstrekkingen": {
        "sharing-0-purpose": "Nieuw doel",
        "sharing-10-thing": "measure_notice",
        "sharing-10-to": "riec",
        "sharing-10-purpose": "Afstemmen",
        "sharing-10-sender_ground": "avg-6-1-e",
        "sharing-10-receiver_ground": "avg-6-1-e",
        "sharing-10-necessity": "Nodig",
    },
    "termijnen": {"step-decide-length_0": "1", "step-decide-source": "Besluit van de driehoek"},
}


def test_every_part_can_be_changed(
    administrator: Client, draft: FormuleVersion, cast: Cast
) -> None:
    for part, changed in CHANGES.items():
        address = f"/formules/{draft.pk}/bewerken?deel={part}"
        saved = administrator.post(address, filled(administrator.get(address)) | changed)
        assert saved.status_code == 302, part
    content = as_stored(draft, cast.administrator)
    assert (content["title"], content["quorum"]) == ("Hennep samen", 2)
    assert content["indicators"] == ["Een", "Twee"]
    om, *_others, riec = content["partners"]
    assert [one["kind"] for one in content["partners"]] == ["om", "netbeheerder", "riec"]
    assert (om["term"], om["hours"], om["documents"]) == ("3w", 4, ["Vonnis", "Vordering"])
    assert om["questions"] == [
        {
            "name": "confiscation",
            "question": "Loopt er een ontneming?",
            "kind": "choice",
            "choices": [["yes", "Ja"], ["no", "Nee"]],
        }
    ]
    assert riec["term"] == "10wd"
    assert content["sharings"][0]["purpose"] == "Nieuw doel"
    assert content["sharings"][-1]["to"] == "riec"
    assert content["terms"]["decide"]["length"] == "1w"
    page = administrator.get(f"/formules/{draft.pk}").content.decode()
    for words in (
        "Gemeente: Besluitnemer",
        "Lengte: was “2 weken”, wordt “1 week”",
        "Doet mee: vervalt",
        "Quorum: was “0”, wordt “2”",
    ):
        assert words in page


def test_all_mistakes_of_a_part_show_at_once_and_nothing_typed_is_lost(
    administrator: Client, draft: FormuleVersion, cast: Cast
) -> None:
    address = f"/formules/{draft.pk}/bewerken?deel=partners"
    wrong = {
        "partner-0-term_0": "",
        "partner-0-question": "",
        "partner-1-hours": "-1",
        "partner-1-q-0-question": "Hoeveel?",
        "partner-1-q-0-kind": "choice",
        "partner-2-people": "De wijkbeheerder",
    }
    refused = administrator.post(address, filled(administrator.get(address)) | wrong)
    assert refused.status_code == 422
    text = refused.content.decode()
    links = [one.address for one in Page("", 422, text).links if one.address.startswith("#id")]
    assert len(links) == 4
    assert all(f'id="{link[1:]}"' in text for link in links)
    assert "De wijkbeheerder" in refused.content.decode()
    assert as_stored(draft, cast.administrator) == draft.content


def test_who_comes_second_keeps_what_was_typed(
    administrator: Client, draft: FormuleVersion, cast: Cast
) -> None:
    address = f"/formules/{draft.pk}/bewerken"
    before = filled(administrator.get(address))
    administrator.post(address, before | {"title": "De eerste"})
    late = administrator.post(address, before | {"title": "De tweede"})
    assert late.status_code == 409
    assert "De tweede" in late.content.decode()
    assert as_stored(draft, cast.administrator)["title"] == "De eerste"


def test_a_draft_is_adopted_on_a_page_with_its_sponsor(
    administrator: Client, draft: FormuleVersion, cast: Cast
) -> None:
    address = f"/formules/{draft.pk}/vaststellen"
    today = timezone.localdate()
    given = {
        "name": "R. Voorbeeld",
        "function": "gemeentesecretaris",
        "valid_from": today.isoformat(),
        "evaluate_on": (today + timedelta(days=365)).isoformat(),
    }
    for wrong in (
        {"name": ""},
        {"valid_from": (today - timedelta(days=1)).isoformat()},
        {"evaluate_on": today.isoformat()},
    ):
        assert administrator.post(address, given | wrong).status_code == 422, wrong
    assert administrator.post(address, given).status_code == 302
    text = administrator.get(f"/formules/{draft.pk}").content.decode()
    assert "R. Voorbeeld, gemeentesecretaris" in text
    assert "Geldt nu" in text
    assert administrator.post(address, given).status_code == 403


def test_the_secretary_sees_what_waits_and_accepts_it(
    log_in: LogIn, draft: FormuleVersion, cast: Cast
) -> None:
    version = adopted(cast, draft)
    secretary = log_in(cast.secretary)
    assert "Wacht op uw aanvaarding" in secretary.get("/formules").content.decode()
    page = f"/formules/{version.pk}"
    assert "nog niet" in secretary.get(page).content.decode()
    assert secretary.post(f"{page}/aanvaarden").status_code == 302
    assert "Demo gemeentesecretaris Oss" in secretary.get(page).content.decode()
    assert "Wacht op uw aanvaarding" not in secretary.get("/formules").content.decode()
    assert log_in(cast.administrator).post(f"{page}/aanvaarden").status_code == 403


def test_a_draft_is_deleted_only_while_it_is_one(
    administrator: Client, cast: Cast, draft: FormuleVersion
) -> None:
    assert administrator.post(f"/formules/{draft.pk}/verwijderen").status_code == 302
    assert administrator.get(f"/formules/{draft.pk}").status_code == 404
    version = adopted(cast, a_draft(cast, FormuleVersion.objects.get(theme="hennep", region=None)))
    assert administrator.post(f"/formules/{version.pk}/verwijderen").status_code == 403
    assert administrator.get(f"/formules/{version.pk}").status_code == 200


def test_a_file_that_was_saved_is_read_in_as_a_draft(
    administrator: Client, shipped_version: FormuleVersion, cast: Cast
) -> None:
    saved = administrator.get(f"/formules/{shipped_version.pk}/bestand")
    assert "formule-hennep-landelijk-1.json" in saved["Content-Disposition"]
    upload = SimpleUploadedFile("formule.json", saved.content)
    read_in = administrator.post("/formules/inlezen", {"file": upload})
    assert read_in.status_code == 302
    with acting_as(cast.administrator):
        made = FormuleVersion.objects.get(status="draft")
        assert made.content == shipped_version.content
        assert made.origin == "bestand: landelijk voorbeeld, versie 1"


def test_a_bad_file_is_refused_with_all_its_mistakes(
    administrator: Client, shipped_version: FormuleVersion
) -> None:
    told = json.loads(administrator.get(f"/formules/{shipped_version.pk}/bestand").content)
    told["content"]["title"] = ""
    told["content"]["partners"][0]["kind"] = "fbi"
    upload = SimpleUploadedFile("formule.json", json.dumps(told).encode())
    refused = administrator.post("/formules/inlezen", {"file": upload})
    assert refused.status_code == 422
    text = refused.content.decode()
    for words in ("controlesom", "vul “Titel” in", "soort partner is onbekend"):
        assert words in text
    assert not FormuleVersion.objects.filter(status="draft").exists()


def test_only_an_administrator_finds_what_changes_a_formule(
    log_in: LogIn, cast: Cast, draft: FormuleVersion
) -> None:
    for name, status in (("administrator", 200), ("secretary", 403), ("coordinator", 403)):
        client = log_in(getattr(cast, name))
        for address in ("bewerken", "vaststellen"):
            found = client.get(f"/formules/{draft.pk}/{address}")
            assert found.status_code == status, (name, address)
        assert client.get("/formules/inlezen").status_code == status
