"""The privacy officer takes the checkpoint along, sets addresses, and checks what was kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from config.database_roles import Connection
from notifications.models import CheckpointAddress
from partners.acting import acting_as
from partners.audit.models import Checkpoint, Entry
from tests.cast import Cast, actor_of
from tests.partners.audit.entries import many_entries
from tests.partners.audit.sealing.browsing import PAGE, browser, text_of
from tests.partners.audit.sealing.conftest import Seal

ADDRESSES = f"{PAGE}/adressen"


@pytest.fixture
def officer(cast: Cast, seal: Seal) -> Client:
    """Of Oss, whose log has 300 entries and one checkpoint."""
    many_entries(cast.coordinator, 300)
    seal()
    client = browser(cast.privacy_officer)
    seal()
    return client


def latest(cast: Cast) -> Checkpoint:
    with acting_as(cast.privacy_officer):
        found = Checkpoint.objects.order_by("-size").first()
    assert found is not None
    return found


def told(cast: Cast, action: str) -> int:
    with acting_as(cast.privacy_officer):
        return Entry.objects.filter(action=action).count()


def test_the_page_shows_the_note_its_key_and_what_to_do_with_it(
    officer: Client, cast: Cast
) -> None:
    page = text_of(officer.get(PAGE))
    note = latest(cast).note
    assert note in page
    assert "schakelpunt.example/auditspoor/GM0828+" in page
    assert "301" in page
    assert "--tegen CONTROLEPUNT" in page
    assert told(cast, "checkpoint.viewed") == 1


def test_the_file_is_the_note_byte_for_byte(officer: Client, cast: Cast) -> None:
    answer = officer.get(f"{PAGE}.txt")
    assert answer.content.decode() == latest(cast).note
    assert answer["Content-Disposition"] == 'attachment; filename="controlepunt-GM0828-301.txt"'


def test_without_a_checkpoint_the_page_says_what_to_wait_for(cast: Cast) -> None:
    client = browser(cast.privacy_officer)
    assert "Er is nog geen controlepunt" in text_of(client.get(PAGE))
    assert client.get(f"{PAGE}.txt").status_code == 404


def test_another_role_and_another_organisation_see_nothing_of_it(
    officer: Client, cast: Cast
) -> None:
    officer.post(ADDRESSES, {"kind": "mail", "target": "kluis@oss.example"})
    with acting_as(cast.privacy_officer):
        pk = CheckpointAddress.objects.get().pk
    for actor in (cast.coordinator, actor_of("fg.politie")):
        client = browser(actor)
        for act in ("verwijderen", "proef"):
            assert client.post(f"{ADDRESSES}/{pk}/{act}").status_code == 404
        assert "kluis@oss.example" not in text_of(client.get(PAGE))
    with acting_as(actor_of("fg.politie")):
        assert CheckpointAddress.objects.count() == 0
    with acting_as(cast.privacy_officer):
        assert CheckpointAddress.objects.get().removed_at is None


def test_an_address_is_set_shown_and_removed(officer: Client, cast: Cast) -> None:
    assert (
        officer.post(ADDRESSES, {"kind": "mail", "target": "kluis@oss.example"}).status_code == 302
    )
    page = text_of(officer.get(PAGE))
    assert "kluis@oss.example" in page
    assert "Nog niet geprobeerd" in page
    again = officer.post(ADDRESSES, {"kind": "mail", "target": "kluis@oss.example"})
    assert (again.status_code, "Dit adres staat er al." in text_of(again)) == (422, True)
    with acting_as(cast.privacy_officer):
        pk = CheckpointAddress.objects.get().pk
    officer.post(f"{ADDRESSES}/{pk}/verwijderen")
    assert "kluis@oss.example" not in text_of(officer.get(PAGE))
    assert (told(cast, "checkpoint.address_set"), told(cast, "checkpoint.address_removed")) == (
        1,
        1,
    )


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"kind": "mail", "target": "geen adres"}, "Vul een mailadres in"),
        ({"kind": "webhook", "target": "http://oss.example/"}, "begint met https://"),
        ({"kind": "webhook", "target": "https://10.0.0.1/"}, "besloten netwerk"),
        ({"kind": "", "target": "kluis@oss.example"}, "verplicht"),
        ({"kind": "mail", "target": ""}, "verplicht"),
    ],
)
def test_a_wrong_address_is_told_and_what_was_typed_stays(
    officer: Client, given: dict[str, str], why: str
) -> None:
    answer = officer.post(ADDRESSES, given)
    assert answer.status_code == 422
    assert why in text_of(answer)
    assert given["target"] in text_of(answer)


def test_the_secret_of_a_webhook_is_shown_once(officer: Client, cast: Cast) -> None:
    answer = officer.post(ADDRESSES, {"kind": "webhook", "target": "https://oss.example/spoor"})
    with acting_as(cast.privacy_officer):
        made = CheckpointAddress.objects.get()
    assert made.secret in text_of(answer)
    assert made.secret not in text_of(officer.get(PAGE))


def test_no_more_than_ten_addresses(officer: Client) -> None:
    for number in range(11):
        given = {"kind": "mail", "target": f"{number}@oss.example"}
        answer = officer.post(ADDRESSES, given)
    assert answer.status_code == 422
    assert "Er zijn al 10 adressen" in text_of(answer)


def test_a_kept_checkpoint_holds_after_growth(officer: Client, cast: Cast, seal: Seal) -> None:
    note = latest(cast).note
    many_entries(cast.coordinator, 33)
    seal()
    for given in (
        {"note": note.replace("\n", "\r\n").strip()},
        {"file": SimpleUploadedFile("kept.txt", note.encode())},
    ):
        page = text_of(officer.post(f"{PAGE}/controleren", given))
        assert "gaat onveranderd verder op dit controlepunt (301 regels)" in page
    assert told(cast, "checkpoint.checked") == 2


def test_a_kept_checkpoint_tells_of_a_rewrite(
    officer: Client, cast: Cast, seal: Seal, owner: Connection
) -> None:
    note = latest(cast).note
    rewrite(owner)
    many_entries(cast.coordinator, 33)
    seal()
    page = text_of(officer.post(f"{PAGE}/controleren", {"note": note}))
    assert "Dit klopt niet" in page
    assert "het spoor is voor volgnummer 301 herschreven" in page


def rewrite(owner: Connection) -> None:
    """One entry, and all numbers and signatures anew, with the true key."""
    tables = ("audit_entry", "audit_trailentry", "audit_treenode", "audit_checkpoint")
    for table in tables:
        owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER".encode())
    owner.execute(
        "UPDATE audit_entry SET action = 'case.viewed' WHERE id = (SELECT min(id) FROM audit_entry)"
    )
    owner.execute("DELETE FROM audit_checkpoint")
    owner.execute("DELETE FROM audit_treenode")
    owner.execute("UPDATE audit_trailentry SET seq = NULL, leaf_hash = NULL")
    for table in tables:
        owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER".encode())


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"note": ""}, "Plak het controlepunt"),
        ({"note": "zomaar iets"}, "geen controlepunt"),
        ({"file": SimpleUploadedFile("x", b"\xff\xfe")}, "geen tekst"),
        ({"file": SimpleUploadedFile("x", b"x" * 70_000)}, "te groot"),
    ],
)
def test_what_is_no_checkpoint_is_told(officer: Client, given: dict[str, object], why: str) -> None:
    answer = officer.post(f"{PAGE}/controleren", given)
    assert (answer.status_code, why in text_of(answer)) == (422, True)


def test_a_note_that_was_changed_or_is_of_another_log_does_not_hold(
    officer: Client, cast: Cast
) -> None:
    note = latest(cast).note
    for other in (note.replace("\n301\n", "\n300\n"), note.replace("GM0828", "GM0829")):
        page = text_of(officer.post(f"{PAGE}/controleren", {"note": other}))
        assert "Dit is geen geldig controlepunt van dit spoor" in page


def test_several_at_once_are_each_answered(officer: Client, cast: Cast, seal: Seal) -> None:
    first = latest(cast).note
    many_entries(cast.coordinator, 5)
    seal()
    text = f"{first}\n{latest(cast).note}"
    page = text_of(officer.post(f"{PAGE}/controleren", {"note": text}))
    assert page.count("gaat onveranderd verder op dit controlepunt") == 2
