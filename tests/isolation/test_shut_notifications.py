"""A notification names its case as long as its reader may know of that case, and no longer."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from casework.models import Case
from config.database_roles import Connection
from notifications import inbox
from notifications.models import Notification
from notifications.recipients import recipient_ids
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership, Role
from partners.news import News
from tests.cast import Cast
from tests.isolation.acts import end_participation
from tests.isolation.conftest import LogIn
from tests.isolation.dossier import Dossier

pytestmark = pytest.mark.django_db


def news(case: Case, by: Actor, to: Actor) -> News:
    return News(
        kind="step",
        case_reference=case.reference,
        organisation_id=to.organisation_id,
        roles=(Role.LIAISON, Role.COORDINATOR),
        at=timezone.now(),
        by=by,
        link=f"/zaken/{case.reference}",
    )


def told(actor: Actor, case: Case, at: datetime | None = None) -> int:
    with acting_as(actor, at=at):
        return inbox.of(actor.person).filter(case_reference=case.reference).count()


def unfiltered(actor: Actor, case: Case) -> int:
    """What the second wall leaves, asked as if the first were forgotten."""
    with acting_as(actor):
        return Notification.objects.filter(
            person=actor.person, case_reference=case.reference
        ).count()


@contextmanager
def clearances(owner: Connection, actor: Actor, *themes: str) -> Iterator[None]:
    grant = "UPDATE partners_membership SET clearances = %s WHERE id = %s"
    was = actor.membership.clearances
    owner.execute(grant, [list(themes), actor.membership.pk])
    try:
        yield
    finally:
        owner.execute(grant, [was, actor.membership.pk])


def test_of_a_restricted_case_the_cleared_colleague_hears(dossier: Dossier, cast: Cast) -> None:
    both = {cast.police.person.pk, cast.second_police.person.pk}
    for case, expected in (
        (dossier.settled, both),
        (dossier.restricted, {cast.police.person.pk}),
    ):
        with acting_as(cast.coordinator):
            heard = set(recipient_ids(news(case, cast.coordinator, cast.police)))
        assert heard & both == expected


def test_what_was_told_before_a_case_was_restricted_is_shut_for_the_others(
    dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    """`restricted` was an open case until its partners had been asked."""
    for actor, is_there in ((cast.prosecutor, True), (cast.grid, False)):
        assert bool(told(actor, dossier.restricted)) is is_there
        assert bool(unfiltered(actor, dossier.restricted)) is is_there
        page = log_in(actor).get("/meldingen").content.decode()
        assert (dossier.restricted.reference in page) is is_there
        assert dossier.settled.reference in page


def test_who_loses_a_clearance_loses_what_was_told_and_gets_it_back(
    dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    before = told(cast.prosecutor, dossier.restricted)
    others = told(cast.prosecutor, dossier.settled)
    assert before > 0
    with acting_as(cast.prosecutor):
        unread = inbox.standing(cast.prosecutor.person.pk).unread
    with clearances(owner, cast.prosecutor, "bij"):
        again = Cast().prosecutor
        assert told(again, dossier.restricted) == unfiltered(again, dossier.restricted) == 0
        assert told(again, dossier.settled) == others
        with acting_as(again):
            assert inbox.standing(again.person.pk).unread == unread - before
    assert told(cast.prosecutor, dossier.restricted) == before


def test_a_notification_to_the_uncleared_is_shut_as_it_is_made(
    dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    """Even where a service told everyone: the database decides."""
    for actor, is_there in ((cast.police, True), (cast.second_police, False)):
        before = told(actor, dossier.restricted)
        owner.execute(
            """INSERT INTO notifications_notification (id, person_id, organisation_id, kind,
                   case_reference, link, created_at)
               VALUES (gen_random_uuid(), %s, %s, 'step', %s, '/taken/1', now())""",
            [actor.person.pk, actor.organisation_id, dossier.restricted.reference],
        )
        assert told(actor, dossier.restricted) - before == int(is_there)


def test_who_left_a_case_is_shown_its_number_no_more(
    dossier: Dossier, cast: Cast, owner: Connection, log_in: LogIn
) -> None:
    gone, stays = cast.grid, cast.landlord
    assert told(gone, dossier.asking) > 0
    end_participation(owner, dossier.asking, gone)
    assert told(gone, dossier.asking) == unfiltered(gone, dossier.asking) == 0
    assert told(stays, dossier.asking) > 0
    page = log_in(gone).get("/meldingen").content.decode()
    assert dossier.asking.reference not in page
    assert dossier.settled.reference in page


@pytest.fixture
def elsewhere(cast: Cast, owner: Connection) -> Iterator[Actor]:
    """Who works for the netbeheerder works for the corporatie as well."""
    person, other = cast.grid.person, cast.landlord.organisation_id
    owner.execute(
        """INSERT INTO partners_membership (valid_from, person_id, organisation_id, role, mandate)
           VALUES ('2000-01-01', %s, %s, 'liaison', '')""",
        [person.pk, other],
    )
    here = Membership.objects.filter(person=person, organisation=other)
    yield Actor(here.select_related("person", "organisation").get())
    owner.execute(
        "DELETE FROM partners_membership WHERE person_id = %s AND organisation_id = %s",
        [person.pk, other],
    )


def test_who_left_an_organisation_is_shown_elsewhere_nothing_of_what_was_told_there(
    dossier: Dossier, cast: Cast, owner: Connection, elsewhere: Actor
) -> None:
    """A day that is put off undoes it; a day that comes does it for the pages by itself."""
    before = told(elsewhere, dossier.settled)
    assert before > 0
    until = "UPDATE partners_membership SET valid_until = %s WHERE id = %s"
    today, tomorrow = timezone.now(), timezone.now() + timedelta(days=1)
    try:
        owner.execute(until, [timezone.localdate(tomorrow), cast.grid.membership.pk])
        assert told(elsewhere, dossier.settled) == before
        assert told(elsewhere, dossier.settled, tomorrow) == 0
        with acting_as(elsewhere, at=tomorrow):
            assert inbox.standing(elsewhere.person.pk).unread == 0
        owner.execute(until, [timezone.localdate(today), cast.grid.membership.pk])
        assert told(elsewhere, dossier.settled) == unfiltered(elsewhere, dossier.settled) == 0
    finally:
        owner.execute(until, [None, cast.grid.membership.pk])
    assert told(elsewhere, dossier.settled) == before


def test_a_membership_that_is_taken_out_takes_along_what_was_told_under_it(
    dossier: Dossier, cast: Cast, owner: Connection, elsewhere: Actor
) -> None:
    before = told(cast.grid, dossier.settled)
    owner.execute(
        """INSERT INTO notifications_notification (id, person_id, organisation_id, kind,
               case_reference, link, created_at)
           VALUES (gen_random_uuid(), %s, %s, 'step', %s, '/taken/1', now())""",
        [elsewhere.person.pk, elsewhere.organisation_id, dossier.settled.reference],
    )
    assert told(cast.grid, dossier.settled) == before + 1
    owner.execute("DELETE FROM partners_membership WHERE id = %s", [elsewhere.membership.pk])
    assert told(cast.grid, dossier.settled) == unfiltered(cast.grid, dossier.settled) == before


def test_a_participation_that_is_taken_out_is_as_one_that_ended(
    dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    gone, stays = cast.landlord, cast.police
    assert told(gone, dossier.asking) > 0
    others = told(stays, dossier.asking)
    owner.execute(
        "DELETE FROM casework_participation WHERE case_id = %s AND organisation_id = %s",
        [dossier.asking.pk, gone.organisation_id],
    )
    owner.execute(
        "UPDATE partners_membership SET valid_until = NULL WHERE id = %s", [gone.membership.pk]
    )
    assert told(gone, dossier.asking) == unfiltered(gone, dossier.asking) == 0
    assert told(gone, dossier.settled) > 0
    assert told(stays, dossier.asking) == others
