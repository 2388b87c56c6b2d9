"""The trail as a log of processing: the fields of the standard, one organisation, pseudonyms."""

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casework.actions import SUBJECT_READ
from partners import actions
from partners.acting import acting_as
from partners.audit.models import Entry, Payload, Result, TrailEntry
from partners.audit.pseudonyms import pseudonym_of, subject_of
from tests.api.conftest import Door
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, many_entries

PATH = "/processing-activities"
REGISTER = "http://127.0.0.1:8000/api/v1/verwerkingsactiviteiten"
ACTIVITY, SUBJECT = "dpl.core.processing_activity_id", "dpl.core.data_subject_id"


def lines(api: Door, cast: Cast, **query: Any) -> list[dict[str, Any]]:
    answer = api(cast.privacy_officer).post(PATH, query)
    assert answer.status_code == 200, answer.json()
    found: list[dict[str, Any]] = answer.json()["processingActivities"]
    return found


@pytest.fixture
def read(cast: Cast) -> Entry:
    """Politie reads of a subject that is of Oss."""
    return an_entry(
        cast.police,
        SUBJECT_READ,
        thing=("subject", "4711"),
        case_reference="2026-VR21-000007",
        ground="Wpg 18",
        touched=[cast.coordinator.organisation_id],
    )


def test_a_line_has_the_fields_of_the_standard_and_names_nobody(
    api: Door, cast: Cast, read: Entry
) -> None:
    answer = api(cast.privacy_officer).post(PATH, {"traceId": str(UUID(read.trace))})
    with acting_as(cast.privacy_officer):
        row = TrailEntry.objects.get(entry=read).pk
    moment = int(read.at.timestamp() * 1000)
    assert answer.json() == {
        "metadata": {"logbookId": "127.0.0.1/auditspoor/GM0828", "organizationName": "Oss"},
        "processingActivities": [
            {
                "traceId": str(UUID(read.trace)),
                "spanId": row.hex[16:],
                "status": "Ok",
                "name": "subject.read",
                "startTime": moment,
                "endTime": moment,
                "resource": {
                    "attributes": {"service.name": "schakelpunt", "service.version": "0.1.0"}
                },
                "attributes": {
                    ACTIVITY: f"{REGISTER}/informatie-1",
                    SUBJECT: pseudonym_of("GM0828", "4711"),
                    "dpl.core.data_subject_id_type": "pseudoniem",
                    "schakelpunt.case": "2026-VR21-000007",
                    "schakelpunt.ground": "Wpg 18",
                    "schakelpunt.organisation": "PE-OOST-BRABANT",
                    "schakelpunt.result": "ok",
                },
            }
        ],
        "nextCursor": None,
    }
    assert cast.police.person.name not in answer.content.decode()


def test_a_refusal_is_no_error_of_the_server(api: Door, cast: Cast) -> None:
    entry = an_entry(cast.coordinator, actions.ACCESS_DENIED, result=Result.DENIED)
    (line,) = lines(api, cast, traceId=entry.trace)
    assert line["status"] == "Unset"
    assert line["attributes"]["schakelpunt.result"] == "denied"
    assert SUBJECT not in line["attributes"]


def test_a_subject_is_found_by_its_pseudonym_of_this_organisation_alone(
    api: Door, cast: Cast, read: Entry
) -> None:
    an_entry(cast.coordinator, SUBJECT_READ, thing=("subject", "4712"))
    an_entry(cast.coordinator, thing=("case", "4711"))
    mine, theirs = pseudonym_of("GM0828", "4711"), pseudonym_of("PE-OOST-BRABANT", "4711")
    assert mine != theirs
    assert len({len(pseudonym_of("GM0828", key)) for key in ("1", "4711", "x" * 64)}) == 1
    assert "4711" not in mine
    (line,) = lines(api, cast, **{SUBJECT: mine})
    assert line["traceId"] == str(UUID(read.trace))
    for unknown in (theirs, "4711", mine[:-4], "é"):
        assert lines(api, cast, **{SUBJECT: unknown}) == []
        assert subject_of("GM0828", unknown) is None


def test_an_activity_and_a_period_narrow_it_down(api: Door, cast: Cast, read: Entry) -> None:
    an_entry(cast.coordinator)
    for slug, names in (
        ("informatie-1", ["subject.read"]),
        ("toegang-1", ["session.begun"]),
        ("besluiten-1", []),
        ("onbekend", []),
    ):
        found = lines(api, cast, **{ACTIVITY: f"{REGISTER}/{slug}"})
        assert [one["name"] for one in found] == names
    assert lines(api, cast, **{ACTIVITY: "https://elders.example/informatie-1"}) == []
    moment = int(read.at.timestamp() * 1000)
    asked = {"traceId": read.trace}
    assert len(lines(api, cast, **asked, startTime=moment, endTime=moment)) == 1
    assert lines(api, cast, **asked, startTime=moment + 1) == []
    assert lines(api, cast, **asked, endTime=moment - 1) == []


def test_pages_go_on_from_a_cursor_and_miss_nothing(api: Door, cast: Cast) -> None:
    many_entries(cast.coordinator, 25)
    client, asked = api(cast.privacy_officer), {ACTIVITY: f"{REGISTER}/toegang-1", "pageSize": 10}
    found, sizes, cursor = [], [], None
    while True:
        body = {**asked, **({"cursor": cursor} if cursor else {})}
        answer = client.post(PATH, body).json()
        found += [one["spanId"] for one in answer["processingActivities"]]
        sizes.append(len(answer["processingActivities"]))
        cursor = answer["nextCursor"]
        if cursor is None:
            break
    assert sizes == [10, 10, 5]
    assert len(set(found)) == 25


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {""}),
        ({"startTime": 1, "endTime": 2}, {""}),
        ({"traceId": "x", "pageSize": 0}, {"traceId", "pageSize"}),
        ({"traceId": str(UUID(int=1)), "pagina": 2}, {"pagina"}),
        ({"traceId": str(UUID(int=1)), "pageSize": 1001}, {"pageSize"}),
        ({ACTIVITY: "geen adres"}, {ACTIVITY}),
        ({"traceId": str(UUID(int=1)), "startTime": 10**18}, {"startTime"}),
    ],
)
def test_what_is_asked_wrongly_is_told_in_one_answer(
    api: Door, cast: Cast, body: dict[str, Any], wrong: set[str]
) -> None:
    answer = api(cast.privacy_officer).post(PATH, body)
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"
    assert {one["naam"] for one in answer.json()["fouten"]} == wrong


def test_it_is_for_the_privacy_officer_of_the_organisation_and_for_its_own_log(
    api: Door, cast: Cast
) -> None:
    entry = an_entry(cast.police)
    assert lines(api, cast, traceId=entry.trace) == []
    for actor in (cast.coordinator, cast.police, cast.secretary, cast.administrator):
        assert api(actor).post(PATH, {"traceId": entry.trace}).status_code == 403


def test_looking_is_recorded_with_what_was_asked(api: Door, cast: Cast, read: Entry) -> None:
    pseudonym = pseudonym_of("GM0828", "4711")
    lines(api, cast, **{SUBJECT: pseudonym, "startTime": 5})
    with acting_as(cast.privacy_officer):
        entry = Entry.objects.get(action=actions.TRAIL_VIEWED)
        assert Payload.objects.get(entry=entry).content == {
            "form": "dataverwerkingen",
            "subject": pseudonym,
            "since_ms": 5,
        }


def test_it_runs_the_same_queries_on_few_and_on_many_lines(api: Door, cast: Cast) -> None:
    client, counts = api(cast.privacy_officer), []
    for number in (5, 200):
        many_entries(cast.coordinator, number)
        with CaptureQueriesContext(connection) as caught:
            client.post(PATH, {ACTIVITY: f"{REGISTER}/toegang-1"})
        counts.append(len(caught))
    assert counts[0] == counts[1] <= 14


def test_each_activity_of_a_line_is_found_in_the_register(api: Door, cast: Cast) -> None:
    client = api(cast.police)
    found = client.get("/verwerkingsactiviteiten").json()["resultaten"]
    assert {one["id"].rpartition("/")[2] for one in found} >= {"zaken-1", "informatie-1"}
    one = client.get("/verwerkingsactiviteiten/informatie-1").json()
    assert one in found
    assert one["id"] == f"{REGISTER}/informatie-1"
    assert client.get("/verwerkingsactiviteiten/onbekend").status_code == 404
