"""The page on which a person reads what he was told, and the number for pages that ask."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from notifications.models import Notification
from partners.acting import acting_as
from tests.notifications.desk import Desk, tell_many
from tests.notifications.line import standing_of


@pytest.fixture
def reader(desk: Desk) -> Client:
    browser = Client()
    browser.force_login(desk.people[0].person)
    return browser


def own(desk: Desk) -> list[Notification]:
    with acting_as(desk.people[0]):
        return list(Notification.objects.order_by("seq"))


def test_without_notifications_the_page_says_so(reader: Client) -> None:
    page = reader.get("/meldingen").content.decode()
    assert "Zodra er iets voor u klaarstaat" in page


def test_the_page_lists_the_newest_first_with_its_case_and_date(desk: Desk, reader: Client) -> None:
    desk.hears()
    desk.hears(case_reference="2026-VR21-000124", kind="request_answered")
    page = reader.get("/meldingen").content.decode()
    newest = "Een verzoek van uw organisatie in zaak 2026-VR21-000124 is beantwoord."
    oldest = "Er staat een nieuwe taak voor u klaar in zaak 2026-VR21-000123."
    assert 0 < page.index(newest) < page.index(oldest)
    assert page.count("Ongelezen") == 2


def test_a_kind_that_has_no_sentence_gets_a_neutral_one(desk: Desk, reader: Client) -> None:
    desk.hears(kind="of_tomorrow")
    page = reader.get("/meldingen").content.decode()
    assert "Er is iets nieuws voor u in zaak 2026-VR21-000123." in page


def test_opening_marks_it_read_and_leads_to_its_place(desk: Desk, reader: Client) -> None:
    desk.hears()
    answer = reader.post(f"/meldingen/{own(desk)[0].pk}/open")
    assert (answer.status_code, answer["Location"]) == (302, "/taken/5")
    first = own(desk)[0].read_at
    reader.post(f"/meldingen/{own(desk)[0].pk}/open")
    assert own(desk)[0].read_at == first is not None


def test_anothers_and_an_unknown_notification_look_the_same(desk: Desk, reader: Client) -> None:
    desk.hears()
    with acting_as(desk.people[1]):
        anothers = Notification.objects.get().pk
    answers = [reader.post(f"/meldingen/{pk}/open") for pk in (anothers, uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert len(answers[0].content) == len(answers[1].content)


def test_all_can_be_marked_read_at_once(desk: Desk, reader: Client) -> None:
    tell_many(desk, 3)
    assert reader.post("/meldingen/gelezen")["Location"] == "/meldingen"
    assert standing_of(desk.people[0]).unread == 0


@pytest.mark.parametrize("path", ["gelezen", "mail", "0be2338d-fb12-4799-8fab-7b80f8e510ca/open"])
def test_what_changes_something_is_not_a_link(reader: Client, path: str) -> None:
    assert reader.get(f"/meldingen/{path}").status_code == 405


def test_mail_can_be_switched_off_and_on(reader: Client) -> None:
    assert "U krijgt ook mail" in reader.get("/meldingen").content.decode()
    reader.post("/meldingen/mail", {"mails": "0"})
    assert "U krijgt geen mail over meldingen" in reader.get("/meldingen").content.decode()
    reader.post("/meldingen/mail", {"mails": "1"})
    assert "U krijgt ook mail" in reader.get("/meldingen").content.decode()


def test_a_page_without_a_socket_can_ask_where_things_stand(desk: Desk, reader: Client) -> None:
    assert reader.get("/meldingen/stand").json() == {"epoch": "", "seq": 0, "unread": 0}
    tell_many(desk, 2)
    now = standing_of(desk.people[0])
    assert reader.get("/meldingen/stand").json() == {"epoch": now.epoch, "seq": 2, "unread": 2}


def test_a_live_part_gets_the_list_alone(reader: Client) -> None:
    part = reader.get("/meldingen", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "Geen meldingen" in part


@pytest.mark.parametrize("number", ["2", "0", "x", "999"])
def test_the_list_is_paged_and_no_page_number_breaks_it(
    desk: Desk, reader: Client, number: str
) -> None:
    tell_many(desk, 51)
    answer = reader.get("/meldingen", {"page": number})
    assert answer.status_code == 200
    assert answer.content.decode().count("/open") in {1, 50}


@pytest.mark.parametrize("path", ["/meldingen", "/meldingen/stand"])
def test_a_thousand_cost_as_many_queries_as_ten(
    desk: Desk, reader: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tell_many(desk, 10)
    reader.get(path)
    with CaptureQueriesContext(connection) as few:
        reader.get(path)
    tell_many(desk, 990)
    with django_assert_num_queries(len(few)):
        reader.get(path)
