"""The page and the file: who may open them, what they tell, what they cost."""

import csv
import io
import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casework.throughput.policies import why_not_view_throughput
from partners.audit.models import Entry
from tests.casework.throughput.counted import BEFORE, FULL, LAST, Members
from tests.casework.throughput.proefregio import actor

pytestmark = pytest.mark.django_db

PAGES = ("/doorstroom", "/doorstroom.csv")


@pytest.fixture
def client_of(db: None, members: Members, client: Client) -> Client:
    client.force_login(actor(members.secretary).person)
    return client


def lines(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_a_secretary_reads_key_figures_and_definitions(client_of: Client) -> None:
    page = client_of.get("/doorstroom", {"periode": LAST, "gemeente": "GM9901"})
    assert page.status_code == 200
    text = page.content.decode()
    for word in (
        "65 dagen",
        "Rapportage toetsen",
        "minder dan 5",
        "Geen zaak en geen persoon",
    ):
        assert word in text


@pytest.mark.parametrize("query", ["", f"?periode={LAST}", f"?periode={LAST}&gemeente=GM9901"])
def test_no_person_case_or_place_is_on_it(client_of: Client, query: str) -> None:
    for path in PAGES:
        text = client_of.get(path + query).content.decode()
        body = re.sub(r"<header.*?</header>", "", text, flags=re.S)
        for secret in ("Geheime Naam", "Geheimdorp", "Proefzaak", "/zaken/", "/taken/"):
            assert secret not in body
        assert not re.search(r"\bP\d+\b", body.replace("P50", "").replace("P90", ""))


def test_each_look_is_in_the_trail(client_of: Client, members: Members) -> None:
    for path in PAGES:
        client_of.get(path)
    found = Entry.objects.filter(action="throughput.viewed", membership_id=members.secretary)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.person', %s, true)", [_person(members.secretary)])
        assert [(one.object_type, one.object_id) for one in found] == [("throughput", "VR99")] * 2


def test_a_privacy_officer_is_refused_with_the_reason(client: Client, members: Members) -> None:
    client.force_login(actor(members.privacy_officer).person)
    for path in PAGES:
        assert client.get(path).status_code == 403
    reason = why_not_view_throughput(actor(members.privacy_officer))
    assert reason
    assert "geen doorstroomcijfers" in reason


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("query", ["periode=2025-02-30", "gemeente=GM0828", "thema=niets"])
def test_a_choice_that_is_none_is_named_and_shows_no_figures(
    client_of: Client, path: str, query: str
) -> None:
    page = client_of.get(f"{path}?{query}")
    assert page.status_code == 400
    assert "utrecht-form-field-error-message" in page.content.decode()
    assert "Spreiding" not in page.content.decode()


def test_a_selection_without_enough_cases_says_so(client_of: Client) -> None:
    text = client_of.get("/doorstroom", {"periode": LAST, "gemeente": "GM9904"}).content.decode()
    assert "Voor deze selectie tonen we geen cijfers" in text


def test_the_file_is_suppressed_like_the_page(client_of: Client) -> None:
    rows = lines(client_of.get("/doorstroom.csv", {"periode": BEFORE}).content)
    began = {
        row["Wat"]: row["Waarde"]
        for row in rows
        if (row["Onderdeel"], row["Cijfer"]) == ("Gemeente", "Instroom")
    }
    assert began == {
        "Hele regio": "30",
        "Aa": "10",
        "Bee": "10",
        "Cee": "niet getoond",
        "Dee": "niet getoond",
    }


def test_ten_cases_and_a_thousand_take_the_same_queries(client_of: Client) -> None:
    counts = []
    for period in (LAST, FULL):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client_of.get("/doorstroom", {"periode": period}).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


def test_a_chart_is_readable_without_seeing_it(client_of: Client) -> None:
    text = client_of.get("/doorstroom", {"periode": LAST}).content.decode()
    charts = re.findall(r'<svg viewBox="0 0 (?:560|300) .*?</svg>', text, flags=re.S)
    assert len(charts) == 8
    for chart in charts:
        assert 'role="img"' in chart
        assert re.search(r"<title id=.*?<desc id=", chart, flags=re.S)
        assert "style=" not in chart


def _person(membership: int) -> str:
    return str(actor(membership).person.pk)
