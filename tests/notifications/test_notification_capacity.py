"""A key reads what was told to its own capacity; a person reads all that concerns him."""

from django.utils import timezone

from notifications import inbox
from notifications.models import Notification
from partners.acting import acting_as
from partners.models import Organisation
from tests.notifications.desk import Desk


def test_the_key_of_one_capacity_reads_nothing_of_another(desk: Desk) -> None:
    desk.hears()
    actor = desk.people[0]
    elsewhere = Organisation.objects.exclude(pk=desk.organisation_id)[0]
    desk.owner.execute(
        """INSERT INTO partners_membership (valid_from, person_id, organisation_id, role, mandate)
           VALUES ('2000-01-01', %s, %s, 'liaison', '')""",
        [actor.person.pk, elsewhere.pk],
    )
    try:
        hears_elsewhere(desk, elsewhere)
        with acting_as(actor):
            assert inbox.of(actor.person).count() == 2
            assert [one.link for one in inbox.of_capacity(actor)] == ["/taken/5"]
    finally:
        desk.owner.execute(
            "DELETE FROM partners_membership WHERE person_id = %s AND organisation_id = %s",
            [actor.person.pk, elsewhere.pk],
        )
    with acting_as(actor):
        assert [one.link for one in inbox.of(actor.person)] == ["/taken/5"]


def hears_elsewhere(desk: Desk, elsewhere: Organisation) -> None:
    with acting_as(desk.by):
        Notification.objects.bulk_create(
            [
                Notification(
                    person=desk.people[0].person,
                    organisation=elsewhere,
                    kind="step",
                    case_reference="2026-VR21-000123",
                    link="/taken/6",
                    created_at=timezone.now(),
                )
            ]
        )
