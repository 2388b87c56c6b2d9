"""Tasks over the API: the same forms, services and policies as the pages."""

from typing import Any

import pytest

from casework.models import Case, Stage
from config.demo import answers
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from tests.api.conftest import Door
from tests.cases import PATH, a_case
from tests.cast import Cast


def the_task(api: Door, actor: Actor, case: Case) -> Any:
    tasks = api(actor).get("/taken", {"casus": case.reference}).json()["resultaten"]
    assert tasks
    return tasks[0]


def trail_of(actor: Actor, case: Case) -> list[tuple[str, str]]:
    with acting_as(actor):
        rows = Entry.objects.filter(case_reference=case.reference, person=actor.person)
        return list(rows.order_by("-id").values_list("action", "result"))


def test_a_liaison_reads_its_task_and_completes_it(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="visit")
    task = the_task(api, cast.police, case)
    assert task["stap"] == "visit"
    assert task["rol"] == "liaison"
    assert task["status"] == "open"
    detail = api(cast.police).get(f"/taken/{task['id']}").json()
    fields = {field["naam"]: field for field in detail["velden"]}
    assert list(fields) == ["is_found", "visited_on", "notes"]
    assert fields["is_found"]["soort"] == "keuze"
    assert [one["waarde"] for one in fields["is_found"]["keuzes"]] == ["yes", "no"]
    assert fields["visited_on"]["soort"] == "datum"
    assert not fields["notes"]["verplicht"]

    done = api(cast.police).post(f"/taken/{task['id']}/_voltooien", answers.visit())

    assert done.status_code == 200
    assert done.json()["status"] == "afgerond"
    assert done.json()["uitkomst"] == "found"
    assert the_task(api, cast.police, case)["stap"] == "report"
    assert ("step.visit", "ok") in trail_of(cast.police, case)


@pytest.mark.parametrize("node", [node for node in PATH if node != "answer"])
def test_what_a_task_asks_is_enough_to_complete_it(api: Door, cast: Cast, node: str) -> None:
    """Only with what the API tells: a choice, a day, a number or some words for each field."""
    case = a_case(cast, at=node)
    by = {
        "visit": cast.police,
        "report": cast.police,
        "urgency": cast.mayor,
        "choose_measure": cast.mayor,
        "decide": cast.mayor,
    }.get(node, cast.coordinator)
    task = the_task(api, by, case)
    fields = api(by).get(f"/taken/{task['id']}").json()["velden"]
    # That there is none can be said only once the six weeks are over.
    ordinary = answers.objection_filed() if node == "objection" else getattr(answers, node)()
    assert set(ordinary) <= {field["naam"] for field in fields}
    done = api(by).post(f"/taken/{task['id']}/_voltooien", ordinary)
    assert done.status_code == 200, done.json()


def test_all_mistakes_are_told_at_once_and_nothing_is_kept(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="visit")
    task = the_task(api, cast.police, case)
    body = {
        "is_found": True,
        "visited_on": "gisteren",
        "notes": "\ud800",
        "onbekend": "x",
        "attachments": ["x"],
    }
    response = api(cast.police).post(f"/taken/{task['id']}/_voltooien", body)
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    told = {one["naam"]: one["code"] for one in response.json()["fouten"]}
    assert told == {
        "is_found": "invalid_type",
        "visited_on": "invalid",
        "notes": "invalid_type",
        "onbekend": "unknown",
        "attachments": "no_files",
    }
    assert the_task(api, cast.police, case)["id"] == task["id"]


def test_who_comes_second_hears_who_was_first_and_when(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="visit")
    task = the_task(api, cast.police, case)
    path = f"/taken/{task['id']}/_voltooien"
    assert api(cast.police).post(path, answers.visit()).status_code == 200
    second = api(cast.second_police).post(path, {})
    assert second.status_code == 409
    assert cast.police.person.name in second.json()["detail"]
    assert cast.police.organisation.name in second.json()["detail"]


def test_the_task_of_another_role_shows_without_its_form_and_is_refused(
    api: Door, cast: Cast
) -> None:
    case = a_case(cast, at="open_case")
    task = the_task(api, cast.coordinator, case)
    seen = api(cast.mayor).get(f"/taken/{task['id']}").json()
    assert seen["velden"] == []
    assert "IV-coördinator" in seen["waaromNiet"]
    refused = api(cast.mayor).post(f"/taken/{task['id']}/_voltooien", answers.open_case())
    assert refused.status_code == 403
    assert refused.json()["detail"] == seen["waaromNiet"]
    with acting_as(cast.mayor):
        denied = Entry.objects.filter(action="access.denied", person=cast.mayor.person)
        assert denied.get().object_id == str(task["id"])
    with acting_as(cast.coordinator):
        assert Case.objects.get(pk=case.pk).stage == Stage.INTAKE


def test_unknown_and_forbidden_look_the_same(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="visit")
    task = the_task(api, cast.police, case)
    pairs = [
        (f"/taken/{task['id']}", "/taken/999999999"),
        (f"/casussen/{case.reference}", "/casussen/2026-VR21-999999"),
        ("/taken/99999999999999999999999", "/nergens/dit"),
    ]
    for foreign, unknown in pairs:
        answers_ = [api(cast.stranger).get(path) for path in (foreign, unknown)]
        assert [one.status_code for one in answers_] == [404, 404]
        bodies = [one.json() for one in answers_]
        assert all(body.pop("instance").startswith("urn:uuid:") for body in bodies)
        assert bodies[0] == bodies[1]
        headers = [dict(one.headers) for one in answers_]
        assert headers[0] == headers[1]
    posts = [
        api(cast.stranger).post(f"/taken/{pk}/_voltooien", {}) for pk in (task["id"], 999999999)
    ]
    assert [one.status_code for one in posts] == [404, 404]


def test_done_tasks_can_be_listed(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="report")
    query = {"casus": case.reference, "status": "afgerond"}
    done = api(cast.police).get("/taken", query).json()["resultaten"]
    assert [one["stap"] for one in done] == ["visit"]
    assert done[0]["afgerondOp"].endswith("Z")


def test_what_a_task_takes_over_from_another_is_proposed_and_on_record(
    api: Door, cast: Cast
) -> None:
    case = a_case(cast, at="weigh")
    task = the_task(api, cast.coordinator, case)
    fields = api(cast.coordinator).get(f"/taken/{task['id']}").json()["velden"]
    proposed = {field["naam"]: field["voorstel"] for field in fields}
    assert proposed["address"] == [answers.signal()["address"]]
    assert proposed["partners"] == ["om", "netbeheerder", "corporatie"]
    with acting_as(cast.police):
        looks = Entry.objects.filter(case_reference=case.reference, action="contribution.read")
        assert looks.get().person_id == cast.coordinator.person.pk
