"""Why not give, ask for a disclosure, or decide on it? See casework.policies for the form."""

from django.utils.translation import gettext as _

from casework.class_policies import why_not_receive_class
from casework.consent_policies import PER_CASE
from casework.models import (
    Blockade,
    Case,
    Contribution,
    Disclosure,
    DisclosureRequest,
    Document,
    InformationClass,
    Subject,
    Weighing,
)
from casework.models.blockade import BLOCKING_KINDS
from casework.policies import (
    ASKED_ROLES,
    is_blocked,
    why_not_come_near,
    why_not_overview,
    why_not_take_part,
)
from partners.actor import Actor
from partners.models import Ground, Kind, Organisation, Role

UNDER_39F = "wjsg-39f"
"""How the codes of the grounds of Wjsg art. 39f begin: the OM's own."""
TIP = "bibob-26"
"""Pointing at a Bibob-onderzoek rests on a law of its own, which asks for no reason."""
OM_ROLES = frozenset({Role.LIAISON, Role.DECISION_MAKER})


def why_not_see_disclosure_request(actor: Actor, request: DisclosureRequest) -> str | None:
    if (refusal := why_not_take_part(actor, request.case)) is not None:
        return refusal
    if actor.organisation_id not in (request.asker_id, request.holder_id):
        return _("Dit verzoek gaat tussen andere partners.")
    return why_not_come_near(actor, request.needs_clearance)


def why_not_ask_for(actor: Actor, case: Case, holder: Organisation) -> str | None:
    """Whoever has no overview knows of no partner but the lead."""
    if (refusal := why_not_take_part(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if holder.pk == actor.organisation_id:
        return _("Informatie van uw eigen organisatie hoeft u niet te vragen.")
    if holder.pk not in case.party_ids:
        return _("Deze partner neemt niet deel aan de zaak.")
    return None if holder.pk == case.lead_id else why_not_overview(actor, case)


def why_not_ask_anyone(actor: Actor, case: Case) -> str | None:
    if (refusal := why_not_take_part(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if case.party_ids == [actor.organisation_id]:
        return _("Er doet nog geen andere partner mee.")
    return None


def deciding_roles(holder: Organisation) -> frozenset[Role]:
    """At the OM an officier van justitie decides as well as the liaison."""
    return OM_ROLES if holder.kind == Kind.OM else ASKED_ROLES


def why_not_decide_request(actor: Actor, request: DisclosureRequest) -> str | None:
    """Whose information it is decides, by whoever answers for it."""
    is_holder = request.holder_id == actor.organisation_id
    if not is_holder or actor.role not in deciding_roles(actor.organisation):
        return _("Alleen wie voor de houder van de informatie antwoordt, beslist hierover.")
    return why_not_still(request)


def why_not_answer_back(actor: Actor, request: DisclosureRequest) -> str | None:
    if request.asker_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen de vrager beantwoordt deze vraag.")
    if request.status != DisclosureRequest.Status.ASKED_BACK:
        return _("Er staat geen vraag open.")
    return why_not_still(request)


def why_not_withdraw_request(actor: Actor, request: DisclosureRequest) -> str | None:
    if request.asker_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen de vrager trekt een verzoek in.")
    return why_not_still(request)


def why_not_still(request: DisclosureRequest) -> str | None:
    if request.is_decided:
        return _("Over dit verzoek is al beslist.")
    if request.case.closed_at is not None:
        return _("De zaak is afgesloten.")
    return None


def why_not_fit(request: DisclosureRequest, thing: Contribution | Subject) -> str | None:
    """Whether `thing` is what was asked for, or an extract of that."""
    if thing.case_id != request.case_id:
        return _("Dit hoort bij een andere zaak.")
    of_subject, of_contribution = request.subject_id, request.contribution_id
    if isinstance(thing, Subject):
        fits = of_contribution is None and of_subject in (None, thing.pk)
    else:
        whole = thing.extract_of_id
        fits = of_subject is None and of_contribution in (None, thing.pk, whole)
    return None if fits else _("Gevraagd is iets anders dan dit.")


def why_not_see_blockade(actor: Actor, blockade: Blockade) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if blockade.organisation_id != actor.organisation_id:
        return _("Deze blokkade is van een andere organisatie.")
    return why_not_come_near(actor, blockade.needs_clearance)


def why_not_see_weighing(actor: Actor, weighing: Weighing) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    if weighing.organisation_id != actor.organisation_id:
        return _("Deze afweging is van een andere organisatie.")
    return why_not_come_near(actor, weighing.needs_clearance)


def why_not_block(actor: Actor, thing: Contribution | Subject) -> str | None:
    """Bpg art. 4:5: politie and OM keep what is theirs from being given or known."""
    if Kind(actor.organisation.kind) not in BLOCKING_KINDS:
        return _("Alleen politie en OM blokkeren informatie.")
    if thing.organisation_id != actor.organisation_id or not actor.reads_cases:
        return _("U kunt alleen informatie van uw eigen organisatie blokkeren.")
    return None


def why_not_lift(actor: Actor, blockade: Blockade) -> str | None:
    if blockade.organisation_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen wie blokkeerde, heft de blokkade op.")
    return None


def why_not_give(actor: Actor, thing: Contribution | Subject) -> str | None:
    """Whether the actor may give it at all, to whomever."""
    if thing.organisation_id != actor.organisation_id:
        return _("U kunt alleen informatie van uw eigen organisatie verstrekken.")
    if thing.case.closed_at is not None:
        return _("De zaak is afgesloten.")
    return None


def why_not_disclose(
    actor: Actor, thing: Contribution | Subject, receiver: Organisation
) -> str | None:
    if (refusal := why_not_give(actor, thing)) is not None:
        return refusal
    if receiver.pk == actor.organisation_id:
        return _("Aan uw eigen organisatie hoeft u niets te verstrekken.")
    if receiver.pk not in thing.case.party_ids:
        return _("De ontvanger neemt niet deel aan deze zaak.")
    if isinstance(thing, Subject) and thing.restricted_at is not None:
        return _("Dit gegeven is op verzoek van de betrokkene beperkt (AVG art. 18).")
    return why_not_receive_class(thing, receiver)


def why_not_give_blocked(thing: Contribution | Subject) -> str | None:
    if is_blocked(thing):
        return _("Dit is geblokkeerd (Bpg artikel 4:5): het mag (nog) niet worden verstrekt.")
    return None


def why_not_weigh(actor: Actor) -> str | None:
    """Wjsg art. 39f: a person of the OM decides, never a formule."""
    if actor.organisation.kind != Kind.OM or actor.role not in OM_ROLES:
        return _("Alleen een liaison of officier van het OM beslist over gegevens van het OM.")
    return None


def why_not_weighed(*found: str) -> str | None:
    if not all(one.strip() for one in found):
        return _("Leg noodzaak, proportionaliteit en subsidiariteit vast: het OM weegt elk geval.")
    return None


def needs_weighing(thing: Contribution | Subject, sender: Organisation, ground: Ground) -> bool:
    is_own_law = thing.information_class == InformationClass.J and ground.code != TIP
    is_own_law = is_own_law or is_under_39f(ground)
    return sender.kind == Kind.OM and is_own_law


def is_under_39f(ground: Ground) -> bool:
    return ground.code.startswith(UNDER_39F)


def why_not_on_ground(
    thing: Contribution | Subject,
    sender: Organisation,
    ground: Ground,
    *,
    is_weighed: bool,
    is_agreed: bool,
) -> str | None:
    if ground.code == PER_CASE and not is_agreed:
        return _("Op artikel 19 Wpg gaat niets voordat het bevoegd gezag heeft ingestemd.")
    if is_under_39f(ground) and sender.kind != Kind.OM:
        return _("Op artikel 39f Wjsg verstrekt alleen het OM.")
    if needs_weighing(thing, sender, ground) and not is_weighed:
        return _("Het OM weegt elke verstrekking apart; dit gaat niet vanzelf (Wjsg art. 39f).")
    return None


def why_not_extend(actor: Actor, disclosure: Disclosure) -> str | None:
    """By who gave it, where it ends by itself; what was weighed or agreed to is asked for anew."""
    if disclosure.sender_id != actor.organisation_id or not actor.reads_cases:
        return _("Alleen wie verstrekte, kan de verstrekking verlengen.")
    if disclosure.withdrawn_at is not None or disclosure.valid_until is None:
        return _("Deze verstrekking loopt niet af.")
    if disclosure.case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if disclosure.weighing_id is not None or disclosure.consent_id is not None:
        return _("Dit vraagt een nieuwe afweging: laat de ontvanger het opnieuw vragen.")
    return None


def why_not_take_along(document: Document, extract: Contribution) -> str | None:
    """Whether the file may go with this part of what it was attached to."""
    if extract.extract_of_id is None or document.contribution_id != extract.extract_of_id:
        return _("Dit document hoort niet bij de bijdrage waarvan u een deel verstrekt.")
    if document.withdrawn_at is not None:
        return _("Dit document is bij een correctie ingetrokken.")
    return None
