"""Look at the quarterly report on aggression: checked, recorded, and then counted."""

from datetime import datetime

from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Hidden, require
from workflows import actions, policies
from workflows.aggression_quarters import Quarter, QuarterReport, report_of


def look(*, quarter: Quarter, actor: Actor, at: datetime) -> QuarterReport:
    """
    :raises Refused: when the actor is not the secretary of a gemeente.
    :raises Hidden: when that quarter is not over.
    """
    require(policies.why_not_view_aggression(actor), object_type="aggressionreport")
    found = report_of(quarter)
    if found is None:
        raise Hidden("aggressionreport", quarter)
    record(actions.AGGRESSION_VIEWED, actor=actor, at=at, thing=("aggressionreport", str(quarter)))
    return found
