"""The terms of a case: they begin, pause, go on, are extended once, and end.

Called inside the service of a step, which holds the lock of the case and lets the engine see it.
Why something pauses or is extended may be about persons: it stands in the payload of its entry.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from casework.models import Case
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Conflict, Refused
from workflows import actions, arrival
from workflows.equalled_days import equalled_days
from workflows.formules.formule import Formule
from workflows.models import CaseTerm, TermPause
from workflows.models.case_term import CaseTermQuerySet


@transaction.atomic
def begin(
    *, case: Case, code: str, starts_on: date, formule: Formule, actor: Actor, at: datetime
) -> CaseTerm:
    """Begin the term that the formule calls `code`; its first day is the one after `starts_on`.

    :raises KeyError: when the formule has no such term.
    :raises ValueError: when that term is in hours: those are of steps.
    :raises Conflict: when it runs already.
    """
    said = formule.case_terms[code]
    if _of(case, code).exists():
        raise Conflict(_("De termijn “%(term)s” loopt al.") % {"term": said.title})
    term = CaseTerm.objects.create(
        case=case,
        code=code,
        title=said.title,
        owner=said.owner,
        source=said.source,
        starts_on=starts_on,
        length=str(said.length),
        extension=str(said.extension or ""),
        most_pause=str(said.most_pause or ""),
        warn_days=list(said.warn_days),
        is_statutory=said.is_statutory,
        is_exempt=said.is_exempt,
    )
    return _changed(term, actions.TERM_BEGUN, actor, at)


@transaction.atomic
def pause(
    *,
    case: Case,
    code: str,
    from_on: date,
    reason: str,
    actor: Actor,
    at: datetime,
    at_most_until: date | None = None,
) -> CaseTerm:
    """Suspend the term from that day on, until it is resumed or its bound is reached.

    `at_most_until` is the bound of this pause alone.

    :raises Conflict: when it does not run, or pauses already.
    :raises Refused: when that day lies outside the term, or nothing is left to pause.
    """
    term = _running(case, code)
    if term.open_pause is not None:
        raise Conflict(_("De termijn “%(term)s” is al opgeschort.") % {"term": term.title})
    last = max((one.until for one in term.pauses.all() if one.until), default=term.starts_on)
    if from_on < last or term.due_on is None or from_on > term.due_on:
        raise Refused(_("Kies een dag waarop de termijn loopt."))
    new = TermPause.objects.create(term=term, from_on=from_on, at_most_until=at_most_until)
    if term.latest_resumption(new) == from_on:
        raise Refused(_("De termijn is al zo lang opgeschort als mag."))
    return _changed(term, actions.TERM_PAUSED, actor, at, reason)


@transaction.atomic
def bound_pause(
    *, case: Case, code: str, at_most_until: date | None, actor: Actor, at: datetime
) -> CaseTerm:
    """Move the bound of the pause that runs, because what it waits for takes more or less long.

    :raises Conflict: when it does not run, or does not pause.
    """
    term = _running(case, code)
    paused = term.open_pause
    if paused is None:
        raise Conflict(_("De termijn “%(term)s” is niet opgeschort.") % {"term": term.title})
    paused.at_most_until = at_most_until
    paused.save(update_fields=["at_most_until"])
    return _changed(term, actions.TERM_PAUSED, actor, at)


@transaction.atomic
def resume(*, case: Case, code: str, on: date, actor: Actor, at: datetime) -> CaseTerm:
    """Let the term run again from that day on, or from the day its bound was reached.

    :raises Conflict: when it does not run, or does not pause.
    :raises Refused: when that day lies before the pause.
    """
    term = _running(case, code)
    paused = term.open_pause
    if paused is None:
        raise Conflict(_("De termijn “%(term)s” is niet opgeschort.") % {"term": term.title})
    if on < paused.from_on:
        raise Refused(_("Kies een dag vanaf het begin van de opschorting."))
    latest = term.latest_resumption(paused)
    paused.until = on if latest is None else min(on, latest)
    paused.save(update_fields=["until"])
    return _changed(term, actions.TERM_RESUMED, actor, at)


@transaction.atomic
def extend(*, case: Case, code: str, reason: str, actor: Actor, at: datetime) -> CaseTerm:
    """
    :raises Conflict: when it does not run, or was extended before.
    :raises Refused: when its formule knows no extension.
    """
    term = _running(case, code)
    if not term.extension:
        raise Refused(_("De termijn “%(term)s” kan niet worden verlengd.") % {"term": term.title})
    if term.extended_at is not None:
        raise Conflict(_("De termijn “%(term)s” is al een keer verlengd.") % {"term": term.title})
    term.extended_at = at
    return _changed(term, actions.TERM_EXTENDED, actor, at, reason)


@transaction.atomic
def end(*, case: Case, code: str, actor: Actor, at: datetime) -> CaseTerm:
    """What it was for is done; nobody is reminded any more.

    :raises Conflict: when it does not run.
    """
    term = _running(case, code)
    term.ended_at = at
    term.save(update_fields=["ended_at"])
    _record(actions.TERM_ENDED, term, actor, at)
    return term


def due_on(case: Case, code: str) -> date | None:
    """The last day of the running term; None when it does not run or pauses without a bound."""
    return _of(case, code).values_list("due_on", flat=True).first()


def _of(case: Case, code: str) -> CaseTermQuerySet:
    return CaseTerm.objects.running().filter(case=case, code=code)


def _running(case: Case, code: str) -> CaseTerm:
    """
    :raises Conflict: when it does not run.
    """
    term = _of(case, code).select_for_update().first()
    if term is None:
        raise Conflict(_("Deze termijn loopt niet."))
    return term


def _changed(term: CaseTerm, action: str, actor: Actor, at: datetime, reason: str = "") -> CaseTerm:
    """Reckon its end anew, and that of the open steps that last as long as it does."""
    found = term.reckoned(equalled_days())
    term.due_on = found.day if found else None
    term.save(update_fields=["due_on", "extended_at"])
    _record(action, term, actor, at, reason)
    arrival.follow(term)
    return term


def _record(action: str, term: CaseTerm, actor: Actor, at: datetime, reason: str = "") -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=term,
        case_reference=term.case.reference,
        payload={"reason": reason} if reason else None,
    )
