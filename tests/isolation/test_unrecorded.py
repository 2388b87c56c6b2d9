"""No entry, no act: when the trail takes nothing, nothing is done or shown, by any door.

Each test does the same twice from one set-up: while the trail refuses, and after.
"""

import html
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

import partners.acting
from casework.documents.checking import check
from casework.models import Case, Document
from casework.services import documents
from config.database_roles import Connection
from config.demo import answers
from config.demo.accounts import PASSWORD
from partners.acting import acting_as
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from tests.api.client import Client as ApiClient
from tests.api.conftest import Keys
from tests.cases import a_case
from tests.casework.documents.samples import PDF, upload
from tests.cast import Cast
from tests.isolation.acts import own_contribution
from tests.isolation.refusing_trail import REFUSALS, by_a_trigger, contents
from workflows.models import Step

TYPED = "Wij waren met z'n tweeën binnen."


@dataclass(frozen=True)
class Scene:
    """A case at the visit; politie has put in a report, with a file."""

    case: Case
    step: int
    contribution: str
    document: str


@pytest.fixture(autouse=True)
def committed(owner: Connection, django_db_blocker: Any) -> Iterator[None]:
    """Without a transaction around the test: what is kept, is kept."""
    with django_db_blocker.unblock():
        yield
        connection.close()


@pytest.fixture(scope="module")
def cast(owner: Connection) -> Cast:
    return Cast()


@pytest.fixture(scope="module")
def scene(owner: Connection, cast: Cast, django_db_blocker: Any) -> Scene:
    with django_db_blocker.unblock():
        case = a_case(cast, at="open_case")
        with acting_as(cast.police):
            contribution = own_contribution(case, cast.police)
            documents.attach(
                contribution=contribution,
                upload=check(upload("bijlage.pdf", PDF)),
                actor=cast.police,
                at=timezone.now(),
            )
            document = Document.objects.get(contribution=contribution)
        waiting = a_case(cast, at="visit")
        with acting_as(cast.police):
            step = Step.objects.get(case=waiting, flow_task__endswith="visit", status="NEW")
        return Scene(case, int(step.pk), str(contribution.pk), str(document.pk))


def browser(actor: Actor) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client


def told(response: Any) -> str:
    return html.unescape(response.content.decode())


@pytest.mark.parametrize("name", REFUSALS)
def test_an_act_is_not_done_and_what_was_typed_is_kept(
    owner: Connection, cast: Cast, scene: Scene, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(partners.acting, "LONGEST_WAIT", "300ms")
    police, address = browser(cast.police), "/melden/hennep"
    given = answers.signal() | {"observation": TYPED}
    before = contents(owner)

    with REFUSALS[name](owner):
        answer = police.post(address, given)

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert "Het auditspoor neemt geen regels aan" in told(answer)
    assert f'<textarea name="observation" hidden>\n{TYPED}</textarea>' in told(answer)
    assert contents(owner) == before

    assert police.post(address, given).status_code == 302
    after = contents(owner)
    assert after["casework_case"][0] == before["casework_case"][0] + 1
    assert after["audit_entry"][0] > before["audit_entry"][0]


def test_a_step_stays_open(owner: Connection, cast: Cast, scene: Scene) -> None:
    police, address = browser(cast.police), f"/taken/{scene.step}"
    before = contents(owner)
    with by_a_trigger(owner):
        answer = police.post(address, answers.visit() | {"notes": TYPED})
    assert (answer.status_code, TYPED in told(answer)) == (503, True)
    assert contents(owner) == before
    assert police.get(address).status_code == 200


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "after a frame"])
@pytest.mark.parametrize("place", ["/zaken/{}", "/bijdragen/{}", "/documenten/{}"])
def test_a_look_that_cannot_be_recorded_shows_nothing(
    owner: Connection, cast: Cast, scene: Scene, place: str, headers: dict[str, str]
) -> None:
    things = {"zaken": scene.case.reference, "bijdragen": scene.contribution}
    address = place.format(things.get(place.split("/")[1], scene.document))
    police = browser(cast.police)
    before = contents(owner)

    with by_a_trigger(owner):
        refused = police.get(address, headers=headers)

    assert refused.status_code == 503
    for secret in ("hennepplanten", "Kanaalstraat", "%PDF", "Demo persons"):
        assert secret not in told(refused)
    assert contents(owner) == before

    shown = police.get(address, headers=headers)
    assert shown.status_code == 200
    assert contents(owner)["audit_entry"][0] == before["audit_entry"][0] + 1


def test_a_refusal_that_cannot_be_recorded_says_nothing_of_what_there_is(
    owner: Connection, cast: Cast, scene: Scene
) -> None:
    stranger, before = browser(cast.stranger), contents(owner)
    with by_a_trigger(owner):
        answers_given = [
            stranger.get(f"/zaken/{reference}") for reference in (scene.case, "2026-VR21-999999")
        ]
    assert [one.status_code for one in answers_given] == [503, 503]
    assert contents(owner) == before
    assert stranger.get(f"/zaken/{scene.case}").status_code == 404
    assert contents(owner)["audit_entry"][0] == before["audit_entry"][0] + 1


def test_the_api_answers_with_a_problem_and_when_to_come_back(
    owner: Connection, cast: Cast, scene: Scene
) -> None:
    api = ApiClient(Keys(owner).give(cast.police))
    stranger = ApiClient(Keys(owner).give(cast.stranger))
    try:
        api.get("/taken")
        before = contents(owner)
        with by_a_trigger(owner):
            refused = (
                api.post(f"/taken/{scene.step}/_voltooien", answers.visit()),
                api.get(f"/casussen/{scene.case}"),
                stranger.get(f"/casussen/{scene.case}"),
            )
        for one in refused:
            problem = one.json()
            assert one["Content-Type"] == "application/problem+json"
            assert (one.status_code, problem["status"], one["Retry-After"]) == (503, 503, "60")
            assert problem["title"] == "Het auditspoor neemt geen regels aan"
        assert contents(owner) == before

        assert api.get(f"/casussen/{scene.case}").status_code == 200
        assert stranger.get(f"/casussen/{scene.case}").status_code == 404
        assert contents(owner)["audit_entry"][0] == before["audit_entry"][0] + 2
    finally:
        owner.execute("DELETE FROM partners_apitoken")


def test_nobody_logs_in_unseen(owner: Connection, cast: Cast) -> None:
    client = Client(raise_request_exception=False)
    given = {"login": cast.police.person.email, "password": PASSWORD}
    before = contents(owner)
    with by_a_trigger(owner):
        answer = client.post("/account/login/", given)
        wrong = client.post("/account/login/", given | {"password": "not this one at all"})
    assert (answer.status_code, wrong.status_code) == (503, 503)
    assert PASSWORD not in told(answer)
    assert contents(owner) == before
    assert client.get("/werkvoorraad").status_code == 302

    assert client.post("/account/login/", given).status_code == 302
    assert client.get("/werkvoorraad").status_code == 200


def test_a_password_stays_what_it_was(owner: Connection, cast: Cast) -> None:
    client = Client(raise_request_exception=False)
    client.post("/account/login/", {"login": cast.police.person.email, "password": PASSWORD})
    new = "een nieuwe lange zin voor hier"
    before = contents(owner)
    with by_a_trigger(owner):
        answer = client.post(
            "/account/password/change/",
            {"oldpassword": PASSWORD, "password1": new, "password2": new},
        )
    assert answer.status_code == 503
    assert new not in told(answer)
    assert contents(owner) == before


def test_the_log_tells_of_it_and_not_what_the_row_holds(
    owner: Connection, cast: Cast, scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    police = browser(cast.police)
    with by_a_trigger(owner), caplog.at_level(logging.ERROR, "partners.audit.recording"):
        police.get(f"/zaken/{scene.case}")
    said = [one.getMessage() for one in caplog.records if one.name == "partners.audit.recording"]
    assert len(said) == 1
    assert said[0].endswith("the trail takes no entry: RaiseException")
    assert "Demo persons" not in caplog.text
