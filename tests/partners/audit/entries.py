"""Entries of the cast, written as the product writes them."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit import trail
from partners.audit.lines import Line
from partners.audit.models import Entry, Result, TrailEntry
from partners.audit.recording import record
from partners.audit.trail import Cursor
from partners.audit.wanted import Wanted
from partners.trace import trace


def an_entry(
    by: Actor, action: str = actions.LOGGED_IN, *, at: datetime | None = None, **facts: Any
) -> Entry:
    with acting_as(by):
        facts.setdefault("thing", ("person", str(by.person.pk)))
        return record(action, actor=by, at=at or timezone.now(), **facts)


def many_entries(by: Actor, number: int) -> None:
    """In two statements: for lists so long that one by one takes too long."""
    with acting_as(by):
        entries = Entry.objects.bulk_create(
            Entry(
                at=timezone.now(),
                person=by.person,
                organisation=by.organisation,
                membership=by.membership,
                role=by.role,
                action=actions.LOGGED_IN,
                object_type="person",
                object_id=str(number),
                result=Result.OK,
                origin=trace().origin,
                trace=trace().id,
            )
            for number in range(number)
        )
        TrailEntry.objects.bulk_create(
            TrailEntry(entry=entry, organisation=by.organisation) for entry in entries
        )


def lines_of(reader: Actor, **wanted: Any) -> list[Line]:
    """The newest page of the reader's trail."""
    with acting_as(reader):
        page = trail.view(by=reader, at=timezone.now(), wanted=Wanted(**wanted), cursor=Cursor())
    return page.lines
