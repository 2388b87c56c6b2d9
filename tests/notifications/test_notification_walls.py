"""Row-level security alone keeps one person's notifications from another."""

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from notifications.models import Inbox, Notification
from partners.acting import acting_as
from tests.notifications.desk import Desk


def test_each_sees_and_changes_only_what_he_was_told(desk: Desk) -> None:
    desk.hears()
    for actor in desk.people:
        with acting_as(actor):
            assert [each.person_id for each in Notification.objects.all()] == [actor.person.pk]
            assert [each.person_id for each in Inbox.objects.all()] == [actor.person.pk]
            assert Notification.objects.update(read_at=timezone.now()) == 1
            assert Inbox.objects.update(mails=False) == 1


def test_who_told_sees_nothing_of_it(desk: Desk) -> None:
    desk.hears()
    with acting_as(desk.by):
        assert not Notification.objects.filter(person=desk.people[0].person).exists()


def test_without_an_actor_there_is_nothing(desk: Desk) -> None:
    desk.hears()
    assert not Notification.objects.exists()
    assert not Inbox.objects.exists()


REFUSED = {
    "told as read already": """
        INSERT INTO notifications_notification (id, person_id, organisation_id, kind,
                                                case_reference, link, created_at, read_at)
        VALUES (gen_random_uuid(), %(other)s, %(organisation)s, 'step', 'x', '/', now(), now())""",
    "a number of one's own choice": """
        INSERT INTO notifications_notification (id, person_id, organisation_id, seq, kind,
                                                case_reference, link, created_at)
        VALUES (gen_random_uuid(), %(other)s, %(organisation)s, 99, 'step', 'x', '/', now())""",
    "a link to elsewhere": """
        INSERT INTO notifications_notification (id, person_id, organisation_id, kind,
                                                case_reference, link, created_at)
        VALUES (gen_random_uuid(), %(other)s, %(organisation)s, 'step', 'x',
                '//elsewhere.example', now())""",
    "a link that a browser reads as elsewhere": """
        INSERT INTO notifications_notification (id, person_id, organisation_id, kind,
                                                case_reference, link, created_at)
        VALUES (gen_random_uuid(), %(other)s, %(organisation)s, 'step', 'x',
                E'/\\\\elsewhere.example', now())""",
    "another's inbox": """
        INSERT INTO notifications_inbox (person_id, seq, epoch, mails)
        VALUES (%(other)s, 0, gen_random_uuid(), false)""",
    "giving away": "UPDATE notifications_notification SET person_id = %(other)s",
    "taking away": "DELETE FROM notifications_notification",
    "switching off": "ALTER TABLE notifications_notification DISABLE ROW LEVEL SECURITY",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_the_database_refuses(desk: Desk, statement: str) -> None:
    actor, other, _ = desk.people
    with acting_as(actor):
        Inbox.objects.create(person=actor.person)
    desk.hears()
    parameters = {"other": other.person.pk, "organisation": desk.organisation_id}
    with pytest.raises(DatabaseError), acting_as(actor), connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def test_without_an_actor_nobody_is_told_anything(desk: Desk) -> None:
    row = Notification(
        person=desk.people[0].person,
        organisation_id=desk.organisation_id,
        kind="step",
        case_reference="2026-VR21-000123",
        link="/taken/5",
        created_at=timezone.now(),
    )
    with pytest.raises(DatabaseError, match="row-level security"), acting_as(None):
        row.save()
