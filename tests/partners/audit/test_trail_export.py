"""The file holds every row, opens in a Dutch spreadsheet, and does no harm there."""

import csv
from io import StringIO

import pytest
from django.test import Client
from django.utils import translation

from partners.audit import export as exporting
from partners.audit.export import HEADERS, harmless
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, many_entries
from tests.partners.conftest import LogIn


def _rows(client: Client, query: str = "") -> list[dict[str, str]]:
    text = client.get(f"/auditspoor.csv{query}").content.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=";"))


def test_every_row_is_in_it_whatever_the_page_shows(cast: Cast, log_in: LogIn) -> None:
    many_entries(cast.coordinator, 120)
    client = log_in(cast.privacy_officer)
    rows = _rows(client, f"?persoon={cast.coordinator.person.pk}")
    assert sorted(int(row["object"]) for row in rows) == list(range(120))


def test_it_is_a_file_with_dutch_headers_and_a_byte_order_mark(cast: Cast, log_in: LogIn) -> None:
    entry = an_entry(
        cast.police,
        case_reference="2026-VR21-000007",
        ground="Wpg 16-1-c",
        touched=[cast.coordinator.organisation_id],
    )
    client = log_in(cast.privacy_officer)
    answer = client.get("/auditspoor.csv?zaak=2026-VR21-000007")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"].startswith('attachment; filename="auditspoor-GM0828-')
    assert answer["Cache-Control"] == "no-store, private"
    assert answer.content.startswith(b'\xef\xbb\xbf"tijdstip";')
    (row,) = _rows(client, "?zaak=2026-VR21-000007")
    assert tuple(row) == HEADERS
    assert row["tijdstip"] == entry.at.isoformat()
    assert row["naam"] == cast.police.person.name
    assert row["rol"] == "Liaison"
    assert row["organisatiecode"] == "PE-OOST-BRABANT"
    assert row["handeling"] == "session.begun"
    assert row["omschrijving"] == "logde in"
    assert row["grondslag"] == "Wpg 16-1-c"
    assert row["resultaat"] == "ok"
    assert row["spoornummer"] == entry.trace


def test_it_reads_the_same_whatever_the_language_of_the_screen(cast: Cast, log_in: LogIn) -> None:
    an_entry(cast.coordinator, case_reference="2026-VR21-000007")
    client = log_in(cast.privacy_officer)
    dutch = client.get("/auditspoor.csv?zaak=2026-VR21-000007").content
    client.cookies["taal"] = "en"
    with translation.override("en"):
        assert client.get("/auditspoor.csv?zaak=2026-VR21-000007").content == dutch


@pytest.mark.parametrize(
    "text", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＠x"]
)
def test_what_looks_like_a_formula_becomes_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "2026-VR21-000007", "a=b", "Wpg 16-1-c", "'s-Hertogenbosch"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_a_formula_and_a_separator_in_an_entry_stay_in_their_cell(
    cast: Cast, log_in: LogIn
) -> None:
    ground = '=cmd|"/c calc";"x"\nnew line'
    an_entry(cast.coordinator, ground=ground, thing=("@thing", "=1+1"))
    rows = _rows(log_in(cast.privacy_officer))
    (row,) = [row for row in rows if row["soort object"] == "'@thing"]
    assert row["grondslag"] == f"'{ground}"
    assert row["object"] == "'=1+1"


def test_more_than_a_file_holds_asks_for_a_shorter_period(
    cast: Cast, log_in: LogIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "MOST_ROWS", 3)
    client = log_in(cast.privacy_officer)
    who = f"?persoon={cast.coordinator.person.pk}"
    many_entries(cast.coordinator, 3)
    assert len(_rows(client, who)) == 3
    many_entries(cast.coordinator, 1)
    answer = client.get(f"/auditspoor.csv{who}")
    assert answer.status_code == 400
    assert "Maak de periode kleiner" in answer.content.decode()
