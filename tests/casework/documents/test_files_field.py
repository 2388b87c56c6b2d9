import pytest
from django import forms
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils.datastructures import MultiValueDict
from pytest_django import Settings

from casework.forms.uploads import MAX_FILES, FilesField
from casework.models.document import ScanResult
from tests.casework.documents.clamd import Clamd
from tests.casework.documents.samples import EICAR, PDF, png, upload


class Report(forms.Form):
    words = forms.CharField()
    attachments = FilesField(label="Bijlagen", required=False)


def report(*uploads: "UploadedFile[bytes]") -> Report:
    return Report({"words": "312 planten"}, MultiValueDict({"attachments": list(uploads)}))


def mistakes(form: Report) -> list[str]:
    return [str(error) for error in form.errors["attachments"]]


def test_files_become_a_list_of_checked_uploads() -> None:
    form = report(upload("../a.pdf", PDF), upload("b.png", png()))
    assert form.is_valid(), form.errors
    assert [one.name for one in form.cleaned_data["attachments"]] == ["a.pdf", "b.png"]


def test_files_may_be_left_out_unless_they_are_asked_for() -> None:
    form = report()
    assert form.is_valid()
    assert form.cleaned_data["attachments"] == []
    form.fields["attachments"].required = True
    form.full_clean()
    assert mistakes(form) == ["Kies minstens één bestand."]


def test_every_mistake_is_told_at_once_by_name(clamd: Clamd) -> None:
    bad = [upload("a.exe", PDF), upload("b.pdf", png()), upload("leeg.txt", b"")]
    form = report(*bad, upload("virus.txt", EICAR), upload("goed.pdf", PDF))
    assert [error.partition(":")[0] for error in mistakes(form)] == [
        "a.exe",
        "b.pdf",
        "leeg.txt",
        "virus.txt",
    ]
    assert "virusscanner vond iets schadelijks" in mistakes(form)[3]
    assert clamd.asked == 2


def test_too_many_files_are_refused_before_any_is_looked_at(clamd: Clamd) -> None:
    form = report(*[upload(f"{number}.pdf", PDF) for number in range(MAX_FILES + 1)])
    assert mistakes(form) == ["Kies hoogstens 10 bestanden tegelijk."]
    assert clamd.asked == 0


def test_a_scanned_file_is_known_as_clean(clamd: Clamd) -> None:
    form = report(upload("a.pdf", PDF))
    assert form.is_valid()
    assert form.cleaned_data["attachments"][0].scan_result == ScanResult.CLEAN


@pytest.mark.usefixtures("clamd_down")
def test_a_scanner_that_is_down_keeps_what_was_typed_and_names_the_files_again() -> None:
    form = report(upload("a.pdf", PDF), upload("<b>.pdf", PDF))
    assert [error[:40] for error in mistakes(form)] == ["De virusscanner is nu niet bereikbaar. E"]
    page = form.render()
    assert 'value="312 planten"' in page
    assert "U koos: a.pdf, _b_.pdf. Kies deze bestanden opnieuw" in page


def test_the_input_names_its_limits_and_takes_several_files(settings: Settings) -> None:
    settings.DOCUMENT_MAX_BYTES = 5 * 1024 * 1024
    page = Report().render()
    assert "multiple" in page
    assert 'accept=".pdf,.docx,.xlsx,.odt,.ods,.jpg,.jpeg,.png,.txt,.csv"' in page
    assert "Hoogstens 10 bestanden van elk hoogstens 5,0\xa0MB: pdf, docx" in page
    assert Report().is_multipart()


def test_a_file_that_waits_on_disk_is_checked_in_place() -> None:
    waiting = TemporaryUploadedFile("a.pdf", "text/html", len(PDF), None)
    waiting.write(PDF)
    form = Report({"words": "a"}, MultiValueDict({"attachments": [waiting]}))
    assert form.is_valid(), form.errors
    kept = form.cleaned_data["attachments"][0].file
    del form, waiting
    kept.seek(0)
    assert kept.read() == PDF
    kept.close()
