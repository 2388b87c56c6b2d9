"""Why not? The rules about formules and local settings; see casework.policies for their form."""

from django.utils.translation import gettext as _

from partners.acting import moment
from partners.actor import Actor
from partners.models import Kind, Region, Role
from partners.policies import why_not_serve
from workflows.models import FormuleVersion, Status
from workflows.models.formule_version import READERS


def why_not_see_formule(actor: Actor, version: FormuleVersion) -> str | None:
    """What was adopted is no secret; a draft is for those of its region who have these pages."""
    if not version.is_draft:
        return None
    if actor.role not in READERS or _why_not_serve(actor, version.region) is not None:
        return _("Dit concept is van een andere regio.")
    return None


def why_not_consult_formules(actor: Actor) -> str | None:
    if actor.role not in READERS:
        return _(
            "De formules zijn hier in te zien voor functioneel beheerders, gemeentesecretarissen"
            " en IV-coördinatoren."
        )
    return None


def why_not_draft(actor: Actor, region: Region | None) -> str | None:
    if actor.role != Role.ADMINISTRATOR:
        return _("Alleen een functioneel beheerder maakt en wijzigt formules.")
    return _why_not_serve(actor, region)


def why_not_change(actor: Actor, version: FormuleVersion) -> str | None:
    if (refusal := why_not_draft(actor, version.region)) is not None:
        return refusal
    if not version.is_draft:
        return _("Een vastgestelde formule verandert niet meer. Maak een nieuw concept.")
    return None


def why_not_accept(actor: Actor, version: FormuleVersion) -> str | None:
    """A manager takes it on: the gemeentesecretaris, for the own gemeente (domain brief 9.1)."""
    if actor.role != Role.SECRETARY or actor.organisation.kind != Kind.GEMEENTE:
        return _("Alleen de gemeentesecretaris aanvaardt een formule voor de gemeente.")
    if version.status != Status.ADOPTED:
        return _("Alleen een vastgestelde formule die niet vervangen is, kan worden aanvaard.")
    if version.region is not None and (refusal := _why_not_serve(actor, version.region)):
        return refusal
    if version.acceptances.filter(organisation=actor.organisation).exists():
        return _("Uw gemeente heeft deze formule al aanvaard.")
    return None


def why_not_set_locally(actor: Actor) -> str | None:
    if actor.role != Role.ADMINISTRATOR or actor.organisation.kind != Kind.GEMEENTE:
        return _(
            "Alleen de functioneel beheerder van een gemeente heeft plaatselijke instellingen."
        )
    return None


def why_not_view_variation(actor: Actor) -> str | None:
    if actor.role not in (Role.SECRETARY, Role.ADMINISTRATOR):
        return _("Dit overzicht is voor gemeentesecretarissen en functioneel beheerders.")
    return None


def _why_not_serve(actor: Actor, region: Region | None) -> str | None:
    return why_not_serve(actor, region.pk if region else None, moment())
