"""Reckon running terms anew, for the equalled days that were added or removed meanwhile."""

from datetime import datetime

from partners.acting import acting_as, engine_sees
from workflows import arrival
from workflows.equalled_days import equalled_days
from workflows.models import CaseTerm
from workflows.watch.deadlines import deadlines


def renew(at: datetime) -> int:
    """Returns how many terms moved. Nobody acts: who changed the days stands in the trail."""
    equalled = equalled_days()
    moved = 0
    for deadline in deadlines(at):
        if deadline.term_id is None:
            continue
        with acting_as(None, at=at), engine_sees(deadline.case_id):
            running = CaseTerm.objects.running().select_for_update()
            term = running.filter(pk=deadline.term_id).first()
            found = term.reckoned(equalled) if term else None
            if term is None or found is None or found.day == term.due_on:
                continue
            term.due_on = found.day
            term.save(update_fields=["due_on"])
            arrival.follow(term)
            moved += 1
    return moved
