"""Why not? The rules of waterbed signals."""

from django.utils.translation import gettext as _

from casework.models import Case, SignalReceipt, WaterbedSignal
from partners.actor import Actor
from partners.models import Kind, Role


def why_not_see_signal(actor: Actor, signal: WaterbedSignal) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in (signal.gemeente_id, *signal.receiver_ids):
        return _("Dit signaal is niet aan uw gemeente gegeven.")
    return None


def why_not_see_receipt(actor: Actor, receipt: SignalReceipt) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if actor.organisation_id not in (receipt.gemeente_id, receipt.signal.gemeente_id):
        return _("Dit is het antwoord van een andere gemeente.")
    return None


def why_not_signal(actor: Actor, case: Case) -> str | None:
    if actor.organisation_id != case.lead_id or actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator van de regiehouder geeft een waterbed-signaal.")
    if actor.organisation.kind != Kind.GEMEENTE:
        return _("Alleen een gemeente geeft een waterbed-signaal aan haar buren.")
    if actor.organisation_id not in case.party_ids:
        return _("Uw organisatie neemt niet deel aan deze zaak.")
    return None


def why_not_answer_signal(actor: Actor, receipt: SignalReceipt) -> str | None:
    if (refusal := why_not_be_signalled(actor, receipt)) is not None:
        return refusal
    if receipt.answered_at is not None:
        return _("Uw gemeente heeft dit signaal al beantwoord.")
    return None


def why_not_own_signal(actor: Actor, signal: WaterbedSignal) -> str | None:
    if not actor.reads_cases or actor.organisation_id != signal.gemeente_id:
        return _("Alleen de gemeente die het signaal gaf, laat een andere meedoen.")
    return None


def why_not_let_in(actor: Actor, receipt: SignalReceipt, case: Case) -> str | None:
    """Who asks for data has to take part before anything is disclosed to it."""
    if (refusal := why_not_signal(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if receipt.answer != SignalReceipt.Answer.DATA:
        return _("Deze gemeente vroeg geen gegevens.")
    if receipt.gemeente_id in case.party_ids:
        return _("Deze gemeente neemt al deel aan de zaak.")
    return None


def why_not_be_signalled(actor: Actor, receipt: SignalReceipt) -> str | None:
    """Whether the answer is this actor's to give at all."""
    if actor.organisation_id != receipt.gemeente_id or actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator van de ontvangende gemeente antwoordt.")
    return None
