"""Why not ask the bevoegd gezag, or consent? See casework.policies for the form."""

from datetime import date

from django.utils.translation import gettext as _

from casework.models import Case, Consent, DisclosureRequest
from casework.policies import why_not_come_near, why_not_take_part
from partners.actor import Actor
from partners.models import Kind, Membership, Organisation
from partners.models.membership import CASE_ROLES

PER_CASE = "wpg-19"
"""The ground on which nothing goes before the bevoegd gezag agreed, each time."""
POWER = {Kind.GEMEENTE: "burgemeester", Kind.OM: "officier van justitie"}
"""Who the bevoegd gezag is at either, as the mandate of a membership says it (Wpg 19)."""


def why_not_see_consent(actor: Actor, consent: Consent) -> str | None:
    if (refusal := why_not_take_part(actor, consent.case)) is not None:
        return refusal
    if actor.organisation_id not in (consent.holder_id, consent.authority_id):
        return _("Deze vraag gaat tussen andere partners.")
    return why_not_come_near(actor, consent.needs_clearance)


def authorities(case: Case, on: date) -> "list[Organisation]":
    """Parties to the case at which somebody holds that power, and may know of the case."""
    found = Membership.objects.in_force(on).filter(
        organisation__in=case.party_ids,
        role__in=CASE_ROLES,
        person__is_active=True,
    )
    found = found.cleared_for(case.clearance, on)
    holders = [
        one.organisation
        for one in found.select_related("organisation").order_by("organisation__name")
        if has_power(one)
    ]
    return list(dict.fromkeys(holders))


def has_power(membership: Membership) -> bool:
    power = POWER.get(Kind(membership.organisation.kind))
    return power is not None and membership.mandate == power


def why_not_lay_before(request: DisclosureRequest) -> str | None:
    if request.holder.kind != Kind.POLITIE:
        return _("Alleen voor politiegegevens beslist het bevoegd gezag mee (Wpg art. 19).")
    if request.consents.filter(status=Consent.Status.ASKED).exists():
        return _("Deze vraag ligt al bij het bevoegd gezag.")
    return None


def why_not_ask_authority(
    request: DisclosureRequest, authority: Organisation, on: date
) -> str | None:
    if (refusal := why_not_lay_before(request)) is not None:
        return refusal
    if authority not in authorities(request.case, on):
        return _("Bij deze partner is niemand die als bevoegd gezag kan instemmen.")
    return None


def why_not_consent(actor: Actor, consent: Consent) -> str | None:
    if consent.authority_id != actor.organisation_id or not has_power(actor.membership):
        return _("Alleen de burgemeester of de officier van justitie aan wie het is gevraagd.")
    if consent.status != Consent.Status.ASKED:
        return _("Hierover is al beslist.")
    if consent.case.closed_at is not None:
        return _("De zaak is afgesloten.")
    return None
