"""Each night the checkpoint goes out; what fails is kept, told once, and tried again."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core import mail as outbox
from django.test import Client
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.procrastinate_app import current_app
from pytest_django import Settings

import notifications.checkpoints.jobs as nightly
from config.database_roles import Connection
from notifications.checkpoints import addresses
from notifications.checkpoints.webhook import NotDelivered, signature
from notifications.models import CheckpointAddress, Notification
from partners.acting import acting_as
from partners.audit.models import Entry, WitnessedLog
from partners.audit.proof.checkpoints import open_checkpoint
from partners.audit.proof.notes import VerifierKey
from partners.refusals import Unrecorded
from tests.cast import Cast
from tests.isolation.refusing_trail import by_a_trigger, contents
from tests.notifications.checkpoints.receiver import Receiver, receiving
from tests.partners.audit.entries import many_entries
from tests.partners.audit.sealing.browsing import PAGE, browser, text_of
from tests.partners.audit.sealing.conftest import Seal


@pytest.fixture(autouse=True)
def sealed(cast: Cast, seal: Seal) -> None:
    many_entries(cast.coordinator, 20)
    seal()


@pytest.fixture
def receiver(tmp_path: Path, settings: Settings) -> Iterator[Receiver]:
    with receiving(tmp_path) as receiver:
        settings.WEBHOOK_CA_FILE = receiver.ca_file
        settings.WEBHOOK_ALLOW_PRIVATE = True
        yield receiver


def set_address(cast: Cast, kind: str, target: str) -> CheckpointAddress:
    officer = cast.privacy_officer
    with acting_as(officer):
        return addresses.set_address(kind=kind, target=target, actor=officer, at=timezone.now())


def as_it_is(cast: Cast, address: CheckpointAddress) -> CheckpointAddress:
    with acting_as(cast.privacy_officer):
        return CheckpointAddress.objects.get(pk=address.pk)


def deliver(cast: Cast, address: CheckpointAddress) -> None:
    nightly.deliver_checkpoint(
        address_id=address.pk, organisation_id=cast.privacy_officer.organisation_id
    )


def told(cast: Cast) -> list[str]:
    with acting_as(cast.privacy_officer):
        found = Notification.objects.filter(kind="checkpoint_not_sent")
        return [one.link for one in found]


def entries(cast: Cast) -> list[tuple[str, str]]:
    with acting_as(cast.privacy_officer):
        rows = Entry.objects.filter(action__startswith="checkpoint.").order_by("pk")
        return list(rows.values_list("action", "origin"))


def test_a_mail_carries_the_note_and_the_key_and_no_entry(cast: Cast) -> None:
    address = set_address(cast, "mail", "kluis@oss.example")
    deliver(cast, address)
    (message,) = outbox.outbox
    assert message.to == ["kluis@oss.example"]
    assert message.subject == "Controlepunt van het auditspoor van GM0828"
    key = next(one for one in message.body.splitlines() if "GM0828+" in one)
    start = message.body.index("schakelpunt.example/auditspoor/GM0828\n")
    note = message.body[start : message.body.index("De sleutel")].rstrip("\n") + "\n"
    assert open_checkpoint(note, [VerifierKey.parse(key)]).size == 20
    found = as_it_is(cast, address)
    assert (found.delivered_size, found.failure, found.failing_since) == (20, "", None)
    assert entries(cast)[-1] == ("checkpoint.sent", "job")


def test_a_webhook_carries_the_same_signed_with_its_secret(cast: Cast, receiver: Receiver) -> None:
    address = set_address(cast, "webhook", receiver.url)
    deliver(cast, address)
    (body,) = receiver.bodies
    assert receiver.headers()["X-Schakelpunt-Signature"] == signature(body, address.secret)
    told_json = json.loads(body)
    keys = [VerifierKey.parse(one) for one in told_json["keys"]]
    assert open_checkpoint(told_json["checkpoint"], keys).size == told_json["size"] == 20
    assert told_json["organisation"] == "GM0828"


def test_a_failure_is_kept_told_once_and_over_after_a_delivery(
    cast: Cast, receiver: Receiver
) -> None:
    address = set_address(cast, "webhook", receiver.url)
    receiver.answer = b"HTTP/1.1 500 Oops\r\n\r\n"
    for _ in range(2):
        with pytest.raises(NotDelivered):
            deliver(cast, address)
    found = as_it_is(cast, address)
    assert found.failure == "De ontvanger antwoordde met status 500."
    assert found.failing_since is not None
    assert found.delivered_at is None
    assert told(cast) == [PAGE]
    assert [one for one, _origin in entries(cast)[-2:]] == ["checkpoint.not_sent"] * 2
    page = text_of(browser(cast.privacy_officer).get(PAGE))
    assert "De ontvanger antwoordde met status 500." in page

    receiver.answer = b"HTTP/1.1 200 OK\r\n\r\n"
    deliver(cast, address)
    found = as_it_is(cast, address)
    assert (found.failure, found.failing_since, found.delivered_size) == ("", None, 20)


def test_each_night_a_log_that_did_not_grow_is_sent_too(cast: Cast, owner: Connection) -> None:
    address = set_address(cast, "mail", "kluis@oss.example")
    removed = set_address(cast, "mail", "oud@oss.example")
    with acting_as(cast.privacy_officer):
        addresses.remove(address=removed, actor=cast.privacy_officer, at=timezone.now())
    owner.execute("DELETE FROM procrastinate_jobs")
    for _ in range(2):
        nightly.send_checkpoints(timestamp=0)
    jobs = owner.execute("SELECT task_name, args FROM procrastinate_jobs").fetchall()
    args = {
        "address_id": address.pk,
        "organisation_id": cast.privacy_officer.organisation_id,
    }
    assert jobs == [("notifications.deliver_checkpoint", args)] * 2
    for _name, given in jobs:
        nightly.deliver_checkpoint(**given)
    assert len(outbox.outbox) == 2


def test_a_removed_address_gets_nothing_any_more(cast: Cast) -> None:
    address = set_address(cast, "mail", "kluis@oss.example")
    with acting_as(cast.privacy_officer):
        addresses.remove(address=address, actor=cast.privacy_officer, at=timezone.now())
    deliver(cast, address)
    assert outbox.outbox == []


def test_what_cannot_be_recorded_is_not_sent(
    cast: Cast, owner: Connection, receiver: Receiver
) -> None:
    address = set_address(cast, "webhook", receiver.url)
    before = contents(owner)
    with by_a_trigger(owner), pytest.raises(Unrecorded):
        deliver(cast, address)
    assert receiver.connections == 0
    assert contents(owner) == before
    deliver(cast, address)
    assert len(receiver.requests) == 1
    assert contents(owner)["audit_entry"][0] == before["audit_entry"][0] + 1


def test_a_trial_tells_at_once_how_it_went(cast: Cast, receiver: Receiver) -> None:
    address = set_address(cast, "webhook", receiver.url)
    officer: Client = browser(cast.privacy_officer)
    trial = f"{PAGE}/adressen/{address.pk}/proef"
    assert "De proef is verstuurd." in text_of(officer.post(trial, follow=True))
    receiver.answer = b"HTTP/1.1 404 Not Found\r\n\r\n"
    told_page = text_of(officer.post(trial, follow=True))
    assert "De proef is niet bezorgd. De ontvanger antwoordde met status 404." in told_page
    assert as_it_is(cast, address).failing_since is not None


def test_each_partner_looks_at_every_log_of_its_region(cast: Cast) -> None:
    nightly.witness_logs(timestamp=0)
    with acting_as(cast.privacy_officer):
        kept = WitnessedLog.objects.filter(log=cast.coordinator.organisation)
        assert kept.count() > 3
        assert {(one.size, one.why_not) for one in kept} == {(20, "")}
        assert not WitnessedLog.objects.filter(witness=cast.coordinator.organisation).exists()
    page = text_of(browser(cast.privacy_officer).get(PAGE))
    assert "Politie-eenheid Oost-Brabant" in page


def test_the_jobs_are_known_to_the_worker_and_delivery_is_tried_again() -> None:
    known: dict[str, Any] = app.tasks
    assert {"notifications.send_checkpoints", "notifications.witness_logs"} <= set(known)
    retry = current_app.tasks["notifications.deliver_checkpoint"].retry_strategy
    assert isinstance(retry, RetryStrategy)
    assert (retry.max_attempts, retry.exponential_wait) == (5, 5)
