"""The description holds to the NL API Design Rules; the same rules as those of their linter."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client as DjangoClient

from config.openapi import document
from partners.api.edge import VERSION
from tests.api.client import ROOT, Client

Operations = list[tuple[str, str, dict[str, Any]]]
RESOURCES = {
    "casussen",
    "taken",
    "verzoeken",
    "verstrekkingen",
    "verstrekkingsverzoeken",
    "meldingen",
    "auditregels",
    "doorstroom",
    "overleggen",
    "signalen",
    "processing-activities",
    "verwerkingsactiviteiten",
    "bekendheidsvragen",
    "bijdragen",
    "zoeken",
    "noodtoegang",
    "rechten",
    "vernietigingslijsten",
}


@pytest.fixture(scope="module")
def described() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(document())
    return found


@pytest.fixture(scope="module")
def operations(described: dict[str, Any]) -> Operations:
    return [
        (path, method, operation)
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    ]


def test_it_is_public_for_every_origin(db: None) -> None:
    response = DjangoClient().get(f"{ROOT}/openapi.json")
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["API-Version"] == VERSION
    assert response.json()["openapi"].startswith("3.1")
    assert Client().post("/openapi.json").status_code == 405


def test_it_names_version_contact_and_server(described: dict[str, Any]) -> None:
    assert described["info"]["version"] == VERSION
    assert all(described["info"]["contact"][name] for name in ("name", "email", "url"))
    assert all(re.search(r"/v\d+", server["url"]) for server in described["servers"])


def test_every_resource_is_in_it(operations: Operations) -> None:
    assert {path.split("/")[1] for path, _method, _operation in operations} == RESOURCES


def test_paths_are_kebab_case_without_a_trailing_slash(described: dict[str, Any]) -> None:
    for path in described["paths"]:
        assert re.fullmatch(r"(/([a-z0-9-]+|\{[^}]+\}))+(/_[a-z]+)?", path), path


def test_operation_ids_are_unique(operations: Operations) -> None:
    ids = [operation["operationId"] for _path, _method, operation in operations]
    assert len(ids) == len(set(ids))


def test_every_operation_has_a_summary_in_words(operations: Operations) -> None:
    for path, _method, operation in operations:
        assert operation["description"], path


def test_every_operation_asks_for_a_key(described: dict[str, Any], operations: Operations) -> None:
    assert described["components"]["securitySchemes"] == {
        "sleutel": {"type": "http", "scheme": "bearer"}
    }
    for path, _method, operation in operations:
        assert operation["security"] == [{"sleutel": []}], path


def test_every_answer_names_its_version(operations: Operations) -> None:
    for path, _method, operation in operations:
        for status, answer in operation["responses"].items():
            assert "API-Version" in answer["headers"], (path, status)


def test_every_mistake_is_a_problem(described: dict[str, Any], operations: Operations) -> None:
    problem = described["components"]["schemas"]["Probleem"]
    assert {"status", "title", "detail"} <= set(problem["properties"])
    for path, _method, operation in operations:
        for status, answer in operation["responses"].items():
            if status >= "400":
                assert list(answer["content"]) == ["application/problem+json"], (path, status)


def test_who_sends_something_may_hear_that_it_is_wrong(operations: Operations) -> None:
    for path, method, operation in operations:
        assert "401" in operation["responses"], path
        if method != "get" or operation.get("parameters"):
            assert "400" in operation["responses"], path
        if "{" in path:
            assert "404" in operation["responses"], path


def test_query_names_are_lower_camel_case(operations: Operations) -> None:
    for _path, _method, operation in operations:
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "query":
                assert re.fullmatch(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*", parameter["name"])


def test_property_names_are_lower_camel_case(described: dict[str, Any]) -> None:
    """But for the attributes of Logboek Dataverwerkingen, whose names that standard gives."""
    for schema, name in _properties(described["components"]["schemas"]):
        if name.startswith(("dpl.core.", "schakelpunt.")):
            continue
        assert re.fullmatch(r"[a-z][a-z\d]*([A-Z][a-z\d]*)*", name), (schema, name)


def _properties(schemas: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for schema, described in schemas.items():
        assert re.fullmatch(r"[A-Z][A-Za-z]*", schema), schema
        for name in described.get("properties", {}):
            yield schema, name
