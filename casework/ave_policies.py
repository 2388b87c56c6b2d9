"""Why not? The rules of scaling up and down (AVE); who may is agreed per phase, as data."""

from datetime import date

from django.utils.translation import gettext as _

from casework.models import AvePhase, AveRule, Case
from casework.policies import why_not_overview
from partners.actor import Actor
from partners.models import Membership


def why_not_see_phase(actor: Actor, phase: AvePhase) -> str | None:
    return why_not_overview(actor, phase.case)


def rules_of(case: Case, on: date) -> dict[int, AveRule]:
    """By phase; none where the theme knows no phases."""
    return {one.phase: one for one in AveRule.objects.in_force(on).filter(theme=case.theme)}


def why_not_scale(actor: Actor, case: Case, on: date) -> str | None:
    """Whether the actor may bring the case to another phase, or to its first."""
    if (refusal := why_not_overview(actor, case)) is not None:
        return refusal
    if case.closed_at is not None:
        return _("De zaak is afgesloten.")
    rules = rules_of(case, on)
    if not rules:
        return _("Voor dit thema zijn geen fasen van AVE afgesproken.")
    now = case.ave_phases.filter(ended_at__isnull=True).first()
    if now is not None and now.leader_id == actor.membership.pk:
        return None
    rule = rules.get(now.phase if now else min(rules))
    if rule is None or not rule.lets_scale(actor.membership):
        return _("In deze fase beslissen anderen over op- en afschalen.")
    return None


def why_not_lead(leader: Membership, case: Case, phase: int, on: date) -> str | None:
    """Whether this person may lead the case in that phase."""
    rule = rules_of(case, on).get(phase)
    if leader.organisation_id not in case.party_ids or not leader.is_in_force(on):
        return _("Deze persoon werkt niet mee aan de zaak.")
    if rule is None or not rule.lets_lead(leader):
        return _("Deze persoon kan in die fase niet de leiding hebben.")
    return None
