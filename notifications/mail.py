"""Mail that says that there is something, where and by when; never what or about whom."""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from notifications import inbox
from notifications.models import Notification
from partners.models import Person

CONSOLE = "django.core.mail.backends.console.EmailBackend"


def mail_what_waits(*, person: Person, at: datetime) -> None:
    """Mail what is not read yet, once; to be called in the person's own transaction.

    What this settles is committed after the mail went out: when sending fails all of it stays.
    """
    waiting = _lock_waiting(person)
    unread = [each for each in waiting if each.read_at is None]
    waiting_ids = [each.pk for each in waiting]
    Notification.objects.filter(pk__in=waiting_ids).update(mail_settled_at=at)
    if unread and not person.is_service and inbox.wants_mail(person):
        _message(person, unread).send()


def _lock_waiting(person: Person) -> QuerySet[Notification]:
    """Two jobs for one person take turns, and the second finds nothing."""
    return (
        Notification.objects.of(person)
        .filter(mail_settled_at__isnull=True)
        .select_for_update()
        .order_by("seq")
    )


def _message(person: Person, notifications: list[Notification]) -> EmailMessage:
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Er staat iets voor u klaar in Schakelpunt")
        context = {"notifications": notifications, "address": settings.PUBLIC_URL}
        body = render_to_string("notifications/mail.txt", context)
    return EmailMessage(subject, body, to=[person.email], connection=_connection(person))


def _connection(person: Person) -> BaseEmailBackend:
    """A demo person has no mailbox: what it is sent shows on the console, wherever mail goes."""
    return get_connection(CONSOLE if person.is_demo else None)
