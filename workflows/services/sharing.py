"""Disclose what a step made as the formule proposes it; the person confirmed it with the step."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.class_policies import why_not_receive_class
from casework.disclosing_policies import needs_weighing
from casework.forms.weighing import weighed_in
from casework.models import Contribution, Subject, Weighing
from casework.services import disclosures, weighings
from casework.services.disclosures import Basis
from partners.models import Ground, Membership, Organisation
from partners.refusals import Refused
from workflows.formules.formule import Sharing
from workflows.receivers import receivers
from workflows.services.deed import Deed

TOLD = frozenset(
    {
        *("measure_notice", "closure_notice", "closure_fact", "tip_feedback", "advice_asked"),
        *("event_decision", "operational_plan", "event_evaluation"),
        *("ban", "ban_in_person", "ban_notice", "breach", "filing", "progress", "progress_om"),
        *("plan", "release_notice", "feedback", "measures"),
    }
)
"""What comes unasked its receiver hears of; the rest comes with a task, which says so itself."""


def share(deed: Deed, thing: Contribution | Subject, name: str) -> None:
    """Give `thing` to each receiver that the formule names for `name` and that takes part."""
    for sharing in deed.formule.sharings_of(name):
        for receiver in receivers(deed.case, sharing, deed.actor):
            if why_not_receive_class(thing, receiver) is not None:
                # A formule proposes; what the role matrix never gives, no step gives either.
                continue
            basis = _basis(deed, sharing, receiver)
            disclosures.disclose(
                thing=thing,
                receiver=receiver,
                basis=replace(basis, weighing=_weigh(deed, thing, receiver, basis)),
                is_told=name in TOLD,
                actor=deed.actor,
                at=deed.at,
            )


def _weigh(
    deed: Deed, thing: Contribution | Subject, receiver: Organisation, basis: Basis
) -> Weighing | None:
    """What the OM gives rests on what its person found at this step: a formule gives nothing.

    :raises Refused: when the OM would give something that nobody weighed.
    """
    ground = basis.sender_ground
    if not needs_weighing(thing, deed.actor.organisation, ground):
        return None
    return weighings.weigh_giving(
        thing=thing,
        receiver=receiver,
        ground=ground,
        weighed=weighed_in(deed.answers),
        is_partial=deed.form.outcome() == "partial",
        actor=deed.actor,
        at=deed.at,
    )


def _basis(deed: Deed, sharing: Sharing, receiver: Organisation) -> Basis:
    """What the person put in the form's place of the formule's proposal wins."""
    chosen = deed.answers.get("sender_ground")
    return Basis(
        purpose=sharing.purpose,
        sender_ground=chosen or Ground.objects.get(code=sharing.sender_ground),
        receiver_ground=Ground.objects.get(code=sharing.receiver_ground),
        necessity=deed.answers.get("necessity") or sharing.necessity,
        conditions=sharing.conditions,
        receiver_ids=_named(deed, receiver) if sharing.is_named else (),
    )


def _named(deed: Deed, receiver: Organisation) -> tuple[int, ...]:
    """The people there who are cleared for the theme.

    :raises Refused: when there is none: an empty list would open it to all.
    """
    on = timezone.localdate(deed.at)
    cleared = Membership.objects.in_force(on).filter(organisation=receiver)
    cleared = cleared.cleared_for(deed.case.theme, on)
    people = tuple(sorted(set(cleared.values_list("person", flat=True))))
    if not people:
        raise Refused(
            _("Bij %(partner)s is voor dit thema niemand aangewezen.") % {"partner": receiver.name}
        )
    return people
