"""What is given is given once, ends at once, and is told again when something is added."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from casework.models import Case, Commitment, Contribution, Disclosure
from casework.services import disclosures
from casework.services.disclosures import Basis
from notifications.models import Notification
from partners.acting import acting_as
from partners.audit.models import Entry, TrailEntry
from tests.cases import a_case
from tests.casework.documents.samples import PDF
from tests.cast import Cast
from tests.isolation.acts import own_contribution
from tests.partners.conftest import (
    LogIn,
    log_in,
)

__all__ = ["log_in"]  # a fixture


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="answer")


@pytest.fixture
def ours(case: Case, cast: Cast) -> Contribution:
    with acting_as(cast.coordinator):
        return own_contribution(case, cast.coordinator)


def _values(page: str, **values: object) -> dict[str, object]:
    key = page.split('name="submission" value="')[1].split('"', maxsplit=1)[0]
    return {"submission": key, **values}


def _give(ours: Contribution, cast: Cast, **more: object) -> Disclosure:
    with acting_as(cast.coordinator):
        one = Disclosure.objects.filter(sender=cast.coordinator.organisation).first()
        assert one is not None
        basis = Basis("Doel", one.sender_ground, one.receiver_ground, "Nodig", **more)  # type: ignore[arg-type]
        return disclosures.disclose(
            thing=ours,
            receiver=cast.grid.organisation,
            basis=basis,
            is_told=True,
            actor=cast.coordinator,
            at=timezone.now(),
        )


def _in_force(ours: Contribution, cast: Cast) -> int:
    with acting_as(cast.coordinator):
        rows = ours.disclosures.in_force(timezone.now())
        return rows.filter(receiver=cast.grid.organisation).count()


def test_giving_twice_is_one_and_longer_is_another(ours: Contribution, cast: Cast) -> None:
    soon = timezone.now() + timedelta(days=1)
    assert _give(ours, cast, valid_until=soon) == _give(ours, cast, valid_until=soon)
    assert _give(ours, cast) == _give(ours, cast)
    assert _in_force(ours, cast) == 2


def test_withdrawing_ends_all_that_the_receiver_got(ours: Contribution, cast: Cast) -> None:
    first = _give(ours, cast, valid_until=timezone.now() + timedelta(days=1))
    _give(ours, cast)
    with acting_as(cast.coordinator):
        disclosures.withdraw(disclosure=first, actor=cast.coordinator, at=timezone.now())
    assert _in_force(ours, cast) == 0
    with acting_as(cast.grid):
        assert not Contribution.objects.visible_to(cast.grid).filter(pk=ours.pk).exists()


def test_one_form_makes_one_disclosure_until_the_day_it_names(
    ours: Contribution,
    cast: Cast,
    log_in: LogIn,
) -> None:
    client = log_in(cast.coordinator)
    address = f"/bijdragen/{ours.pk}/verstrekken"
    with acting_as(cast.coordinator):
        like = Disclosure.objects.filter(sender=cast.coordinator.organisation)[0]
    values = _values(
        client.get(address).content.decode(),
        receiver=cast.grid.organisation_id,
        purpose="Doel",
        sender_ground=like.sender_ground_id,
        receiver_ground=like.receiver_ground_id,
        necessity="Nodig",
        valid_until="2099-01-31",
    )
    assert client.post(address, values).status_code == 302
    again = client.post(address, values)
    assert again.status_code == 409
    assert "Dit is al verzonden" in again.content.decode()
    with acting_as(cast.coordinator):
        (given,) = ours.disclosures.filter(receiver=cast.grid.organisation)
    assert given.valid_until is not None
    assert timezone.localdate(given.valid_until) == date(2099, 1, 31)


def test_one_form_makes_one_commitment(case: Case, cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.coordinator)
    address = f"/zaken/{case.reference}/afspraken"
    values = _values(
        client.get(address).content.decode(),
        party=cast.grid.organisation_id,
        text="De sleutels overdragen.",
        due_on="2099-01-31",
    )
    assert [client.post(address, values).status_code for _ in range(2)] == [302, 409]
    with acting_as(cast.coordinator):
        assert Commitment.objects.filter(case=case).count() == 1


def test_what_is_added_to_what_was_given_is_announced_and_told(
    ours: Contribution,
    cast: Cast,
    log_in: LogIn,
) -> None:
    _give(ours, cast)
    client = log_in(cast.coordinator)
    address = f"/bijdragen/{ours.pk}/documenten"
    page = client.get(address).content.decode()
    assert "Deze bijdrage is al verstrekt" in page
    assert cast.grid.organisation.name in page
    before = _told(cast)
    upload = SimpleUploadedFile("a.pdf", PDF, "application/pdf")
    assert client.post(address, {"attachments": upload}).status_code == 302
    assert _told(cast) == before + 1
    with acting_as(cast.grid):
        entry = Entry.objects.get(action="document.added")
        assert TrailEntry.objects.filter(entry=entry, organisation=cast.grid.organisation).exists()


def _told(cast: Cast) -> int:
    with acting_as(cast.grid):
        return Notification.objects.filter(kind="disclosure_given").count()


def test_each_look_is_noted_once_in_ten_minutes_whatever_the_browser_says(
    case: Case,
    cast: Cast,
    log_in: LogIn,
) -> None:
    for page in ("", "/tijdlijn", "/stappen"):
        client: Client = log_in(cast.coordinator)
        before = _looks(case, cast)
        for _ in range(2):
            answer = client.get(f"/zaken/{case.reference}{page}", headers={"HX-Request": "true"})
            assert answer.status_code == 200
        assert _looks(case, cast) == before + 1


def test_a_look_at_a_disclosure_is_a_look_at_its_case(
    case: Case,
    ours: Contribution,
    cast: Cast,
    log_in: LogIn,
) -> None:
    given = _give(ours, cast)
    assert log_in(cast.coordinator).get(f"/verstrekkingen/{given.pk}").status_code == 200
    assert _looks(case, cast) == 1


def _looks(case: Case, cast: Cast) -> int:
    with acting_as(cast.coordinator):
        rows = Entry.objects.filter(action="case.viewed", case_reference=case.reference)
        return rows.count()


@pytest.mark.parametrize("typed", ["%00", "jan-de-vries", "2026-VR21-0001"])
def test_what_is_no_reference_leads_nowhere_and_into_no_trail(
    cast: Cast,
    log_in: LogIn,
    typed: str,
) -> None:
    client = log_in(cast.coordinator)
    for page in ("", "/tijdlijn", "/stappen", "/eigenaar", "/afspraken"):
        assert client.get(f"/zaken/{typed}{page}").status_code == 404
    with acting_as(cast.coordinator):
        assert not Entry.objects.filter(action="access.denied").exists()
