"""Tell neighbouring gemeenten of a measure, and answer that; never of whom, or of which case."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import actions, waterbed_policies
from casework.models import Case, Part, SignalReceipt, WaterbedOrigin, WaterbedSignal
from casework.services import participations
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Adjacency, Role
from partners.news import News, tell
from partners.refusals import Conflict, Refused, require


@dataclass(frozen=True)
class Period:
    starts_on: date
    ends_on: date | None = None


@transaction.atomic
def signal(
    *,
    case: Case,
    measure: WaterbedSignal.Measure,
    area: str,
    effect: str,
    period: Period,
    desk: str,
    branch: str = "",
    actor: Actor,
    at: datetime,
) -> WaterbedSignal:
    """Its neighbours on this day get it; `area` names a woonkern or wijk, without any digit.

    :raises Refused: when the actor does not coordinate for the lead, or no neighbour is known.
    """
    require(waterbed_policies.why_not_signal(actor, case))
    today = timezone.localdate(at)
    neighbours = sorted(
        Adjacency.objects.neighbours_of(actor.organisation, today).values_list("pk", flat=True)
    )
    if not neighbours:
        raise Refused(_("Van uw gemeente zijn geen buurgemeenten bekend. Meld dat uw beheerder."))
    given = WaterbedSignal.objects.create(
        gemeente=actor.organisation,
        receiver_ids=neighbours,
        measure=measure,
        theme=case.theme,
        branch=branch,
        area=area,
        effect=effect,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        desk=desk,
        given_by=actor.membership,
        given_at=at,
    )
    WaterbedOrigin.objects.create(signal=given, case=case)
    SignalReceipt.objects.bulk_create(
        SignalReceipt(signal=given, gemeente_id=neighbour) for neighbour in neighbours
    )
    _record_giving(given, case, actor, at)
    for neighbour in neighbours:
        _tell("signal", given, neighbour, actor, at)
    return given


@transaction.atomic
def answer(
    *,
    receipt: SignalReceipt,
    answer: SignalReceipt.Answer,
    remark: str,
    actor: Actor,
    at: datetime,
) -> SignalReceipt:
    """
    :raises Refused: when it is another gemeente's to answer.
    :raises Conflict: when a colleague answered first.
    """
    require(waterbed_policies.why_not_be_signalled(actor, receipt))
    receipt = SignalReceipt.objects.select_for_update(of=("self",)).get(pk=receipt.pk)
    if receipt.answered_at is not None:
        raise Conflict(_("Uw gemeente heeft dit signaal al beantwoord."))
    receipt.answer, receipt.remark = answer, remark
    receipt.answered_by, receipt.answered_at = actor.membership, at
    receipt.save(update_fields=["answer", "remark", "answered_by", "answered_at"])
    sender = receipt.signal.gemeente_id
    record(actions.SIGNAL_ANSWERED, actor=actor, at=at, thing=receipt.signal, touched=[sender])
    is_request = answer == SignalReceipt.Answer.DATA
    kind = "signal_data_asked" if is_request else "signal_answered"
    _tell(kind, receipt.signal, sender, actor, at)
    return receipt


@transaction.atomic
def let_in(*, receipt: SignalReceipt, actor: Actor, at: datetime) -> Case:
    """Let the neighbour that asks for data take part; what it then gets is an ordinary disclosure.

    :raises Refused: when it asked for none, takes part already, or the case is closed.
    """
    case = WaterbedOrigin.objects.select_related("case").get(signal=receipt.signal_id).case
    require(waterbed_policies.why_not_let_in(actor, receipt, case))
    participations.begin(
        case=case,
        organisation=receipt.gemeente,
        part=Part.INFORMED,
        has_overview=False,
        actor=actor,
        at=at,
    )
    tell(
        News(
            kind="let_in",
            case_reference=case.reference,
            organisation_id=receipt.gemeente_id,
            roles=(Role.COORDINATOR,),
            at=at,
            by=actor,
            link=f"/zaken/{case.reference}",
        )
    )
    return case


def _record_giving(given: WaterbedSignal, case: Case, actor: Actor, at: datetime) -> None:
    """Two entries: of the case in one's own trail, and without the case in those of neighbours."""
    record(actions.SIGNAL_FROM_CASE, actor=actor, at=at, thing=case, case_reference=case.reference)
    record(actions.SIGNAL_GIVEN, actor=actor, at=at, thing=given, touched=given.receiver_ids)


def _tell(
    kind: str, given: WaterbedSignal, organisation_id: int, actor: Actor, at: datetime
) -> None:
    """Without the case: its reference is the sender's alone."""
    tell(
        News(
            kind=kind,
            case_reference="",
            organisation_id=organisation_id,
            roles=(Role.COORDINATOR,),
            at=at,
            by=actor,
            link=f"/signalen/{given.pk}",
        )
    )
