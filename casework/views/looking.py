"""Each look at a case is noted; a page that refreshes itself is one look."""

from datetime import datetime, timedelta

from casework.models import Case
from casework.services import cases
from partners.acting import moment
from partners.http import ActorRequest

SESSION_KEY = "looks"
ONE_LOOK = timedelta(minutes=10)


def note_look(request: ActorRequest, case: Case) -> None:
    """Once in a while for each capacity and case in this session, whatever the browser claims."""
    if request.method == "HEAD":
        return  # shows nothing, and is undone
    now = moment()
    noted: dict[str, str] = request.session.get(SESSION_KEY, {})
    recent = {
        look: at
        for look, at in noted.items()
        if timedelta() <= now - datetime.fromisoformat(at) < ONE_LOOK
    }
    look = f"{request.actor.membership.pk} {case.reference}"
    if look in recent:
        return
    cases.note_viewing(case=case, actor=request.actor, at=now)
    request.session[SESSION_KEY] = recent | {look: now.isoformat()}
