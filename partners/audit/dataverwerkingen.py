"""The own trail as a Logboek Dataverwerkingen: what to look for, and how a line reads there."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from partners import actions
from partners.actor import Actor
from partners.audit import trail
from partners.audit.lines import Line
from partners.audit.models import Result, SealKey
from partners.audit.processing import actions_of, activity_of
from partners.audit.pseudonyms import pseudonym_of, subject_of
from partners.audit.wanted import Wanted

# What an entry calls a person, enterprise or premises that a case is about.
OF_SUBJECTS = "subject"
PSEUDONYM = "pseudoniem"
# A refusal is no fault of the server: Unset, as the standard says of HTTP 400 to 499.
STATUSES = {Result.OK: "Ok", Result.DENIED: "Unset"}
MILLISECOND = timedelta(milliseconds=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """`activity` is a slug of the register; moments are milliseconds since 1970, both included."""

    trace: UUID | None = None
    activity: str | None = None
    subject: str | None = None
    since: int | None = None
    until: int | None = None

    def as_payload(self) -> dict[str, Any]:
        given: dict[str, Any] = {
            "form": "dataverwerkingen",
            "trace": self.trace and self.trace.hex,
            "activity": self.activity,
            "subject": self.subject,
            "since_ms": self.since,
            "until_ms": self.until,
        }
        return {name: value for name, value in given.items() if value is not None}

    def wanted(self, organisation_code: str) -> Wanted | None:
        """None when nothing can be meant: no such activity, or no pseudonym of this log."""
        about: dict[str, Any] = {}
        if self.activity is not None:
            about["actions"] = actions_of(self.activity)
        if self.subject is not None:
            about["object_type"] = OF_SUBJECTS
            about["object_id"] = subject_of(organisation_code, self.subject)
        if not all(about.values()):
            return None
        return Wanted(
            trace=self.trace.hex if self.trace else "",
            after=None if self.since is None else EPOCH + self.since * MILLISECOND,
            before=None if self.until is None else EPOCH + (self.until + 1) * MILLISECOND,
            **about,
        )


def read(
    asked: Asked, *, by: Actor, at: datetime, older_than: UUID | None, size: int
) -> trail.Page:
    """Newest first; the look itself becomes an entry.

    :raises Refused: when the actor may not see the trail.
    """
    trail.require_reader(by)
    wanted = asked.wanted(by.organisation.code)
    page = trail.Page([], None, None)
    if wanted is not None:
        rows = trail.matching(by, wanted)
        page = trail.page_of(by, rows, trail.Cursor(older_than=older_than), size)
    trail.note(actions.TRAIL_VIEWED, by=by, at=at, wanted=Wanted(), facts=asked.as_payload())
    return page


def line_as_processing(line: Line, organisation_code: str) -> dict[str, Any]:
    """Without who did it: the standard keeps users out of these lines, and `auditregels` has them.

    An entry tells of a moment, so it begins when it ends.
    """
    entry, moment = line.entry, (line.at - EPOCH) // MILLISECOND
    shown = {
        "traceId": str(UUID(entry.trace)),
        "spanId": line.pk.hex[16:],
        "status": STATUSES[Result(entry.result)],
        "name": entry.action,
        "startTime": moment,
        "endTime": moment,
        "activity": activity_of(entry.action),
        "subject": None,
    }
    if entry.object_type == OF_SUBJECTS:
        shown["subject"] = pseudonym_of(organisation_code, entry.object_id)
    return shown


def name_of_log(actor: Actor) -> str:
    """As its seals call it, for good; before the first one, as they will."""
    key = SealKey.objects.filter(organisation=actor.organisation_id).order_by("pk").first()
    if key is not None:
        return key.verifier.partition("+")[0]
    return f"{settings.AUDIT_ORIGIN}/auditspoor/{actor.organisation.code}"
