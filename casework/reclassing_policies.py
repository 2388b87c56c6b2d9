"""Why not put a contribution in another class? Upward by who reads it, downward by its holder."""

from django.utils.translation import gettext as _

from casework.models import NAMED_CLASSES, Contribution, InformationClass
from casework.policies import why_not_keep
from partners import classes, matrix
from partners.actor import Actor
from partners.clock import today
from partners.models import Membership
from partners.models.membership import CASE_ROLES


def why_not_reclassify(
    actor: Actor, contribution: Contribution, to: InformationClass | str = ""
) -> str | None:
    """`to` is empty for "at all"."""
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken.")
    is_own = contribution.organisation_id == actor.organisation_id
    if not to:
        return None if is_own or higher_than(contribution) else _("Hoger dan dit kan niet.")
    if to == contribution.information_class:
        return _("Deze bijdrage heeft deze klasse al.")
    if is_own:
        return why_not_keep(actor, contribution.case, InformationClass(to))
    if to not in higher_than(contribution):
        return _("Alleen wie dit inbracht, kan het lager indelen. U kunt alleen hoger kiezen.")
    return _why_lost_to_its_holder(contribution, InformationClass(to))


def higher_than(contribution: Contribution) -> list[str]:
    """The classes that are kept closer than its own."""
    rules = classes.rules()
    now = rules[contribution.information_class].rank
    return [code for code, one in rules.items() if one.rank > now]


def _why_lost_to_its_holder(contribution: Contribution, to: InformationClass) -> str | None:
    """Nobody takes away from a partner what is its own: someone there must read it on."""
    holder, theme = contribution.organisation, contribution.case.theme
    refusal = _("Bij %(partner)s mag dan niemand dit meer lezen.") % {"partner": holder.name}
    if not matrix.keeping(holder.kind, to, theme):
        return refusal
    if to not in NAMED_CLASSES:
        return None
    people = Membership.objects.filter(organisation=holder, role__in=CASE_ROLES, valid_until=None)
    return None if people.cleared_for(theme, today()).exists() else refusal
