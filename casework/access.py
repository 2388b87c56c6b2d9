"""Fetch for an actor, or answer as if it were not there."""

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from casework.models import (
    AgendaItem,
    Arrangement,
    Case,
    Commitment,
    Consent,
    Contribution,
    CorrectionNotice,
    DestructionList,
    Disclosure,
    DisclosureRequest,
    Document,
    Emergency,
    ErrorReport,
    Escalation,
    Extension,
    Handover,
    Inquiry,
    Meeting,
    Participation,
    Referral,
    Request,
    RightsRequest,
    SignalReceipt,
    Subject,
    WaterbedSignal,
)
from casework.tombstones import refuse_destroyed, refuse_destroyed_case
from partners.actor import Actor
from partners.refusals import Hidden

M = TypeVar("M", bound=Model)


def case(actor: Actor, reference: str) -> Case:
    """
    :raises Hidden: when there is none, or not for this actor.
    :raises Destroyed: when there was one in which the actor's organisation took part.
    """
    rows = Case.objects.visible_to(actor).select_related("lead", "owner__person", "region")
    found = rows.filter(reference=reference).first()
    if found is None:
        refuse_destroyed_case(actor, reference)
    return found or _one(rows, reference=reference)


def contribution(actor: Actor, pk: UUID) -> Contribution:
    """
    :raises Hidden: when there is none, or not for this actor.
    :raises Destroyed: when there was one of which the actor's organisation knew.
    """
    rows = Contribution.objects.visible_to(actor)
    return _known(
        actor, rows.select_related("case", "organisation", "author", "retention_rule"), pk=pk
    )


def subject(actor: Actor, pk: int) -> Subject:
    """
    :raises Hidden: when there is none, or not for this actor.
    :raises Destroyed: when there was one of which the actor's organisation knew.
    """
    rows = Subject.objects.visible_to(actor)
    return _known(actor, rows.select_related("case", "organisation", "retention_rule"), pk=pk)


def contribution_to_correct(actor: Actor, pk: UUID) -> Contribution:
    """One's own without its case, which one may have left; another's as anywhere.

    :raises Hidden: when there is none, or not for this actor.
    """
    own = Contribution.objects.own_of(actor).select_related("organisation").filter(pk=pk).first()
    return own or contribution(actor, pk)


def subject_to_correct(actor: Actor, pk: int) -> Subject:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    own = Subject.objects.own_of(actor).select_related("organisation").filter(pk=pk).first()
    return own or subject(actor, pk)


def request(actor: Actor, pk: UUID) -> Request:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = Request.objects.visible_to(actor)
    return _one(rows.select_related("case", "asker", "asked", "answer"), pk=pk)


def extension(actor: Actor, pk: int) -> Extension:
    """
    :raises Hidden: when there is none, or its request is not for this actor.
    """
    rows = Extension.objects.filter(request__in=Request.objects.visible_to(actor))
    return _one(rows.select_related("request__case"), pk=pk)


def document(actor: Actor, pk: UUID) -> Document:
    """
    :raises Hidden: when there is none, or its contribution is not for this actor.
    :raises Destroyed: when there was one of which the actor's organisation knew.
    """
    rows = Document.objects.shown_to(actor).filter(
        contribution__in=Contribution.objects.visible_to(actor)
    )
    return _known(
        actor, rows.select_related("contribution__case", "contribution__organisation"), pk=pk
    )


def disclosure(actor: Actor, pk: UUID) -> Disclosure:
    """
    :raises Hidden: when there is none, or this actor's organisation neither gave nor got it.
    """
    rows = Disclosure.objects.visible_to(actor)
    return _one(rows.select_related("case", "receiver", "contribution", "subject"), pk=pk)


def consent(actor: Actor, pk: UUID) -> Consent:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = Consent.objects.visible_to(actor).select_related("case", "holder", "receiver")
    return _one(rows.select_related("authority", "ground", "asked_by__person"), pk=pk)


def arrangement(actor: Actor, pk: int) -> Arrangement:
    """
    :raises Hidden: when there is none, or it is between others.
    """
    rows = Arrangement.objects.visible_to(actor)
    return _one(rows.select_related("organisation", "successor"), pk=pk)


def disclosure_request(actor: Actor, pk: UUID) -> DisclosureRequest:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = DisclosureRequest.objects.visible_to(actor).select_related("case", "asker", "holder")
    return _one(
        rows.select_related("receiver_ground", "asked_by__person", "decided_by__person"), pk=pk
    )


def commitment(actor: Actor, pk: int) -> Commitment:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = Commitment.objects.visible_to(actor)
    return _one(rows.select_related("case", "party", "proposed_by"), pk=pk)


def correction_notice(actor: Actor, pk: UUID) -> CorrectionNotice:
    """Without its case, which its receiver may have left.

    :raises Hidden: when there is none, or this actor's organisation is neither of its ends.
    """
    rows = CorrectionNotice.objects.visible_to(actor)
    return _one(rows.select_related("sender", "receiver", "confirmed_by__person"), pk=pk)


def error_report(actor: Actor, pk: UUID) -> ErrorReport:
    """
    :raises Hidden: when there is none, or this actor's organisation is neither of its ends.
    """
    rows = ErrorReport.objects.visible_to(actor)
    return _one(
        rows.select_related("reporter", "holder", "reported_by__person", "settled_by__person"),
        pk=pk,
    )


def emergency(actor: Actor, pk: UUID) -> Emergency:
    """Without its case, which the privacy officer who judges it does not see.

    :raises Hidden: when there is none, or this actor's organisation is neither of its ends.
    """
    rows = Emergency.objects.visible_to(actor)
    return _one(
        rows.select_related("viewer", "owner", "person", "ended_by__person", "judged_by__person"),
        pk=pk,
    )


def escalation(actor: Actor, pk: UUID) -> Escalation:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = Escalation.objects.visible_to(actor)
    return _one(rows.select_related("case__lead", "addressee", "answered_by__person"), pk=pk)


def referral(actor: Actor, pk: UUID) -> Referral:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = Referral.objects.visible_to(actor)
    return _one(rows.select_related("case__lead", "organisation", "answered_by__person"), pk=pk)


def waterbed_signal(actor: Actor, pk: UUID) -> WaterbedSignal:
    """
    :raises Hidden: when there is none, or this gemeente neither gave nor got it.
    """
    return _one(WaterbedSignal.objects.visible_to(actor).select_related("gemeente"), pk=pk)


def receipt(actor: Actor, pk: int) -> SignalReceipt:
    """
    :raises Hidden: when there is none, or this gemeente neither gave the signal nor got it.
    """
    rows = SignalReceipt.objects.visible_to(actor)
    return _one(rows.select_related("gemeente", "signal"), pk=pk)


def meeting(actor: Actor, pk: UUID) -> Meeting:
    """
    :raises Hidden: when there is none, or this actor's organisation is not invited.
    """
    rows = Meeting.objects.visible_to(actor)
    return _one(rows.select_related("convenor", "region", "planned_by__person"), pk=pk)


def agenda_item(actor: Actor, pk: int) -> AgendaItem:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = AgendaItem.objects.visible_to(actor)
    return _one(rows.select_related("case", "meeting__convenor"), pk=pk)


def handover(actor: Actor, pk: UUID) -> Handover:
    """Without its case, of which the receiver knows nothing yet.

    :raises Hidden: when there is none, or this actor's organisation is neither of its ends.
    """
    rows = Handover.objects.visible_to(actor)
    return _one(
        rows.select_related(
            "sender", "receiver", "offered_by__person", "settled_by__person", "ground"
        ),
        pk=pk,
    )


def inquiry(actor: Actor, pk: UUID) -> Inquiry:
    """
    :raises Hidden: when there is none, or another asked it.
    """
    rows = Inquiry.objects.visible_to(actor)
    return _one(rows.select_related("ground", "organisation"), pk=pk)


def participation(actor: Actor, pk: int) -> Participation:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = Participation.objects.visible_to(actor)
    return _one(rows.select_related("case__lead", "organisation"), pk=pk)


def destruction_list(actor: Actor, pk: UUID) -> DestructionList:
    """
    :raises Hidden: when there is none, or it is of another organisation.
    """
    people = ("organisation", "proposed_by__person", "decided_by__person")
    return _one(DestructionList.objects.visible_to(actor).select_related(*people), pk=pk)


def rights_request(actor: Actor, pk: UUID) -> RightsRequest:
    """
    :raises Hidden: when there is none, or the actor's organisation has no part in it.
    """
    rows = RightsRequest.objects.visible_to(actor)
    return _one(rows.select_related("organisation"), pk=pk)


def _known(actor: Actor, rows: QuerySet[M], *, pk: Any) -> M:
    """What was destroyed is told so, to who knew of it."""
    found = rows.filter(pk=pk).first()
    if found is None:
        refuse_destroyed(actor, rows.model._meta.model_name or "", pk)
    return found or _one(rows, pk=pk)


def _one(rows: QuerySet[M], **key: Any) -> M:
    found = rows.filter(**key).first()
    if found is None:
        raise Hidden(rows.model._meta.model_name or "", next(iter(key.values())))
    return found
