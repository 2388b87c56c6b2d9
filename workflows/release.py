"""The day on which a detainee goes free, as the gemeente last put it down."""

from datetime import date

from django.utils import timezone

from casework.models import Case
from workflows.kept import kept


def release_on(case: Case) -> date | None:
    """As it was moved last, else as planned; only the gemeente's own people can tell."""
    told = (("handover", "moved_to"), ("plan", "release_on"), ("start-plan", "release_on"))
    for kind, name in told:
        written = kept(case, kind).get(name)
        if written:
            return date.fromisoformat(written)
    return None


def released_on(case: Case) -> date | None:
    """None before the handover."""
    written = kept(case, "handover").get("released_on")
    return date.fromisoformat(written) if written else None


def plan_due(case: Case) -> date | None:
    """The plan is due when its parts are: whoever brings the last part may not know the release."""
    last = case.requests.order_by("-asked_at", "-pk").first()
    return timezone.localdate(last.first_due_at) if last else None
