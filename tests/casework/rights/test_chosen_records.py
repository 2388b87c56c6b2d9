"""A name can be that of two: the answer acts on the records that the privacy officer chose."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.models import Case, InformationClass, RightsRequest, RightsShare
from casework.retention.due import due
from casework.rights.policies import why_not_choose
from casework.rights.records import records_of
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor
from partners.refusals import Refused
from tests.casework.rights.namesakes import (
    ANSWER,
    NAME,
    OTHER,
    case_of_namesakes,
    item_of,
    kept,
    log_in,
)
from tests.cast import Cast
from tests.isolation.lasting import owner_of_database
from tests.isolation.rights_rows import answered, recorded, registered

pytestmark = pytest.mark.django_db

Right, Outcome = RightsRequest.Right, RightsShare.Outcome


NAME_THEM = "UPDATE partners_membership SET clearances = clearances || '{hennep}' WHERE id = %s"
FORGET_THEM = (
    "UPDATE partners_membership SET clearances = array_remove(clearances, 'hennep') WHERE id = %s",
    "DELETE FROM partners_clearance WHERE membership_id = %s AND ended_at IS NOT NULL",
)


@pytest.fixture
def case(cast: Cast) -> Case:
    return case_of_namesakes(cast)


def tried(by: Actor, statement: str, values: list[Any]) -> int:
    """By raw SQL, as the web."""
    with acting_as(by), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def test_of_two_of_one_name_the_chosen_one_alone_is_restricted(case: Case) -> None:
    found = registered(actor_of("fg.oss"), NAME, Right.RESTRICTION)
    chosen = item_of(found, kept())
    answered(found, actor_of("fg.politie"), Outcome.PART, chosen=[chosen.pk])
    assert kept().restricted_at is not None
    assert kept(OTHER).restricted_at is None


def test_of_two_of_one_name_the_chosen_one_alone_is_erased(case: Case, cast: Cast) -> None:
    found = registered(actor_of("fg.oss"), NAME, Right.ERASURE)
    chosen = item_of(found, kept())
    answered(found, actor_of("fg.politie"), Outcome.PART, chosen=[chosen.pk])
    with acting_as(cast.police):
        assert [one.object_id for one in due(cast.police, timezone.localdate())] == [str(kept().pk)]


def test_what_is_granted_as_a_whole_needs_no_choice(case: Case) -> None:
    found = registered(actor_of("fg.oss"), NAME, Right.RESTRICTION)
    answered(found, actor_of("fg.politie"), Outcome.GRANTED)
    assert kept().restricted_at is not None
    assert kept(OTHER).restricted_at is not None


def test_the_page_tells_the_two_apart_and_keeps_what_was_typed(case: Case) -> None:
    found, page = (
        registered(actor_of("fg.oss"), NAME, Right.ERASURE),
        log_in(actor_of("fg.politie")),
    )
    address = f"/rechten/{found.pk}/antwoord"
    shown = page.get(address).content.decode()
    for told in ("geboren 12 mei 1984", "Hescheweg 21, Oss", "geboren 1 mei 1990"):
        assert told in shown
    assert shown.count('name="chosen"') == 2
    both = [item_of(found, kept(label)).pk for label in (NAME, OTHER)]
    for chosen, told in (([], "Kies welke gegevens"), (both, "U koos alle gegevens")):
        wrong = page.post(address, {**ANSWER, "outcome": "part", "chosen": chosen})
        assert wrong.status_code == 422
        text = wrong.content.decode()
        assert told in text
        assert ANSWER["answer"] in text
        assert text.count("checked") == 2 + len(chosen), "outcome, telling, and what was chosen"
    some = page.post(address, {**ANSWER, "outcome": "granted", "chosen": both[:1]})
    assert "koos een deel" in some.content.decode()
    given = {**ANSWER, "outcome": "part", "chosen": both[:1]}
    assert page.post(address, given).status_code == 302
    after = page.get(f"/rechten/{found.pk}").content.decode()
    assert (after.count("Niet toegewezen"), after.count(">Toegewezen")) == (1, 1)


@pytest.fixture
def named(db: None) -> Iterator[Actor]:
    """Of politie, where the owner of the data names people."""
    pk = actor_of("liaison1.politie").membership.pk
    with owner_of_database() as owner:
        owner.execute(NAME_THEM, [pk])
        try:
            yield actor_of("liaison1.politie")
        finally:
            for statement in FORGET_THEM:
                owner.execute(statement, [pk])


def test_of_what_is_for_named_people_it_stands_only_that_it_is_there(
    case: Case, named: Actor
) -> None:
    recorded(case, named, "J.Jansen", InformationClass.X, born_on="1971-01-01")
    found = registered(actor_of("fg.oss"), NAME)
    officer = actor_of("fg.politie")
    with acting_as(officer):
        seen = [one.words for one in records_of(RightsShare.objects.get(request=found))]
    assert sorted(seen) == [
        "Alleen voor aangewezen medewerkers",
        "J Jansen, geboren 1 mei 1990",
        "J. Jansen, geboren 12 mei 1984, Hescheweg 21, Oss",
    ]
    shown = log_in(officer).get(f"/rechten/{found.pk}").content.decode()
    assert "Alleen voor aangewezen medewerkers" in shown
    assert "1971" not in shown


def test_nobody_but_its_officer_sees_or_chooses_the_records(case: Case, cast: Cast) -> None:
    found = registered(actor_of("fg.oss"), NAME, Right.RESTRICTION)
    item = item_of(found, kept())
    look = "SELECT * FROM casework_rights_records(%s)"
    choose = "UPDATE casework_rightsitem SET is_granted = true WHERE id = %s"
    for by, count in ((actor_of("fg.oss"), 0), (cast.police, 0), (actor_of("fg.politie"), 2)):
        assert tried(by, look, [item.share_id]) == count, by.membership
        assert tried(by, choose, [item.pk]) == min(count, 1), by.membership
    answered(found, actor_of("fg.politie"), Outcome.GRANTED)
    assert tried(actor_of("fg.politie"), choose, [item.pk]) == 0, "it is answered"


@pytest.mark.parametrize(
    ("outcome", "chosen"), [("granted", 1), ("part", 0), ("part", 2), ("refused", 1)]
)
def test_the_database_refuses_an_answer_that_is_not_the_choice(
    case: Case, outcome: str, chosen: int
) -> None:
    officer = actor_of("fg.politie")
    found = registered(actor_of("fg.oss"), NAME, Right.ERASURE)
    items = [item_of(found, kept(label)) for label in (NAME, OTHER)][:chosen]
    for item in items:
        tried(officer, "UPDATE casework_rightsitem SET is_granted = true WHERE id = %s", [item.pk])
    with pytest.raises(DatabaseError, match="chosen records"):
        tried(
            officer,
            """UPDATE casework_rightsshare SET outcome = %s, article = 'x', answered_at = now(),
                   answered_by_id = %s WHERE request_id = %s""",
            [outcome, officer.membership.pk, found.pk],
        )


def test_the_service_refuses_it_as_well(case: Case) -> None:
    found = registered(actor_of("fg.oss"), NAME, Right.ERASURE)
    with pytest.raises(Refused, match="Kies welke gegevens"):
        answered(found, actor_of("fg.politie"), Outcome.PART)


@pytest.mark.parametrize(
    ("right", "outcome", "chosen", "kept", "may"),
    [
        (Right.ERASURE, Outcome.GRANTED, 0, 3, True),
        (Right.ERASURE, Outcome.GRANTED, 3, 3, True),
        (Right.ERASURE, Outcome.GRANTED, 2, 3, False),
        (Right.ERASURE, Outcome.PART, 1, 3, True),
        (Right.ERASURE, Outcome.PART, 0, 3, False),
        (Right.ERASURE, Outcome.PART, 3, 3, False),
        (Right.RESTRICTION, Outcome.PART, 1, 1, False),
        (Right.RECTIFICATION, Outcome.PART, 3, 3, False),
        (Right.RECTIFICATION, Outcome.PART, 1, 1, True),
        (Right.ACCESS, Outcome.PART, 3, 3, True),
        (Right.ACCESS, Outcome.PART, 0, 3, False),
        (Right.ACCESS, Outcome.PART, 0, 0, False),
        (Right.OBJECTION, Outcome.REFUSED, 0, 3, True),
        (Right.OBJECTION, Outcome.REFUSED, 1, 3, False),
    ],
)
def test_what_can_be_chosen_with_which_answer(
    right: RightsRequest.Right, outcome: RightsShare.Outcome, chosen: int, kept: int, may: bool
) -> None:
    assert (why_not_choose(right, outcome, chosen=chosen, kept=kept) is None) is may
