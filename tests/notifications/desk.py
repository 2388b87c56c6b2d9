"""A partner with liaisons who are there for one test only."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.utils import timezone

from config.database_roles import Connection
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Membership, Role
from partners.news import News, tell

# Their entries in the trail stay, and so do those to whom these belong.
DISMISS = (
    "DELETE FROM procrastinate_jobs",
    """DELETE FROM notifications_notification n USING partners_membership m
       WHERE m.person_id = n.person_id AND m.organisation_id = %(desk)s""",
    """DELETE FROM notifications_inbox i USING partners_membership m
       WHERE m.person_id = i.person_id AND m.organisation_id = %(desk)s""",
    """DELETE FROM partners_apitoken t USING partners_membership m
       WHERE m.id = t.membership_id AND m.organisation_id = %(desk)s""",
    """UPDATE partners_membership SET valid_until = '2000-01-02', clearances = '{}'
       WHERE organisation_id = %(desk)s""",
    "UPDATE partners_organisation SET valid_until = '2000-01-02' WHERE id = %(desk)s",
)


@dataclass(frozen=True)
class Desk:
    organisation_id: int
    by: Actor
    owner: Connection

    @property
    def people(self) -> list[Actor]:
        rows = Membership.objects.select_related("person", "organisation")
        here = rows.filter(organisation_id=self.organisation_id).order_by("person_id")
        return [Actor(membership) for membership in here]

    def news(self, **differences: Any) -> News:
        return replace(a_news(self.by, self.organisation_id), **differences)

    def hears(self, **differences: Any) -> None:
        """An act of its own that tells this desk something."""
        with acting_as(self.by):
            tell(self.news(**differences))


def a_news(by: Actor, organisation_id: int, at: datetime | None = None) -> News:
    return News(
        kind="step",
        case_reference="2026-VR21-000123",
        organisation_id=organisation_id,
        roles=(Role.LIAISON,),
        at=at or timezone.now(),
        by=by,
        link="/taken/5",
    )


def tell_many(desk: Desk, times: int = 1) -> None:
    """Tell the first of them without a wake-up, as when that is lost on its way."""
    desk.owner.execute(
        """INSERT INTO notifications_notification
               (id, person_id, organisation_id, kind, case_reference, link, created_at)
           SELECT gen_random_uuid(), %s, %s, 'step', '2026-VR21-000123', '/taken/5', now()
           FROM generate_series(1, %s)""",
        [desk.people[0].person.pk, desk.organisation_id, times],
    )


def hire(owner: Connection, *, people: int) -> int:
    code = f"test-{uuid4().hex[:8]}"
    found = owner.execute(
        """INSERT INTO partners_organisation (valid_from, kind, code, name)
           VALUES ('2000-01-01', 'anders', %s, 'Testpartner') RETURNING id""",
        [code],
    ).fetchone()
    assert found is not None
    for number in range(people):
        owner.execute(
            """WITH hired AS (
                   INSERT INTO partners_person (password, email, name, is_active, is_demo,
                                                is_service, date_joined)
                   VALUES ('!', %s, 'Test', true, false, false, now()) RETURNING id)
               INSERT INTO partners_membership (valid_from, person_id, organisation_id, role,
                                                mandate)
               SELECT '2000-01-01', id, %s, 'liaison', '' FROM hired""",
            [f"{number}@{code}.example", found[0]],
        )
    return int(found[0])


def dismiss(desk: Desk) -> None:
    for statement in DISMISS:
        desk.owner.execute(statement, {"desk": desk.organisation_id})
