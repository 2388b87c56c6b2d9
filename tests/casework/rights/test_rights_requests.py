"""One request, asked of each partner that keeps something; one letter, in which no more stands."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.models import Case, RightsRequest, RightsShare, Subject
from casework.retention.due import due
from casework.rights.terms import term_ends
from casework.rights.watch import watch
from config.demo.people import actor_of
from config.demo.walk import do, reported
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry, TrailEntry
from tests.casework.rights.namesakes import log_in
from tests.cast import Cast
from tests.isolation.rights_rows import answered, recorded, registered

pytestmark = pytest.mark.django_db

NAME = "Jan Proefpersoon"
Right, Outcome = RightsRequest.Right, RightsShare.Outcome


@pytest.fixture
def case(cast: Cast) -> Case:
    """Politie and Oss both keep the person, each as its own record; the others do not."""
    found = reported(cast.police)
    do(found, "visit", cast.police)
    do(found, "report", cast.police)
    do(found, "open_case", cast.coordinator)
    recorded(found, cast.police, f" {NAME.upper()}")
    recorded(found, cast.coordinator, NAME)
    return found


def trail(reader: Actor) -> list[str]:
    with acting_as(reader):
        rows = TrailEntry.objects.filter(organisation=reader.organisation_id)
        rows = rows.filter(entry__action__startswith="rights").select_related("entry")
        return [row.entry.action for row in rows.order_by("entry")]


def form(**changes: str) -> dict[str, str]:
    return {
        "right": "access",
        "label": NAME,
        "asked": "Wat weet u van mij?",
        "identity_check": "shown",
        "received_on": timezone.localdate().isoformat(),
    } | changes


def test_from_the_request_to_the_letter(case: Case) -> None:
    """The gemeente that got it keeps nothing itself, and learns who does with the answer."""
    officers = {name: actor_of(f"fg.{name}") for name in ("meierijstad", "politie", "oss", "om")}
    pages = {name: log_in(actor) for name, actor in officers.items()}
    ours = pages["meierijstad"]
    assert ours.post("/rechten/nieuw", form(label="")).status_code == 422
    address = ours.post("/rechten/nieuw", form())["Location"]
    assert NAME not in address
    before = ours.get(address).content.decode()
    assert NAME in before
    assert "Politie" not in before.split("<main", 1)[1]
    assert ours.get(f"{address}/brief").status_code == 403
    assert pages["om"].get(address).status_code == 404
    assert case.reference in pages["politie"].get(address).content.decode()
    assert case.reference not in before
    refusal = {"outcome": "refused", "answer": "Nee.", "article": "", "telling": "no"}
    assert pages["politie"].post(f"{address}/antwoord", refusal).status_code == 422
    refusal["article"] = "Wpg art. 27"
    assert pages["politie"].post(f"{address}/antwoord", refusal).status_code == 302
    assert "Wpg art. 27" not in ours.get(address).content.decode()
    assert ours.post(f"{address}/verzonden").status_code == 403
    given = {"outcome": "granted", "answer": "Uw naam en adres.", "telling": "yes"}
    assert pages["oss"].post(f"{address}/antwoord", given).status_code == 302
    letter = ours.get(f"{address}/brief").content.decode()
    assert "Uw naam en adres." in letter
    for hidden in ("Politie", "Wpg art. 27", "Nee.", case.reference):
        assert hidden not in letter.split("<main", 1)[1]
    assert ours.post(f"{address}/verzonden").status_code == 302
    assert pages["oss"].get(f"{address}/antwoord").status_code == 403
    assert trail(officers["meierijstad"]) == [
        *("rights.registered", "rights.viewed", "rights.viewed", "rights.answered"),
        *("rights.viewed", "rights.sent"),
    ]
    assert trail(officers["politie"]) == ["rights.viewed", "rights.viewed", "rights.answered"]
    assert trail(officers["oss"]) == ["rights.answered"]
    assert trail(officers["om"]) == []


def test_no_name_stands_in_entry_notification_or_list(case: Case, cast: Cast) -> None:
    oss, politie = actor_of("fg.oss"), actor_of("fg.politie")
    found = registered(oss, NAME, Right.RECTIFICATION)
    watch(timezone.now())
    answered(found, politie, Outcome.GRANTED)
    told = {}
    for who in (oss, politie, cast.police):
        with acting_as(who):
            rows = Notification.objects.filter(person=who.person)
            told[who.person.email.partition("@")[0]] = [(one.kind, one.link) for one in rows]
            entries = [str(vars(one)) for one in Entry.objects.all()]
        assert NAME not in str(told) + str(entries)
        assert NAME not in log_in(who).get("/rechten").content.decode()
    assert ("rights_asked", f"/rechten/{found.pk}") in told["fg.politie"]
    assert "rights_granted" in dict(told["liaison1.politie"])


def test_what_is_restricted_is_shown_so_and_disclosed_no_more(case: Case, cast: Cast) -> None:
    answered(
        registered(actor_of("fg.oss"), NAME, Right.RESTRICTION),
        actor_of("fg.politie"),
        Outcome.GRANTED,
    )
    with acting_as(cast.police):
        record = Subject.objects.get(label__icontains=NAME)
        assert record.restricted_at is not None
    page = log_in(cast.police).get(f"/betrokkenen/{record.pk}").content.decode()
    assert "Niet gebruiken" in page
    with acting_as(cast.coordinator):
        assert Subject.objects.get(label=NAME).restricted_at is None, "that is of Oss itself"
    with (
        acting_as(cast.police),
        pytest.raises(DatabaseError, match="restricted"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            """INSERT INTO casework_disclosure (id, case_id, subject_id, sender_id, receiver_id,
                   receiver_ids, purpose, necessity, conditions, may_disclose_onward,
                   sender_ground_id, receiver_ground_id, given_by_id, given_at)
               SELECT gen_random_uuid(), %s, %s, %s, %s, '{}', '', '', '', false, g.id, g.id, %s,
                   now() FROM partners_ground g LIMIT 1""",
            [
                *(case.pk, record.pk, cast.police.organisation_id),
                *(cast.coordinator.organisation_id, cast.police.person.pk),
            ],
        )


def test_what_is_erased_is_due_at_once_and_still_goes_by_two(case: Case, cast: Cast) -> None:
    with acting_as(cast.police):
        assert due(cast.police, timezone.localdate()) == []
    answered(
        registered(actor_of("fg.oss"), NAME, Right.ERASURE),
        actor_of("fg.politie"),
        Outcome.GRANTED,
    )
    with acting_as(cast.police):
        record = Subject.objects.get(label__icontains=NAME)
        assert [one.object_id for one in due(cast.police, timezone.localdate())] == [str(record.pk)]
    with acting_as(cast.coordinator):
        assert due(cast.coordinator, timezone.localdate()) == []


def test_each_answers_once_and_for_itself(case: Case) -> None:
    oss, politie = actor_of("fg.oss"), actor_of("fg.politie")
    found = registered(oss, NAME)
    answered(found, politie, Outcome.GRANTED)
    refuse = "UPDATE casework_rightsshare SET outcome = 'refused', article = 'x'"
    sign = "UPDATE casework_rightsshare SET outcome = 'granted', answered_by_id = %s"
    for by, statement, values in (
        (politie, refuse, []),
        (oss, sign, [politie.membership.pk]),
    ):
        with (
            acting_as(by),
            pytest.raises(DatabaseError, match=r"answered|for oneself"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement, values)


def test_the_watch_tells_each_level_once(case: Case) -> None:
    registered(actor_of("fg.oss"), NAME)
    assert [watch(timezone.now()) for _round in range(2)] == [2, 0]


@pytest.mark.parametrize(
    ("received", "end", "extended"),
    [
        (date(2026, 3, 3), date(2026, 4, 3), date(2026, 6, 3)),
        (date(2026, 1, 31), date(2026, 2, 28), date(2026, 4, 30)),
        (date(2026, 12, 15), date(2027, 1, 15), date(2027, 3, 15)),
    ],
)
def test_the_term_is_a_month_and_with_a_reason_two_more(
    received: date, end: date, extended: date
) -> None:
    assert term_ends(received) == end
    assert term_ends(received, is_extended=True) == extended


def test_a_term_is_extended_once(case: Case) -> None:
    oss = actor_of("fg.oss")
    found, page = registered(oss, NAME), log_in(oss)
    address = f"/rechten/{found.pk}/verlengen"
    assert page.post(address, {"reason": "Veel partners."}).status_code == 302
    assert page.post(address, {"reason": "Nog eens."}).status_code == 403
    with acting_as(oss):
        again = RightsRequest.objects.get(pk=found.pk)
    assert again.due_on == term_ends(again.received_on, is_extended=True)
