import io
from pathlib import Path

import pytest
from pytest_django import Settings

from casework.documents import checks, scanner
from casework.documents.scanner import Infected, ScannerUnavailable, scan
from casework.models.document import ScanResult
from tests.casework.documents.clamd import Clamd, Handler, UnixClamd, serving
from tests.casework.documents.samples import EICAR, PDF


def test_without_a_scanner_a_file_counts_as_not_scanned() -> None:
    assert scan(io.BytesIO(PDF)) == ScanResult.NOT_SCANNED


def test_a_clean_file_of_many_chunks_passes(clamd: Clamd) -> None:
    assert scan(io.BytesIO(PDF * 3_000)) == ScanResult.CLEAN
    assert clamd.asked == 1


def test_a_virus_across_two_chunks_is_found(clamd: Clamd) -> None:
    with pytest.raises(Infected):
        scan(io.BytesIO(b" " * (scanner.CHUNK - 10) + EICAR))


def test_a_scanner_on_a_unix_socket_is_asked_too(settings: Settings, tmp_path: Path) -> None:
    path = tmp_path / "clamd.sock"
    settings.DOCUMENT_SCANNER = f"clamd+unix://{path}"
    with serving(UnixClamd(str(path), Handler)), pytest.raises(Infected):
        scan(io.BytesIO(EICAR))
    with pytest.raises(ScannerUnavailable):
        scan(io.BytesIO(PDF))


@pytest.mark.parametrize(
    "reply",
    [b"", b"stream: OK", b"INSTREAM size limit exceeded. ERROR\0", b"OK\0", b"\0", b"\xff" * 9000],
)
def test_an_unclear_answer_is_no_answer(clamd: Clamd, reply: bytes) -> None:
    clamd.reply = reply
    with pytest.raises(ScannerUnavailable):
        scan(io.BytesIO(PDF))


def test_a_scanner_that_says_nothing_is_given_up(
    clamd: Clamd, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setattr(scanner, "ANSWER_SECONDS", 0.05)
    with Clamd(("127.0.0.1", 0), Handler) as silent:
        settings.DOCUMENT_SCANNER = silent.address
        with pytest.raises(ScannerUnavailable):
            scan(io.BytesIO(PDF))


@pytest.mark.usefixtures("clamd_down")
def test_a_scanner_that_is_down_lets_nothing_pass() -> None:
    with pytest.raises(ScannerUnavailable):
        scan(io.BytesIO(PDF))


@pytest.mark.parametrize(
    "address", ["clamd", "clamd://host", "clamd://host:port", "http://host:3310", "clamd+unix://"]
)
def test_a_wrong_address_lets_nothing_pass_and_stops_the_start(
    settings: Settings, address: str
) -> None:
    settings.DOCUMENT_SCANNER = address
    with pytest.raises(ScannerUnavailable):
        scan(io.BytesIO(PDF))
    assert [problem.id for problem in checks.scanner_address()] == ["casework.E001"]


@pytest.mark.parametrize("address", ["", "clamd://[::1]:3310", "clamd+unix:///run/clamd.sock"])
def test_a_right_address_starts(settings: Settings, address: str) -> None:
    settings.DOCUMENT_SCANNER = address
    assert checks.scanner_address() == []
