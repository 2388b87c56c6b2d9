"""Whatever goes wrong, the answer has one form, and the headers that every answer has."""

import json
from typing import Any

import pytest

from partners.api.edge import HEADERS
from tests.api.client import Client
from tests.api.conftest import Door
from tests.cases import a_case
from tests.cast import Cast


def assert_problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = response.json()
    assert {"type", "title", "status", "detail", "instance"} <= set(problem)
    assert problem["status"] == status
    for name, value in HEADERS.items():
        assert value in response.headers[name]
    return problem


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        ("{", "application/json", 400),
        ("[]", "application/json", 400),
        ('{"a": NaN}', "application/json", 400),
        (b'{"a": "\xff"}', "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ("a=b", "application/x-www-form-urlencoded", 415),
        ('{"a": "' + "x" * 1_100_000 + '"}', "application/json", 413),
    ],
    ids=["broken", "no object", "not a number", "no utf-8", "too deep", "a form", "too large"],
)
def test_a_body_that_cannot_be_read(
    api: Door, cast: Cast, body: str | bytes, content_type: str, status: int
) -> None:
    a_case(cast, at="visit")
    (task,) = api(cast.police).get("/taken").json()["resultaten"]
    path = f"/taken/{task['id']}/_voltooien"
    assert_problem(api(cast.police).send("post", path, body, content_type), status)


def test_methods_and_formats_that_are_not_there(api: Door, cast: Cast) -> None:
    client = api(cast.grid)
    for method in ("post", "put", "patch", "delete", "options"):
        response = client.send(method, "/casussen", "{}")
        assert_problem(response, 405)
        assert "GET" in response.headers["Allow"]
    assert_problem(client.get("/casussen", Accept="text/html"), 406)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/casussen?fase=x&status=y&thema=a b", {"fase", "status", "thema"}),
        ("/casussen?Fase=intake&naam=jansen", {"Fase", "naam"}),
        ("/casussen?pagina=0&paginaGrootte=101", {"pagina", "paginaGrootte"}),
        ("/taken?status=weg", {"status"}),
        ("/verzoeken?casus=%00&status=1", {"casus", "status"}),
        ("/meldingen?na=x", {"na"}),
    ],
)
def test_every_mistake_in_a_query_is_told(
    api: Door, cast: Cast, path: str, names: set[str]
) -> None:
    problem = assert_problem(api(cast.grid).get(path), 400)
    assert {one["naam"] for one in problem["fouten"]} == names
    assert all(one["code"] and one["reden"] for one in problem["fouten"])


def test_an_error_of_ours_tells_nothing_but_a_number(
    api: Door, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    client = api(cast.grid)

    def broken(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("geheim")

    monkeypatch.setattr("casework.api.cases.CaseList.wanted", broken)
    problem = assert_problem(client.get("/casussen"), 500)
    assert "geheim" not in json.dumps(problem)
    assert problem["instance"].removeprefix("urn:uuid:").replace("-", "") in caplog.text


def test_the_answers_are_dutch_whatever_the_browser_asks(db: None) -> None:
    response = Client().get("/casussen", Accept_Language="en")
    assert response.headers["Content-Language"] == "nl"
    assert "sleutel" in response.json()["detail"]
