"""Hears all news, in the transaction of the act: no notification, no act, and the reverse."""

from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import receiver

from notifications.jobs import mail_later, move_deadlines_later
from notifications.models import Notification
from notifications.recipients import recipient_ids
from notifications.wakeups import wake
from partners.news import News, told
from workflows.equalled_days import changed


@receiver(told)
def note(news: News, **_: Any) -> None:
    person_ids = recipient_ids(news)
    if not person_ids:
        return
    Notification.objects.bulk_create(
        Notification(
            person_id=person_id,
            organisation_id=news.organisation_id,
            kind=news.kind,
            case_reference=news.case_reference,
            link=news.link,
            due_at=news.due_at,
            created_at=news.at,
        )
        for person_id in person_ids
    )
    mail_later(person_ids)
    transaction.on_commit(partial(wake, person_ids), robust=True)


@receiver(changed)
def move_what_runs(change_id: int, **_: Any) -> None:
    move_deadlines_later(change_id)
