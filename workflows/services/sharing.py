"""Disclose what a step made as the formule proposes it; the person confirmed it with the step."""

from collections.abc import Iterable

from casework.models import Contribution, Part, Subject
from casework.services import disclosures
from casework.services.disclosures import Basis
from partners.models import Ground, Organisation
from workflows.formules.formule import Sharing
from workflows.services.deed import Deed


def share(deed: Deed, thing: Contribution | Subject, name: str) -> None:
    """Give `thing` to each receiver that the formule names for `name` and that takes part."""
    for sharing in deed.formule.sharings_of(name):
        for receiver in receivers(deed, sharing):
            disclosures.disclose(
                thing=thing,
                receiver=receiver,
                basis=_basis(deed, sharing),
                actor=deed.actor,
                at=deed.at,
            )


def receivers(deed: Deed, sharing: Sharing) -> Iterable[Organisation]:
    """ "lead" and "asked" are parts in the case; any other word is a kind of partner."""
    present = deed.case.participations.filter(until__isnull=True).exclude(
        organisation=deed.actor.organisation
    )
    if sharing.to == "lead":
        present = present.filter(organisation=deed.case.lead)
    elif sharing.to == "asked":
        present = present.filter(part=Part.ASKED)
    else:
        present = present.filter(organisation__kind=sharing.to)
    return [one.organisation for one in present.select_related("organisation")]


def _basis(deed: Deed, sharing: Sharing) -> Basis:
    """What the person put in the form's place of the formule's proposal wins."""
    chosen = deed.answers.get("sender_ground")
    return Basis(
        purpose=sharing.purpose,
        sender_ground=chosen or Ground.objects.get(code=sharing.sender_ground),
        receiver_ground=Ground.objects.get(code=sharing.receiver_ground),
        necessity=deed.answers.get("necessity") or sharing.necessity,
        conditions=sharing.conditions,
    )
