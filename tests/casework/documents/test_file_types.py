import struct

import pytest
from pytest_django import Settings

from casework.documents.checking import BadFile, check
from casework.models.document import ScanResult
from tests.casework.documents.samples import (
    JPEG,
    OOXML,
    PDF,
    archive,
    docx,
    odf,
    ooxml,
    png,
    upload,
)

XLSX = ooxml("spreadsheetml.sheet")
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"

ALLOWED = {
    "a.pdf": (PDF, "application/pdf"),
    "a.PDF": (PDF, "application/pdf"),
    "a.png": (png(), "image/png"),
    "a.jpg": (JPEG, "image/jpeg"),
    "a.jpeg": (JPEG, "image/jpeg"),
    "a.docx": (docx(), f"{OOXML}.wordprocessingml.document"),
    "a.xlsx": (XLSX, f"{OOXML}.spreadsheetml.sheet"),
    "a.odt": (odf("text"), "application/vnd.oasis.opendocument.text"),
    "a.ods": (odf("spreadsheet"), "application/vnd.oasis.opendocument.spreadsheet"),
    "a.txt": ("Aangetroffen: 5 > 3 planten, één <ruimte>".encode(), "text/plain"),
    "c.txt": (b"Gebruik: <object> in <body>", "text/plain"),
    "b.txt": ("caf\xe9".encode("cp1252"), "text/plain"),
    "a.csv": (b"\xef\xbb\xbfnaam;aantal\r\nplant;312\r\n", "text/csv"),
}

BY_TYPE = [
    "a.html",
    "a.svg",
    "a.exe",
    "a.zip",
    "a.docm",
    "a.eml",
    "a.msg",
    "pdf",
    "a.",
    "a.pdf.exe",
]

BY_CONTENT = {
    "html in a pdf": ("a.pdf", HTML),
    "html before a pdf": ("a.pdf", HTML + PDF),
    "html inside a pdf": ("a.pdf", PDF.replace(b"1 0 obj", b"%" + HTML + b"\n1 0 obj", 1)),
    "half a pdf": ("a.pdf", PDF[:40]),
    "archive behind a pdf": ("a.pdf", PDF + archive({"a.txt": b"a"})),
    "html in a png": ("a.png", HTML),
    "html in a comment of a jpg": ("a.jpg", JPEG[:4] + HTML + JPEG[4:]),
    "archive behind a png": ("a.png", png() + archive({"a.txt": b"a"})),
    "png called jpg": ("a.jpg", png()),
    "pdf called txt": ("a.txt", PDF),
    "html called txt": ("a.txt", HTML),
    "xml called txt": ("a.txt", b'\xef\xbb\xbf\n<?xml version="1.0"?>'),
    "rtf called txt": ("a.txt", b"{\\rtf1 a}"),
    "svg called csv": ("a.csv", b" \n<svg onload=alert(1)>"),
    "program called txt": ("a.txt", b"MZ\x90\x00\x03\x00"),
    "bare archive called docx": ("a.docx", archive({"a.txt": b"a"})),
    "xlsx called docx": ("a.docx", XLSX),
    "odt called ods": ("a.ods", odf("text")),
    "old word called docx": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512),
    "cut off docx": ("a.docx", docx({"word/document.xml": b"a" * 4000})[:-60]),
    "html before a docx": ("a.docx", HTML + docx()),
    "archive before a docx": ("a.docx", archive({"a.txt": b"a"}) + docx()),
    "docx with a comment": ("a.docx", docx(comment=HTML)),
    "docx with macros": ("a.docx", docx({"word/vbaProject.bin": b"a"})),
    "odt with macros": ("a.odt", odf("text", {"Basic/Standard/Module1.xml": b"a"})),
    "docx that points outside": ("a.docx", docx({"../../etc/cron.d/taak": b"a"})),
    "docx that points to the root": ("a.docx", docx({"/etc/cron.d/taak": b"a"})),
    "encrypted docx": (
        "a.docx",
        docx().replace(
            b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
        ),
    ),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_an_allowed_kind_gets_the_media_type_of_its_contents(name: str) -> None:
    content, media_type = ALLOWED[name]
    checked = check(upload(name, content))
    assert (checked.media_type, checked.size) == (media_type, len(content))
    assert checked.scan_result == ScanResult.NOT_SCANNED


@pytest.mark.parametrize("name", BY_TYPE)
def test_another_kind_is_refused_with_the_kinds_that_can(name: str) -> None:
    with pytest.raises(BadFile) as refusal:
        check(upload(name, PDF))
    assert refusal.value.code == "type"
    assert "pdf, docx" in refusal.value.reason


@pytest.mark.parametrize("case", BY_CONTENT)
def test_contents_that_are_not_what_the_name_says_are_refused(case: str) -> None:
    name, content = BY_CONTENT[case]
    with pytest.raises(BadFile) as refusal:
        check(upload(name, content))
    assert refusal.value.code == "content"
    assert refusal.value.reason.startswith(f"{name}: ")


def test_an_archive_that_swells_up_is_refused(settings: Settings) -> None:
    settings.DOCUMENT_MAX_BYTES = 100_000
    bomb = docx({"word/document.xml": b"\0" * 3_000_000})
    steep = docx({"word/document.xml": b"\0" * 700_000})
    many = docx({f"word/{number}.xml": b"" for number in range(2_001)})
    for content in (bomb, steep, many):
        settings.DOCUMENT_MAX_BYTES = max(100_000, len(content))
        with pytest.raises(BadFile, match="content") as refusal:
            check(upload("a.docx", content))
        assert "veel te groot" in refusal.value.reason


def test_an_archive_whose_parts_overlap_is_refused() -> None:
    one = b"a" * 2_000
    content = docx({"word/document.xml": one})
    directory = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    lie = content[: directory + 20] + struct.pack("<L", 5_000) + content[directory + 24 :]
    with pytest.raises(BadFile, match="content"):
        check(upload("a.docx", lie))


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    content = docx({"word/document.xml": b"a" * 50_000})
    directory = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    lie = content[: directory + 24] + struct.pack("<L", 10) + content[directory + 28 :]
    with pytest.raises(BadFile, match="content") as refusal:
        check(upload("a.docx", lie))
    assert "beschadigd" in refusal.value.reason


def test_an_empty_and_a_large_file_are_refused_with_the_limit(settings: Settings) -> None:
    settings.DOCUMENT_MAX_BYTES = 2 * 1024 * 1024
    with pytest.raises(BadFile, match="empty"):
        check(upload("a.pdf", b""))
    with pytest.raises(BadFile, match="size") as refusal:
        check(upload("a.pdf", PDF + b"\0" * settings.DOCUMENT_MAX_BYTES))
    assert "2,0\xa0MB" in refusal.value.reason
