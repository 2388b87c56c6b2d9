"""Requests over the API: read, answer in time and late, decline, and more time."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from casework.models import Case
from config.demo import answers
from config.demo.walk import do
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from tests.api.conftest import Door
from tests.cases import a_case
from tests.cast import Cast


def the_request(api: Door, actor: Actor, case: Case) -> Any:
    found = api(actor).get("/verzoeken", {"casus": case.reference}).json()["resultaten"]
    assert len(found) == 1
    return found[0]


def actions_of(actor: Actor, case: Case) -> list[str]:
    with acting_as(actor):
        rows = Entry.objects.filter(case_reference=case.reference, person=actor.person)
        return list(rows.order_by("id").values_list("action", flat=True))


def test_the_asked_reads_the_question_and_that_is_recorded(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    request = the_request(api, cast.grid, case)
    assert "vraag" not in request
    detail = api(cast.grid).get(f"/verzoeken/{request['id']}").json()
    assert detail["vraag"]
    assert detail["antwoord"] is None
    assert actions_of(cast.grid, case) == ["request.read"]


def test_an_answer_in_time_goes_through_the_step(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    request = the_request(api, cast.grid, case)
    path = f"/verzoeken/{request['id']}"
    answered = api(cast.grid).post(f"{path}/_beantwoorden", answers.answer())
    assert answered.status_code == 200
    assert answered.json()["status"] == "beantwoord"
    assert "step.answer" in actions_of(cast.grid, case)
    read = api(cast.coordinator).get(path).json()["antwoord"]
    assert read["organisatie"]["code"] == cast.grid.organisation.code
    assert {"naam", "vraag", "antwoord"} == set(read["inhoud"][0])
    with acting_as(cast.grid):
        looks = Entry.objects.filter(action="contribution.read", case_reference=case.reference)
        assert looks.get().person_id == cast.coordinator.person.pk
    again = api(cast.grid).post(f"{path}/_beantwoorden", answers.answer())
    assert again.status_code == 409
    assert cast.grid.person.name in again.json()["detail"]


def test_a_partner_declines_with_a_ground_and_not_without(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    path = f"/verzoeken/{the_request(api, cast.landlord, case)['id']}/_beantwoorden"
    bare = api(cast.landlord).post(path, {"response": "decline"})
    assert bare.status_code == 400
    assert [one["naam"] for one in bare.json()["fouten"]] == ["decline_ground"]
    body = {"response": "decline", "decline_ground": "AVG 6", "decline_reason": "Geen grond."}
    assert api(cast.landlord).post(path, body).json()["status"] == "geweigerd"


def test_a_late_answer_is_welcome_once(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    do(case, "close_round", cast.coordinator, {"reason": "De tijd is om."})
    request = the_request(api, cast.grid, case)
    assert request["status"] == "ronde-gesloten"
    path = f"/verzoeken/{request['id']}"
    late = api(cast.grid).post(f"{path}/_beantwoorden", answers.answer())
    assert late.status_code == 200, late.json()
    assert late.json()["status"] == "beantwoord"
    assert api(cast.coordinator).get(path).json()["antwoord"] is not None
    again = api(cast.grid).post(f"{path}/_beantwoorden", answers.answer())
    assert again.status_code == 409
    assert cast.grid.person.name in again.json()["detail"]


def test_more_time_is_asked_and_granted(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    request = the_request(api, cast.grid, case)
    path = f"/verzoeken/{request['id']}/meer-tijd"
    later = (timezone.localdate() + timedelta(days=90)).isoformat()
    wrong = api(cast.grid).post(path, {"tot": timezone.localdate().isoformat(), "reden": "x"})
    assert [one["naam"] for one in wrong.json()["fouten"]] == ["tot"]
    both = api(cast.grid).post(path, {"tot": "morgen"})
    assert {one["naam"] for one in both.json()["fouten"]} == {"tot", "reden"}
    assert api(cast.grid).post(path, {"tot": later, "reden": "Druk."}).status_code == 200
    assert api(cast.grid).post(path, {"tot": later, "reden": "Druk."}).status_code == 403
    assert api(cast.police).post(f"{path}/_beslis", {"toestaan": True}).status_code == 404
    assert api(cast.grid).post(f"{path}/_beslis", {"toestaan": True}).status_code == 403
    granted = api(cast.coordinator).post(f"{path}/_beslis", {"toestaan": True}).json()
    assert granted["uiterlijk"].startswith(later)
    assert granted["eersteTermijn"] == request["uiterlijk"]
    again = api(cast.coordinator).post(f"{path}/_beslis", {"toestaan": False})
    assert again.status_code == 409


def test_a_request_between_others_is_not_there(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    request = the_request(api, cast.grid, case)
    for path in ("", "/_beantwoorden", "/meer-tijd", "/meer-tijd/_beslis"):
        send = api(cast.landlord).post if path else api(cast.landlord).get
        assert send(f"/verzoeken/{request['id']}{path}").status_code == 404
