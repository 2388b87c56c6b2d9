"""Why not ask for a disclosure, or decide on it? See casework.policies for the form."""

from django.utils.translation import gettext as _

from casework.models import Case, Contribution, DisclosureRequest, Subject
from casework.policies import ASKED_ROLES, why_not_come_near, why_not_overview, why_not_see_case
from partners.actor import Actor
from partners.models import Kind, Organisation, Role

OM_ROLES = frozenset({Role.LIAISON, Role.DECISION_MAKER})


def why_not_see_disclosure_request(actor: Actor, request: DisclosureRequest) -> str | None:
    if (refusal := why_not_see_case(actor, request.case)) is not None:
        return refusal
    if actor.organisation_id not in (request.asker_id, request.holder_id):
        return _("Dit verzoek gaat tussen andere partners.")
    return why_not_come_near(actor, request.needs_clearance)


def why_not_ask_for(actor: Actor, case: Case, holder: Organisation) -> str | None:
    """Whoever has no overview knows of no partner but the lead."""
    if (refusal := why_not_see_case(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if holder.pk == actor.organisation_id:
        return _("Informatie van uw eigen organisatie hoeft u niet te vragen.")
    if holder.pk not in case.party_ids:
        return _("Deze partner neemt niet deel aan de zaak.")
    return None if holder.pk == case.lead_id else why_not_overview(actor, case)


def why_not_ask_anyone(actor: Actor, case: Case) -> str | None:
    if (refusal := why_not_see_case(actor, case)) is not None:
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
