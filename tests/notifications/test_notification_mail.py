"""Mail says that there is something, where and by when, once."""

from datetime import datetime

import pytest
from django.core import mail as outbox
from django.utils import timezone
from procrastinate import PsycopgConnector
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from pytest_django import Settings

from notifications import inbox, jobs
from notifications.models import Notification
from partners.acting import acting_as
from tests.notifications.desk import Desk

WHERE_AND_WHEN = "zaak 2026-VR21-000123, uiterlijk 4 december 2026"
DUE = datetime.fromisoformat("2026-12-04T23:59:59+01:00")


@pytest.fixture(autouse=True)
def public_url(settings: Settings) -> None:
    settings.PUBLIC_URL = "https://schakelpunt.example"


def mail_to(desk: Desk) -> None:
    jobs.mail(person_id=desk.people[0].person.pk)


def test_mail_names_the_case_and_the_date_and_nothing_else(desk: Desk) -> None:
    desk.hears(due_at=DUE, kind="request_declined")
    mail_to(desk)
    (message,) = outbox.outbox
    assert message.to == [desk.people[0].person.email]
    assert message.subject == "Er staat iets voor u klaar in Schakelpunt"
    assert message.body.rstrip().splitlines() == [
        f"Er staat iets voor u klaar in Schakelpunt: {WHERE_AND_WHEN}.",
        "https://schakelpunt.example/taken/5",
        "",
        "U kunt deze mail uitzetten op de pagina Meldingen.",
        "https://schakelpunt.example/meldingen",
    ]


def test_all_that_waits_goes_in_one_mail_and_is_mailed_once(desk: Desk) -> None:
    desk.hears()
    desk.hears(case_reference="2026-VR21-000124")
    for _ in range(2):
        mail_to(desk)
    (message,) = outbox.outbox
    assert "000123" in message.body
    assert "000124" in message.body


def test_what_was_read_in_the_meantime_is_not_mailed(desk: Desk) -> None:
    desk.hears()
    with acting_as(desk.people[0]):
        inbox.read_all(person=desk.people[0].person, at=timezone.now())
    mail_to(desk)
    assert outbox.outbox == []


def test_whoever_wants_no_mail_gets_none_and_later_no_heap_of_it(desk: Desk) -> None:
    person = desk.people[0].person
    with acting_as(desk.people[0]):
        inbox.choose_mail(person=person, mails=False)
    desk.hears()
    mail_to(desk)
    with acting_as(desk.people[0]):
        inbox.choose_mail(person=person, mails=True)
    mail_to(desk)
    assert outbox.outbox == []


def test_whoever_left_gets_no_mail(desk: Desk) -> None:
    desk.hears()
    desk.owner.execute(
        "UPDATE partners_membership SET valid_until = current_date WHERE person_id = %s",
        [desk.people[0].person.pk],
    )
    mail_to(desk)
    assert outbox.outbox == []


def test_a_demo_person_is_mailed_on_the_console(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.owner.execute(
        "UPDATE partners_person SET is_demo = true WHERE id = %s", [desk.people[0].person.pk]
    )
    desk.hears()
    mail_to(desk)
    assert outbox.outbox == []
    assert "zaak 2026-VR21-000123" in capsys.readouterr().out


def test_when_the_mail_server_fails_all_of_it_waits_for_the_next_time(
    desk: Desk, settings: Settings
) -> None:
    desk.hears()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with pytest.raises(OSError, match="refused"):
        mail_to(desk)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail_to(desk)
    assert len(outbox.outbox) == 1


def test_the_worker_mails_with_the_role_of_the_web(desk: Desk) -> None:
    desk.hears()
    desk.owner.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL")
    connector = PsycopgConnector(kwargs=connector_params())
    with app.replace_connector(connector) as working:
        working.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    assert len(outbox.outbox) == len(desk.people)
    statuses = desk.owner.execute("SELECT DISTINCT status::text FROM procrastinate_jobs").fetchall()
    assert statuses == [("succeeded",)]
    with acting_as(desk.people[0]):
        assert not Notification.objects.filter(mail_settled_at__isnull=True).exists()
