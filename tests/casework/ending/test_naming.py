"""A clearance holds until its day in both walls, and only another administrator gives it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import Error, connection, transaction
from django.utils import timezone

from casework.models import Case
from casework.services import cases
from notifications.models import Notification
from partners import access, clearances
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from partners.models import Clearance, Membership, Region
from partners.models.clearance import LONGEST
from partners.refusals import Conflict, Hidden, Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def anew(actor: Actor) -> Actor:
    """As the next request finds the membership."""
    rows = Membership.objects.select_related("person", "organisation")
    return Actor(rows.get(pk=actor.membership.pk))


def give(cast: Cast, to: Actor, valid_until: date, theme: str = "hennep") -> Clearance:
    with acting_as(cast.administrator, at=NOW):
        return clearances.give(
            membership=to.membership,
            theme=theme,
            valid_until=valid_until,
            actor=cast.administrator,
            at=NOW,
        )


def a_restricted_case(by: Actor) -> int:
    with acting_as(by, at=NOW):
        return cases.report(
            theme="hennep",
            title="Besloten",
            region=Region.objects.get(code="VR21"),
            lead=by.organisation,
            actor=by,
            at=NOW,
            is_restricted=True,
        ).pk


def knows(actor: Actor, case: int, days: int) -> tuple[bool, bool, bool]:
    """By policy filter, by the wall, and by the wall for who says that it is cleared."""
    with acting_as(actor, at=NOW + days * DAY):
        by_filter = Case.objects.visible_to(actor).filter(pk=case).exists()
        by_wall = Case.objects.filter(pk=case).exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.clearances', '{hennep,bij}', true)")
            cursor.execute("SELECT count(*) FROM casework_case WHERE id = %s", [case])
            return by_filter, by_wall, cursor.fetchone()[0] == 1


def test_a_clearance_opens_until_its_day_and_from_then_on_nothing(cast: Cast) -> None:
    given = give(cast, cast.coordinator, TODAY + 10 * DAY)
    coordinator = anew(cast.coordinator)
    case = a_restricted_case(coordinator)
    assert knows(coordinator, case, 9) == (True, True, True)
    assert knows(coordinator, case, 10) == (False, False, False)
    with acting_as(cast.administrator, at=NOW):
        clearances.renew(
            clearance=given, valid_until=TODAY + 20 * DAY, actor=cast.administrator, at=NOW
        )
    assert knows(anew(coordinator), case, 10) == (True, True, True)
    with acting_as(cast.administrator, at=NOW):
        clearances.end(clearance=given, actor=cast.administrator, at=NOW)
    assert knows(anew(coordinator), case, 0) == (False, False, False)
    assert knows(anew(cast.second_coordinator), case, 0) == (False, False, False)


def test_what_is_said_to_be_cleared_opens_nothing_to_who_is_not(cast: Cast) -> None:
    give(cast, cast.coordinator, TODAY + 10 * DAY)
    case = a_restricted_case(anew(cast.coordinator))
    assert knows(cast.second_coordinator, case, 0) == (False, False, False)


def test_each_act_is_an_entry_and_the_officer_hears_of_it(cast: Cast, log_in: Any) -> None:
    client = log_in(cast.administrator)
    assert "Iemand aanwijzen" in client.get("/aanwijzingen").content.decode()
    sent = {
        "membership": cast.second_coordinator.membership.pk,
        "theme": "hennep",
        "last_day": TODAY + 30 * DAY,
    }
    proposed = client.get("/aanwijzingen/geven").content.decode()
    assert (TODAY + timedelta(days=182)).isoformat() in proposed
    assert client.post("/aanwijzingen/geven", sent).status_code == 302
    assert client.post("/aanwijzingen/geven", sent).status_code == 422
    with acting_as(cast.administrator):
        given = Clearance.objects.open().get(theme="hennep")
    assert given.valid_until == TODAY + 31 * DAY
    assert given.given_by_id == cast.administrator.person.pk
    address = f"/aanwijzingen/{given.pk}"
    assert client.post(f"{address}/verlengen", {"last_day": TODAY}).status_code == 422
    longer = {"last_day": TODAY + 60 * DAY}
    assert client.post(f"{address}/verlengen", longer).status_code == 302
    assert client.get(f"{address}/beeindigen").status_code == 200
    assert client.post(f"{address}/beeindigen").status_code == 302
    assert client.post(f"{address}/beeindigen").status_code == 404
    with acting_as(cast.privacy_officer):
        found = Entry.objects.filter(object_id=given.pk, action__startswith="clearance.")
        assert [one.action for one in found.order_by("at")] == [
            "clearance.given",
            "clearance.renewed",
            "clearance.ended",
        ]
        told = Notification.objects.filter(kind="clearance_changed")
        assert {one.link for one in told} == {"/aanwijzingen"}
        assert len(told) == 3


@pytest.mark.parametrize("days", [-1, 365, 4000])
def test_the_form_takes_no_day_that_is_past_or_too_far(cast: Cast, log_in: Any, days: int) -> None:
    sent = {
        "membership": cast.second_coordinator.membership.pk,
        "theme": "hennep",
        "last_day": TODAY + days * DAY,
    }
    assert log_in(cast.administrator).post("/aanwijzingen/geven", sent).status_code == 422


def test_the_officer_sees_them_and_gives_none_and_others_see_none(cast: Cast, log_in: Any) -> None:
    give(cast, cast.second_coordinator, TODAY + 10 * DAY)
    officer = log_in(cast.privacy_officer)
    page = officer.get("/aanwijzingen").content.decode()
    assert cast.second_coordinator.person.name in page
    assert "Verlengen" not in page
    assert officer.get("/aanwijzingen/geven").status_code == 403
    for actor in (cast.coordinator, cast.mayor, cast.secretary, cast.police):
        assert log_in(actor).get("/aanwijzingen").status_code == 403


def test_nobody_gives_one_to_himself_or_elsewhere_or_for_long(cast: Cast) -> None:
    administrator = cast.administrator
    twice = Membership(person=administrator.person, organisation=administrator.organisation)
    twice.role = cast.coordinator.membership.role
    with acting_as(administrator, at=NOW):
        for membership, until in (
            (twice, TODAY + DAY),
            (cast.police.membership, TODAY + DAY),
            (cast.secretary.membership, TODAY + DAY),
            (cast.second_coordinator.membership, TODAY),
            (cast.second_coordinator.membership, TODAY + LONGEST + DAY),
        ):
            with pytest.raises(Refused):
                clearances.give(
                    membership=membership,
                    theme="hennep",
                    valid_until=until,
                    actor=administrator,
                    at=NOW,
                )
    with acting_as(cast.coordinator, at=NOW), pytest.raises(Refused):
        clearances.give(
            membership=cast.second_coordinator.membership,
            theme="hennep",
            valid_until=TODAY + DAY,
            actor=cast.coordinator,
            at=NOW,
        )


def test_what_ended_is_given_anew_and_not_renewed(cast: Cast) -> None:
    given = give(cast, cast.second_coordinator, TODAY + DAY)
    administrator = cast.administrator
    with acting_as(administrator, at=NOW):
        clearances.end(clearance=given, actor=administrator, at=NOW)
        with pytest.raises(Hidden):
            access.clearance(administrator, given.pk)
        with pytest.raises(Conflict):
            clearances.renew(
                clearance=given, valid_until=TODAY + 9 * DAY, actor=administrator, at=NOW
            )
    assert reaches(administrator, REVIVE, [given.pk]) == 0
    assert give(cast, cast.second_coordinator, TODAY + DAY).pk != given.pk


ADD = """INSERT INTO partners_clearance (membership_id, theme, given_by_id, given_at, valid_until)
    VALUES (%s, 'hennep', app_person(), now(), %s)"""
LONGER = "UPDATE partners_clearance SET valid_until = %s WHERE id = %s"
REVIVE = "UPDATE partners_clearance SET ended_at = NULL WHERE id = %s"


def reaches(actor: Actor | None, statement: str, values: list[Any]) -> int:
    """How many rows; none where the database refuses it. It is undone."""
    with acting_as(actor, at=NOW):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement, values)
                reached = int(cursor.rowcount)
                transaction.set_rollback(True)
        except Error:
            return 0
    return reached


def test_the_database_lets_no_other_give_renew_or_stretch_one(cast: Cast) -> None:
    administrator, second = cast.administrator, cast.second_coordinator.membership.pk
    soon, far = TODAY + DAY, TODAY + LONGEST + DAY
    assert reaches(administrator, ADD, [second, soon]) == 1
    assert reaches(administrator, ADD, [second, far]) == 0
    assert reaches(administrator, ADD, [second, TODAY]) == 0
    assert reaches(administrator, ADD, [administrator.membership.pk, soon]) == 0
    assert reaches(administrator, ADD, [cast.police.membership.pk, soon]) == 0
    assert reaches(administrator, ADD, [cast.secretary.membership.pk, soon]) == 0
    given = give(cast, cast.second_coordinator, soon).pk
    assert reaches(administrator, LONGER, [soon + DAY, given]) == 1
    assert reaches(administrator, LONGER, [far, given]) == 0
    for actor in (None, cast.coordinator, cast.mayor, cast.privacy_officer, cast.police):
        assert reaches(actor, ADD, [second, soon]) == 0
        assert reaches(actor, LONGER, [soon + DAY, given]) == 0
    with acting_as(None):
        assert not Clearance.objects.exists()
