"""One's own terms as a calendar reads them: by a revocable address, without persons."""

import re
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from config.demo.walk import open_step
from partners import calendar_keys
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.audit.models import Entry
from partners.models import CalendarKey
from tests.cases import a_case
from tests.cast import Cast
from tests.workflows.test_case_terms import formule
from workflows.services import case_terms

SHOWN = re.compile(r"<code>(\S+/agenda/[\w-]+\.ics)</code>")


def address_of(actor: Actor) -> str:
    with acting_as(actor):
        return f"/agenda/{calendar_keys.make(actor=actor, at=timezone.now())}.ics"


def read(address: str) -> Any:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def test_it_holds_the_open_steps_of_this_capacity_by_their_last_day(cast: Cast) -> None:
    case = a_case(cast, at="answer")
    with acting_as(cast.grid):
        step = open_step(case, "answer", cast.grid)
    (event,) = read(address_of(cast.grid)).events
    assert event["summary"] == f"{case.reference}: Verzoek beantwoorden"
    assert event["dtstart"].dt == timezone.localdate(step.due_at)
    assert event["dtend"].dt == event["dtstart"].dt + timedelta(days=1)
    assert event["url"] == f"{settings.PUBLIC_URL}/taken/{step.pk}"
    assert event["uid"].startswith(f"taak-{step.pk}@")
    assert read(address_of(cast.mayor)).events == []


def test_it_holds_the_terms_of_the_case_for_who_owns_them(cast: Cast) -> None:
    case = a_case(cast, at="urgency")
    with acting_as(cast.coordinator), engine_sees(case.pk):
        case_terms.begin(
            case=case,
            code="decision",
            starts_on=date(2026, 4, 1),
            formule=formule(),
            actor=cast.coordinator,
            at=timezone.now(),
        )
    (event,) = read(address_of(cast.coordinator)).events
    assert event["summary"] == f"{case.reference}: termijn Beslissen op de aanvraag"
    assert event["dtstart"].dt == date(2026, 5, 27)
    assert [one["summary"] for one in read(address_of(cast.mayor)).events] == [
        f"{case.reference}: Spoed beoordelen"
    ]


def test_a_step_due_by_the_clock_stands_at_its_time(cast: Cast) -> None:
    case = a_case(cast, at="answer")
    due_at = timezone.now().replace(microsecond=0, second=0) + timedelta(hours=30)
    with acting_as(cast.grid), engine_sees(case.pk):
        step = open_step(case, "answer", cast.grid)
        step.due_at = due_at
        step.save(update_fields=["due_at"])
    (event,) = read(address_of(cast.grid)).events
    assert event["dtstart"].dt == due_at
    assert "dtend" not in event


def test_it_is_written_as_the_standard_says(cast: Cast) -> None:
    a_case(cast, at="answer")
    answer = Client().get(address_of(cast.grid))
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert not [line for line in lines if len(line) > 75 or b"\n" in line]
    required = {b"VERSION:2.0", b"METHOD:PUBLISH"}
    assert required <= set(lines)
    for name in (b"PRODID", b"UID", b"DTSTAMP", b"DTSTART;VALUE=DATE"):
        assert [line for line in lines if line.startswith(name + b":")]


def test_it_tells_nothing_of_persons_or_premises(cast: Cast) -> None:
    a_case(cast, at="answer")
    told = Client().get(address_of(cast.grid)).content.decode()
    names = {cast.grid.person.name, cast.grid.person.email, cast.coordinator.person.name}
    for secret in (*names, "straat", "Enexis"):
        assert secret not in told


def bare(answer: Any) -> str:
    """Without what is new in each answer, and the address that was asked."""
    masked = re.sub(r'"X-CSRFToken": "\w+"|value="\w{64}"', "", answer.content.decode())
    return masked.replace(answer.request["PATH_INFO"], "")


def test_unknown_revoked_and_left_look_the_same(cast: Cast, as_nobody: Client) -> None:
    address = address_of(cast.grid)
    assert as_nobody.get(address).status_code == 200
    with acting_as(cast.grid):
        calendar_keys.revoke(actor=cast.grid, at=timezone.now())
    revoked = as_nobody.get(address)
    unknown = as_nobody.get("/agenda/onbekend.ics")
    assert (revoked.status_code, unknown.status_code) == (404, 404)
    assert bare(revoked) == bare(unknown)


def test_a_new_address_ends_the_one_before_it(cast: Cast, as_nobody: Client) -> None:
    first, second = address_of(cast.grid), address_of(cast.grid)
    assert as_nobody.get(first).status_code == 404
    assert as_nobody.get(second).status_code == 200


def test_the_account_page_makes_shows_once_and_revokes(
    cast: Cast, log_in: Any, as_nobody: Client
) -> None:
    client = log_in(cast.grid)
    assert not SHOWN.search(client.get("/mijn-account").content.decode())
    shown = SHOWN.search(client.post("/mijn-account/agenda").content.decode())
    assert shown is not None
    address = shown[1].removeprefix(settings.PUBLIC_URL)
    assert as_nobody.get(address).status_code == 200

    again = client.get("/mijn-account").content.decode()
    assert not SHOWN.search(again)
    assert "U hebt een koppeling sinds" in again

    client.post("/mijn-account/agenda/intrekken")
    assert as_nobody.get(address).status_code == 404
    # The trail of the netbeheerder, read by nobody but its own privacy officer: by its rows.
    with acting_as(cast.grid):
        rows = Entry.objects.filter(action__startswith="calendar_key.", person=cast.grid.person)
        assert [one.action for one in rows.order_by("pk")] == [
            "calendar_key.made",
            "calendar_key.revoked",
        ]


def test_the_database_keeps_no_key(cast: Cast) -> None:
    key = address_of(cast.grid).removeprefix("/agenda/").removesuffix(".ics")
    with acting_as(cast.grid):
        kept = CalendarKey.objects.get(membership=cast.grid.membership, revoked_at=None)
    assert key not in str(vars(kept))
    assert kept.digest == CalendarKey.digest_of(key)


def test_somebody_elses_key_is_not_made_or_revoked_even_in_the_database(cast: Cast) -> None:
    address = address_of(cast.grid)
    with acting_as(cast.stranger):
        changed = CalendarKey.objects.filter(membership=cast.grid.membership).update(
            revoked_at=timezone.now()
        )
    assert changed == 0
    assert Client().get(address).status_code == 200
