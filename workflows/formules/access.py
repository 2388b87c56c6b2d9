"""Fetch a version of a formule for an actor, or answer as if it were not there."""

from partners.actor import Actor
from partners.refusals import Hidden, require
from workflows.formules.policies import why_not_consult_formules, why_not_set_locally
from workflows.models import EnforcementRow, FormuleVersion


def require_reader(actor: Actor) -> None:
    """
    :raises Refused: when the actor's role has no pages of formules.
    """
    require(why_not_consult_formules(actor), object_type="formuleversion")


def formule_version(actor: Actor, pk: int) -> FormuleVersion:
    """
    :raises Hidden: when there is none, or not for this actor.
    """
    rows = FormuleVersion.objects.visible_to(actor).select_related("region", "based_on__region")
    found = rows.filter(pk=pk).first()
    if found is None or why_not_consult_formules(actor) is not None:
        raise Hidden("formuleversion", pk)
    return found


def enforcement_row(actor: Actor, pk: int) -> EnforcementRow:
    """
    :raises Hidden: when there is none, or not for this actor to end.
    """
    found = EnforcementRow.objects.filter(organisation=actor.organisation, pk=pk).first()
    if found is None or why_not_set_locally(actor) is not None:
        raise Hidden("enforcementrow", pk)
    return found
