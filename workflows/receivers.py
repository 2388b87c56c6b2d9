"""Who gets what a step shares: what its formule proposes, as far as the role matrix gives it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from casework.class_policies import why_not_get_class, why_not_kind_gets_class
from casework.models import Case
from casework.policies import why_not_overview
from partners.actor import Actor
from partners.models import Kind, Organisation
from workflows.desks import desk_of, has_desk
from workflows.formules.formule import Sharing
from workflows.holders import reporter


@dataclass(frozen=True)
class End:
    """A partner, or a kind of partner of which one may get it: none is named then, or not even so.

    `is_sure` tells that it takes part, whatever is chosen at the step.
    """

    name: str
    kind: str
    organisation: Organisation | None = None
    is_sure: bool = True

    def why_not(self, information_class: str, case: Case) -> str | None:
        if self.organisation is not None:
            return why_not_get_class(information_class, case, self.organisation)
        if not self.kind:
            return None
        return why_not_kind_gets_class(information_class, case, self.kind, self.name)


def receivers(case: Case, sharing: Sharing, actor: Actor) -> list[Organisation]:
    """ "lead", "asked" and "reporter" are parts in the case; other words are kinds of partner."""
    present = case.participations.present().exclude(organisation=actor.organisation)
    if sharing.to == "lead":
        present = present.filter(organisation=case.lead)
    elif sharing.to == "reporter":
        present = present.filter(organisation=reporter(case, None))
    elif sharing.to == "asked":
        asked = case.requests.filter(asker=actor.organisation).values("asked")
        present = present.filter(organisation__in=asked)
    else:
        present = present.filter(organisation__kind=sharing.to)
    return [one.organisation for one in present.select_related("organisation")]


def ends_of(
    case: Case,
    sharing: Sharing,
    actor: Actor,
    *,
    lets_in: Iterable[str] = (),
    offered: Iterable[tuple[str, str]] = (),
) -> list[End]:
    """Those of `receivers` as the page may name them before the step is done.

    `lets_in` are kinds that come in with the step, `offered` those that one may choose at it. Who
    has no overview of the case does not hear who else takes part.
    """
    if sharing.to == "lead":
        is_own = case.lead_id == actor.organisation_id
        return [] if is_own else [End(case.lead.name, case.lead.kind, case.lead)]
    if sharing.to in lets_in:
        return [_coming(case, sharing.to)]
    if why_not_overview(actor, case) is None:
        found = [End(one.name, one.kind, one) for one in receivers(case, sharing, actor)]
    else:
        found = [_unnamed(sharing)]
    return [*found, *_chosen(case, sharing, actor, dict(offered), found)]


def _unnamed(sharing: Sharing) -> End:
    if sharing.to == "reporter":
        return End(_("wie deze zaak meldde"), "", is_sure=False)
    if sharing.to == "asked":
        return End(_("de partners die u vroeg"), "", is_sure=False)
    name = _("%(kind)s, als die meedoet aan deze zaak") % {"kind": Kind(sharing.to).label}
    return End(name, sharing.to, is_sure=False)


def _coming(case: Case, kind: str) -> End:
    if has_desk(case, kind):
        coming = desk_of(case, kind).organisation
        return End(coming.name, kind, coming)
    return End(str(Kind(kind).label), kind)


def _chosen(
    case: Case, sharing: Sharing, actor: Actor, offered: dict[str, str], found: list[End]
) -> Iterator[End]:
    """Those whom the person asks with this very step, and who are not in it yet."""
    known = {end.kind for end in found}
    for kind, label in offered.items():
        is_lead = kind != Kind.GEMEENTE or case.lead_id == actor.organisation_id
        is_own = kind == actor.organisation.kind and is_lead
        if sharing.to in ("asked", kind) and kind not in known and not is_own:
            yield End(str(label), kind, is_sure=False)
