"""The page and the API of hit or no hit."""

import re

import pytest
from django.test import Client, override_settings

from casework.models import Case, InformationClass, SubjectKind
from casework.services import subjects
from config.demo.walk import reported
from partners.acting import acting_as, moment
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from partners.models import Ground
from tests.api.client import Client as ApiClient
from tests.api.conftest import Keys, keys, owner  # noqa: F401  fixtures
from tests.cases import a_case
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ADDRESS = "Voorbeeldlaan 7, Oss"


@pytest.fixture
def known(cast: Cast) -> None:
    case = reported(cast.police)
    with acting_as(cast.police):
        subjects.record_subject(
            case=case,
            kind=SubjectKind.PREMISES,
            information_class=InformationClass.P,
            label=ADDRESS,
            details={},
            actor=cast.police,
            at=moment(),
        )


def browser_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client


def filled_in(**changes: str) -> dict[str, str]:
    ground = str(Ground.objects.get(code="avg-6-1-e").pk)
    plain = {"kind": "premises", "words": ADDRESS, "ground": ground, "purpose": "Signaal wegen"}
    return plain | changes


def test_a_hit_and_a_miss_on_the_page(cast: Cast, known: None) -> None:
    browser = browser_of(cast.privacy_officer)
    for words, is_hit in ((ADDRESS, True), ("Nergensweg 1, Oss", False)):
        answer = browser.post("/bekendheid", filled_in(words=words), follow=True)
        page = answer.content.decode()
        assert ("Geen treffer" in page) is not is_hit
        assert (cast.police.organisation.name in page) is is_hit
        assert words not in page, "what was asked is in the trail alone"
        assert words not in str(answer.redirect_chain)
        address = answer.redirect_chain[0][0]
        assert browser_of(cast.coordinator).get(address).status_code == 404


def test_who_hears_of_a_hit_asks_for_information_in_a_case_that_both_take_part_in(
    cast: Cast, known: None
) -> None:
    """Its links lead to the form for that case and that partner; of other cases there is none."""
    named = cast.coordinator
    assert named.is_cleared_for("ondermijning")
    case = a_case(cast, at="weigh")
    page = browser_of(named).post("/bekendheid", filled_in(), follow=True).content.decode()
    police = cast.police.organisation
    links = re.findall(r'href="(/zaken/[^"]+)"', page)
    assert f"/zaken/{case.reference}/informatie-vragen?aan={police.pk}" in links
    for link in links:
        assert browser_of(named).get(link).status_code == 200
    with acting_as(named):
        seen = Case.objects.visible_to(named).filter(party_ids__contains=[police.pk])
        assert {one.split("/")[2] for one in links} <= {one.reference for one in seen}

    of_fg = browser_of(cast.privacy_officer).post("/bekendheid", filled_in(), follow=True)
    assert "informatie-vragen" not in of_fg.content.decode(), "who sees no cases gets no link"


def test_what_was_typed_stays_and_a_person_needs_a_day_of_birth(cast: Cast) -> None:
    answer = browser_of(cast.privacy_officer).post("/bekendheid", filled_in(kind="person"))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Vul de geboortedatum in." in page
    assert ADDRESS in page


@override_settings(KNOWN_CHECKS_PER_HOUR=0)
def test_too_often_is_told_in_the_form(cast: Cast) -> None:
    answer = browser_of(cast.privacy_officer).post("/bekendheid", filled_in())
    assert answer.status_code == 422
    assert "afgelopen uur" in answer.content.decode()


def test_the_api_answers_the_same(cast: Cast, known: None, keys: Keys) -> None:  # noqa: F811
    api = ApiClient(keys.give(cast.coordinator))
    asked = {
        "soort": "pand",
        "gegeven": ADDRESS,
        "grondslag": "avg-6-1-e",
        "doel": "Signaal wegen",
    }
    hit = api.post("/bekendheidsvragen", asked).json()
    assert hit["bekend"] is True
    assert [one["organisatie"]["naam"] for one in hit["partners"]] == [
        cast.police.organisation.name
    ]
    miss = api.post("/bekendheidsvragen", asked | {"gegeven": "Nergensweg 1"}).json()
    assert miss == {"bekend": False, "partners": []}
    assert api.post("/bekendheidsvragen", asked | {"grondslag": "geen"}).status_code == 400
    other = ApiClient(keys.give(cast.police))
    assert other.post("/bekendheidsvragen", asked).status_code == 403
