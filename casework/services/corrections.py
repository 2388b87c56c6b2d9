"""Correct an error, tell all who ever got it, and confirm that one processed it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Min, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from casework import actions, correction_policies
from casework.models import (
    Contribution,
    Correction,
    CorrectionNotice,
    Document,
    ErrorReport,
)
from casework.models.correction import Change
from casework.services import error_reports
from casework.standing import as_it_stands
from casework.things import Thing, of_thing, reference_of_own
from partners.actor import Actor
from partners.audit.recording import record
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require

ASK_ANEW = _lazy("Dit antwoord is gecorrigeerd. Vraag de houder om een nieuw uittreksel.")


@transaction.atomic
def correct(
    *,
    thing: Thing,
    change: Change,
    actor: Actor,
    at: datetime,
    report: ErrorReport | None = None,
) -> Correction:
    """From here on nobody but the holder reads what stood there; all who ever got it hear so.

    :raises Refused: when the actor is not its holder, it bears a decision, or it is blocked while
        another has it.
    """
    require(correction_policies.why_not_correct(actor, thing, at))
    correction = _put_right(thing, change, actor, at)
    if isinstance(thing, Contribution):
        _put_extracts_right(correction, change, actor, at)
    if report is not None:
        error_reports.accept(report=report, actor=actor, at=at)
    return correction


@transaction.atomic
def confirm(*, notice: CorrectionNotice, actor: Actor, at: datetime) -> CorrectionNotice:
    """
    :raises Refused: when it is for another.
    :raises Conflict: when a colleague confirmed it.
    """
    if notice.confirmed_at is None:
        require(correction_policies.why_not_confirm(actor, notice))
    notice = CorrectionNotice.objects.select_for_update().get(pk=notice.pk)
    if notice.confirmed_at is not None:
        raise Conflict(_("Uw organisatie heeft dit al bevestigd."))
    notice.confirmed_by, notice.confirmed_at = actor.membership, at
    notice.save(update_fields=["confirmed_by", "confirmed_at"])
    _record(actions.CORRECTION_CONFIRMED, notice, [notice.sender_id], actor, at)
    return notice


def note_viewing(*, notice: CorrectionNotice, actor: Actor, at: datetime) -> None:
    ends = [notice.sender_id, notice.receiver_id]
    _record(actions.CORRECTION_VIEWED, notice, ends, actor, at)


def _put_right(thing: Thing, change: Change, actor: Actor, at: datetime) -> Correction:
    rows: QuerySet[Any] = type(thing)._default_manager.select_for_update()
    locked: Thing = rows.get(pk=thing.pk)
    correction = Correction.objects.create(
        **of_thing(locked),
        case_id=locked.case_id,
        case_reference=reference_of_own(locked),
        organisation=actor.organisation,
        before=as_it_stands(locked),
        reason=change.reason,
        corrected_by=actor.membership,
        corrected_at=at,
    )
    _rewrite(locked, change.answers, at)
    if isinstance(locked, Contribution):
        locked.documents.filter(pk__in=change.withdrawn_documents).update(withdrawn_at=at)
    got = _receivers(locked)
    _record(actions.CORRECTION_MADE, correction, got, actor, at, {"reason": change.reason})
    for receiver, since in got.items():
        _notify(correction, receiver, since, actor, at)
    return correction


def _put_extracts_right(correction: Correction, change: Change, actor: Actor, at: datetime) -> None:
    """What was copied as it stood follows; where words were black, nobody guesses which."""
    was = {
        item["name"]: (item["answer"], change.answers.get(str(place), item["answer"]))
        for place, item in enumerate(correction.before["content"])
    }
    files = Document.objects.filter(pk__in=change.withdrawn_documents)
    withdrawn = set(files.values_list("name", "sha256"))
    for extract in Contribution.objects.filter(extract_of=correction.contribution_id):
        answers = {
            str(place): right if item["answer"] == wrong else str(ASK_ANEW)
            for place, item in enumerate(extract.content)
            for wrong, right in [was.get(item["name"], ("", ""))]
            if wrong != right
        }
        copies = extract.documents.filter(withdrawn_at=None)
        gone = tuple(one.pk for one in copies if (one.name, one.sha256) in withdrawn)
        if answers or gone:
            _put_right(extract, Change(answers, change.reason, gone), actor, at)


def _rewrite(thing: Thing, answers: dict[str, str], at: datetime) -> None:
    """Data that was text follows the text; a key or a number stays, for the steps that use it."""
    thing.corrected_at = at
    if isinstance(thing, Contribution):
        thing.content = [
            _corrected(item, answers.get(str(place), item["answer"]))
            for place, item in enumerate(thing.content)
        ]
        thing.save(update_fields=["content", "corrected_at"])
        return
    told = dict(answers)
    thing.label = told.pop("label", thing.label)
    thing.details = {**thing.details, **told}
    thing.save(update_fields=["label", "details", "corrected_at"])


def _corrected(item: dict[str, Any], answer: str) -> dict[str, Any]:
    if answer == item["answer"]:
        return item
    value = answer if isinstance(item.get("value"), str) else item.get("value")
    return {**item, "answer": answer, "value": value}


def _receivers(thing: Thing) -> dict[int, datetime]:
    """All who ever got it, whether or not that ended, and who read it in an emergency."""
    given = thing.disclosures.values_list("receiver").annotate(Min("given_at"))
    opened = thing.emergencies.values_list("viewer").annotate(Min("opened_at"))
    first: dict[int, datetime] = dict(opened.order_by())
    for receiver, at in given.order_by():
        first[receiver] = min(at, first.get(receiver, at))
    return dict(sorted(first.items()))


def _notify(
    correction: Correction, receiver: int, since: datetime, actor: Actor, at: datetime
) -> None:
    notice = CorrectionNotice.objects.create(
        case_id=correction.case_id,
        case_reference=correction.case_reference,
        contribution_id=correction.contribution_id,
        subject_id=correction.subject_id,
        correction=correction,
        sender=actor.organisation,
        receiver_id=receiver,
        received_at=since,
        told_at=at,
    )
    tell(
        News(
            kind="corrected",
            case_reference=notice.case_reference,
            organisation_id=receiver,
            roles=tuple(sorted(CASE_ROLES)),
            at=at,
            by=actor,
            link=f"/correcties/{notice.pk}",
            clearance=notice.needs_clearance,
        )
    )


def _record(
    action: str,
    thing: Correction | CorrectionNotice,
    touched: Iterable[int],
    actor: Actor,
    at: datetime,
    payload: dict[str, Any] | None = None,
) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=thing,
        case_reference=thing.case_reference,
        touched=touched,
        payload=payload,
    )
