"""Look at the throughput: checked, recorded, and then counted."""

from datetime import datetime

from casework import actions
from casework.throughput import queries
from casework.throughput.figures import Throughput
from casework.throughput.policies import why_not_view_throughput
from casework.throughput.queries import Wanted
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Hidden, require


def require_reader(actor: Actor) -> None:
    """
    :raises Refused: when the actor's role has no throughput.
    """
    require(why_not_view_throughput(actor), object_type="throughput")


def look(wanted: Wanted, *, by: Actor, at: datetime) -> Throughput:
    """
    :raises Refused: when the actor's role has no throughput.
    :raises Hidden: when the region is not the actor's, or the period has yet to begin.
    """
    require_reader(by)
    found = queries.throughput(wanted)
    if found is None:
        raise Hidden("throughput", wanted.region.code)
    record(actions.THROUGHPUT_VIEWED, actor=by, at=at, thing=("throughput", wanted.region.code))
    return found
