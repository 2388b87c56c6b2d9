"""A case that closes ends what others saw by it, in both walls; its file stays with its keeper."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework import access
from casework.models import (
    LOOK_BACK,
    Case,
    Contribution,
    Disclosure,
    InformationClass,
    Part,
    Participation,
)
from casework.services import cases, contributions, disclosures, extracts, participations
from casework.services.contributions import Draft
from notifications.models import Notification
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.audit.models import Entry
from partners.refusals import Hidden, Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import put_in, reads, take
from tests.giving import give

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
RAW = """SELECT
    (SELECT count(*) FROM casework_case WHERE id = %s),
    (SELECT count(*) FROM casework_contribution
     WHERE case_id = %s AND organisation_id <> app_case_organisation()),
    (SELECT count(*) FROM casework_contribution
     WHERE case_id = %s AND organisation_id = app_case_organisation())"""


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="urgency")


def sees(actor: Actor, case: Case, at: datetime | None = None) -> tuple[bool, bool, bool]:
    """The case, what others put in, and what is its own: filter and raw SQL agree."""
    with acting_as(actor, at=at):
        rows = Contribution.objects.visible_to(actor).filter(case_id=case.pk)
        found = (
            Case.objects.visible_to(actor).filter(pk=case.pk).exists(),
            rows.exclude(organisation=actor.organisation).exists(),
            rows.filter(organisation=actor.organisation).exists(),
        )
        with connection.cursor() as cursor:
            cursor.execute(RAW, [case.pk] * 3)
            assert tuple(one > 0 for one in cursor.fetchone()) == found
    return found


def tell(case: Case, by: Actor, to: Actor, at: datetime) -> Contribution:
    """Something of one's own, given to another."""
    made = contributions.contribute(
        case=case, draft=Draft("note", "Bericht", InformationClass.B, []), actor=by, at=at
    )
    give(made, by, to, at=at, is_told=True)
    return made


def close(case: Case, cast: Cast, *, with_word_to: Actor | None = None) -> datetime:
    at = timezone.now()
    with acting_as(cast.coordinator, at=at):
        found = Case.objects.get(pk=case.pk)
        if with_word_to is not None:
            tell(found, cast.coordinator, with_word_to, at)
        cases.close(case=found, actor=cast.coordinator, at=at)
    return at


def test_it_is_open_until_it_closes_and_then_shut(case: Case, cast: Cast, log_in: Any) -> None:
    partners = (cast.police, cast.prosecutor, cast.grid)
    assert sees(cast.coordinator, case) == (True, True, True)
    with acting_as(cast.coordinator):
        found = Case.objects.get(pk=case.pk)
        tell(found, cast.coordinator, cast.prosecutor, timezone.now())
    assert sees(cast.prosecutor, case) == (True, True, True)
    assert all(sees(one, case)[0] for one in partners)
    address = f"/zaken/{case.reference}"
    assert log_in(cast.police).get(address).status_code == 200
    close(case, cast)
    assert sees(cast.coordinator, case) == (True, False, True)
    for one in partners:
        assert sees(one, case) == (True, False, True)
        with acting_as(one):
            assert not Case.objects.get(pk=case.pk).party_ids.count(one.organisation_id)
            own = Contribution.objects.filter(case_id=case.pk)[0]
        for page in (address, f"/bijdragen/{own.pk}", f"{address}/bewaren"):
            assert log_in(one).get(page).status_code == 200
    assert log_in(cast.coordinator).get(address).status_code == 200


def test_who_put_nothing_in_does_not_know_it_any_more(case: Case, cast: Cast, log_in: Any) -> None:
    with acting_as(cast.coordinator), engine_sees(case.pk):
        participations.begin(
            case=Case.objects.get(pk=case.pk),
            organisation=cast.stranger.organisation,
            part=Part.INFORMED,
            has_overview=True,
            actor=cast.coordinator,
            at=timezone.now(),
        )
    assert sees(cast.stranger, case) == (True, False, False)
    close(case, cast)
    assert sees(cast.stranger, case) == (False, False, False)
    assert log_in(cast.stranger).get(f"/zaken/{case.reference}").status_code == 404
    with acting_as(cast.stranger), pytest.raises(Hidden):
        access.case(cast.stranger, case.reference)


def test_each_party_has_the_closing_in_its_trail_and_hears_of_it(case: Case, cast: Cast) -> None:
    close(case, cast)
    for one in (cast.police, cast.prosecutor, cast.grid, cast.landlord):
        with acting_as(one):
            closing = Entry.objects.filter(action="case.closed", case_reference=case.reference)
            assert closing.count() == 1
            told = Notification.objects.filter(kind="case_closed")
            assert [one.link for one in told] == ["/werkvoorraad"]
            assert not Notification.objects.exclude(kind="case_closed").filter(
                case_reference=case.reference
            )
    with acting_as(cast.stranger):
        assert not Entry.objects.filter(action="case.closed").exists()


def test_the_word_that_goes_out_as_it_closes_is_read_for_two_weeks(case: Case, cast: Cast) -> None:
    at = close(case, cast, with_word_to=cast.police)
    assert sees(cast.police, case) == (True, True, True)
    assert sees(cast.prosecutor, case) == (True, False, True)
    with acting_as(cast.police, at=at):
        rows = Contribution.objects.visible_to(cast.police).filter(case=case.pk)
        assert [one.title for one in rows.exclude(organisation=cast.police.organisation)] == [
            "Bericht"
        ]
    last = at + LOOK_BACK
    assert sees(cast.police, case, last - HOUR)[1]
    assert not sees(cast.police, case, last)[1]
    with acting_as(cast.coordinator):
        part = case.participations.get(organisation=cast.police.organisation)
        assert part.ends_at == last


def test_its_two_ends_keep_the_record_of_what_was_disclosed(case: Case, cast: Cast) -> None:
    with acting_as(cast.police):
        before = set(Disclosure.objects.filter(case=case.pk).values_list("pk", flat=True))
    at = close(case, cast)
    with acting_as(cast.police):
        rows = Disclosure.objects.visible_to(cast.police).filter(case_id=case.pk)
        assert {one.pk for one in rows} == before
        assert not rows.in_force(at).exists()
        own = Contribution.objects.filter(case_id=case.pk)[0]
        assert access.contribution(cast.police, own.pk)


def test_what_had_ended_before_keeps_its_own_end(case: Case, cast: Cast) -> None:
    withdrawn = timezone.now()
    with acting_as(cast.coordinator, at=withdrawn):
        made = tell(Case.objects.get(pk=case.pk), cast.coordinator, cast.police, withdrawn)
        disclosures.withdraw(
            disclosure=made.disclosures.get(), actor=cast.coordinator, at=withdrawn
        )
    close(case, cast)
    with acting_as(cast.coordinator):
        assert made.disclosures.get().withdrawn_at == withdrawn


def test_once_it_is_closed_nothing_is_given_in_it(case: Case, cast: Cast, log_in: Any) -> None:
    """To the lead: it takes part still, and so did whoever gives it the moment before."""
    by, at = cast.police, timezone.now()
    with acting_as(by, at=at):
        made = tell(Case.objects.get(pk=case.pk), by, cast.coordinator, at)
    page, way = f"/bijdragen/{made.pk}", f"/bijdragen/{made.pk}/verstrekken"
    assert way in log_in(by).get(page).content.decode()
    assert log_in(by).get(way).status_code == 200
    assert gives_raw(made, by) == ""
    close(case, cast)
    assert way not in log_in(by).get(page).content.decode()
    assert log_in(by).get(way).status_code == 403
    assert "nothing is given in a case that is closed" in gives_raw(made, by)
    with acting_as(by):
        thing = access.contribution(by, made.pk)
        with pytest.raises(Refused, match="afgesloten"):
            give(thing, by, cast.coordinator)
        with pytest.raises(Refused, match="afgesloten"):
            extracts.extract(
                contribution=thing, names=["x"], hidden=[], actor=by, at=timezone.now()
            )


def gives_raw(thing: Contribution, by: Actor) -> str:
    """The same once more, until another moment: what the database says to that, or nothing."""
    row = Disclosure.objects.filter(contribution=thing.pk)
    try:
        with acting_as(by), transaction.atomic():
            again = row.get()
            again.pk, again.withdrawn_at = None, None
            again.valid_until = timezone.now() + HOUR
            again.save(force_insert=True)
            transaction.set_rollback(True)
    except DatabaseError as error:
        return str(error)
    return ""


def test_an_emergency_ends_with_it(case: Case, cast: Cast) -> None:
    """To the lead too, which takes part still."""
    taken = take(case, put_in(case, cast.police), cast.coordinator, at=timezone.now())
    assert reads(cast.coordinator, taken, timezone.now())
    at = close(case, cast)
    assert not reads(cast.coordinator, taken, timezone.now())
    with acting_as(cast.coordinator):
        taken.refresh_from_db()
    assert taken.ended_at == at


def test_who_only_keeps_its_own_does_not_take_part_again(case: Case, cast: Cast) -> None:
    close(case, cast)
    assert sees(cast.police, case)[0]
    assert enters(case, cast.coordinator) == ""
    assert "row-level security" in enters(case, cast.police)


def enters(case: Case, by: Actor) -> str:
    """A participation that is over already: of those there may be more than one."""
    now = timezone.now()
    try:
        with acting_as(by), transaction.atomic():
            Participation.objects.bulk_create(
                [
                    Participation(
                        case_id=case.pk,
                        organisation=by.organisation,
                        part=Part.INFORMED,
                        since=now,
                        until=now,
                    )
                ]
            )
            transaction.set_rollback(True)
    except DatabaseError as error:
        return str(error)
    return ""
