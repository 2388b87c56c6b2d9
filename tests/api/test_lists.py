"""Lists: pages, filters, who sees what, and a fixed number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casework.models import Case, Request
from config.demo.walk import reported
from notifications.models import Notification
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from tests.api.conftest import Door
from tests.cases import a_case
from tests.cast import Cast, actor_of
from workflows.models import Step

LISTS = ("/casussen", "/taken", "/verzoeken", "/meldingen")
MOST_QUERIES = 6
"""Savepoint in and out, who holds the key, row-level security set and set back, and the page."""


def test_cases_come_newest_first_in_pages_with_links(api: Door, cast: Cast) -> None:
    references = [reported(cast.police).reference for _ in range(5)]
    client = api(cast.police)
    seen, path = [], "/casussen?paginaGrootte=2&status=lopend"
    for _ in range(3):
        page = client.get(path).json()
        seen += [one["referentie"] for one in page["resultaten"]]
        path = (page["volgende"] or "").partition("/api/v1")[2]
    assert seen == references[::-1]
    assert page["volgende"] is None
    assert "pagina=2" in page["vorige"]
    assert "status=lopend" in page["vorige"]


def test_each_sees_its_own_cases_and_their_stage(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    for actor in (cast.police, cast.coordinator, cast.mayor, cast.grid):
        (found,) = api(actor).get("/casussen").json()["resultaten"]
        assert found["referentie"] == case.reference
        assert found["fase"] == "partners-gevraagd"
        assert found["geopendOp"].endswith("Z")
    for actor in (cast.stranger, cast.secretary, cast.privacy_officer, cast.administrator):
        assert api(actor).get("/casussen").json()["resultaten"] == []
        assert api(actor).get(f"/casussen/{case.reference}").status_code == 404
    assert api(cast.grid).get("/casussen", {"fase": "intake"}).json()["resultaten"] == []
    assert api(cast.grid).get("/casussen", {"status": "afgesloten"}).json()["resultaten"] == []
    assert api(cast.grid).get("/casussen", {"thema": "bibob"}).json()["resultaten"] == []


def test_who_has_no_overview_sees_no_other_participants(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")

    def participants(actor: Actor) -> set[str]:
        found = api(actor).get(f"/casussen/{case.reference}").json()
        return {one["organisatie"]["code"] for one in found["deelnemers"]}

    assert participants(cast.grid) == {cast.grid.organisation.code}
    assert cast.grid.organisation.code in participants(cast.coordinator)
    assert len(participants(cast.coordinator)) == 5


def test_notifications_are_ones_own_and_can_be_read(api: Door, cast: Cast) -> None:
    a_case(cast, at="answer")
    told = api(cast.grid).get("/meldingen").json()["resultaten"]
    assert told
    read = api(cast.grid).post(f"/meldingen/{told[0]['id']}/_lees")
    assert read.json()["gelezenOp"]
    assert api(cast.landlord).post(f"/meldingen/{told[0]['id']}/_lees").status_code == 404


def test_the_trail_is_for_the_privacy_officer(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="report")
    assert api(cast.coordinator).get("/auditregels").status_code == 403
    officer = actor_of("fg.politie")
    page = api(officer).get("/auditregels", {"casus": case.reference}).json()
    assert "step.visit" in {one["actie"] for one in page["resultaten"]}
    assert all(one["casus"] == case.reference for one in page["resultaten"])
    (looked,) = api(officer).get("/auditregels", {"actie": "trail.viewed"}).json()["resultaten"]
    assert looked["persoon"] == officer.person.pk
    older = {"casus": case.reference, "ouderDan": page["resultaten"][0]["id"]}
    assert api(officer).get("/auditregels", older).json()["resultaten"] == page["resultaten"][1:]


@pytest.mark.parametrize("who", ["secretary", "regional_staff"])
def test_a_secretary_sees_throughput_and_no_case(api: Door, cast: Cast, who: str) -> None:
    a_case(cast, at="report")
    actor = getattr(cast, who)
    found = api(actor).get("/doorstroom")
    assert found.status_code == 200, found.json()
    assert found.json()["gemeenten"]
    assert api(actor).get("/doorstroom", {"regio": "VR01"}).status_code == 400
    wrong = api(actor).get("/doorstroom", {"gemeente": "GM9999", "periode": "x"}).json()
    assert {one["naam"] for one in wrong["fouten"]} == {"gemeente", "periode"}
    for path in LISTS[:3]:
        assert api(actor).get(path).json()["resultaten"] == []
    assert api(cast.privacy_officer).get("/doorstroom").status_code == 403


@pytest.mark.parametrize("path", LISTS)
def test_a_list_runs_the_same_queries_on_ten_and_on_a_thousand_rows(
    api: Door, cast: Cast, path: str
) -> None:
    """As the netbeheerder, who sees least."""
    case = a_case(cast, at="answer")
    client = api(cast.grid)
    counts = {}
    for rows in (10, 1000):
        fill(case, cast.grid, rows)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(path, {"paginaGrootte": 100}).json()
        assert len(page["resultaten"]) == min(rows, 100)
        counts[rows] = len(captured)
    assert counts[10] == counts[1000] <= MOST_QUERIES


def fill(case: Case, actor: Actor, rows: int) -> None:
    """Until there are that many of each, as far as the web itself may add them."""
    now, here = timezone.now(), actor.organisation
    with acting_as(actor), engine_sees(case.pk):
        step = Step.objects.for_hand_of(actor).filter(case=case)[0]
        there = Case.objects.filter(party_ids__contains=[here.pk]).count()
        Case.objects.bulk_create(
            Case(
                reference=f"2025-VR21-{number:06d}",
                theme=case.theme,
                title=case.title,
                region=case.region,
                lead=case.lead,
                owner=actor.membership,
                opened_at=now,
                party_ids=[here.pk],
            )
            for number in range(there, rows)
        )
        Request.objects.bulk_create(
            Request(
                case=case,
                asker=here,
                asked=here,
                kind=Request.Kind.ADVICE,
                question="?",
                asked_at=now,
                first_due_at=now,
                due_at=now,
            )
            for _number in range(Request.objects.visible_to(actor).count(), rows)
        )
        Step.objects.bulk_create(
            like(step) for _number in range(Step.objects.filter(holder=here).count(), rows)
        )
        Notification.objects.bulk_create(
            Notification(
                person=actor.person,
                organisation=actor.organisation,
                kind="step",
                case_reference=case.reference,
                link="/taken/1",
                created_at=now,
            )
            for _number in range(Notification.objects.of(actor.person).count(), rows)
        )


def like(step: Step) -> Step:
    """Another step of the same holder at the same node."""
    return Step(
        process=step.process,
        case=step.case,
        flow_task=step.flow_task,
        flow_task_type=step.flow_task_type,
        holder=step.holder,
        role=step.role,
        token=step.token,
    )
