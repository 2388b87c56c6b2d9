"""What the formule proposes for a disclosure that is asked for: pre-filled, and not yet given."""

from typing import Any

from django.utils import timezone

from casework.forms.providing import holders_for
from casework.models import Case, Contribution, DisclosureRequest, Subject
from partners.acting import moment
from partners.actor import Actor
from partners.models import Ground, Kind, Organisation
from workflows.equalled_days import equalled_days
from workflows.formules.formule import Formule, Sharing
from workflows.models import CaseProcess
from workflows.terms import end_of_term

ORDINARY = {
    (Kind.POLITIE, Kind.OM): "wpg-16-1-b",
    (Kind.POLITIE, Kind.GEMEENTE): "wpg-16-1-c",
}
"""What the law itself lets go between two kinds of partner (domain brief 7.5)."""


def proposed_for_asking(case: Case, holder: Organisation | None, actor: Actor) -> dict[str, Any]:
    """Purpose, ground and term, as the formule has them for what this partner gives the asker."""
    formule = _formule_of(case)
    if formule is None or holder is None:
        return {}
    found: dict[str, Any] = {}
    sharing = next(iter(_between(formule, case, holder, actor.organisation, set())), None)
    if sharing is not None:
        found["purpose"] = sharing.purpose
        found["receiver_ground"] = Ground.objects.filter(code=sharing.receiver_ground).first()
    partner = formule.partner(holder.kind)
    if partner is not None:
        found["due_on"] = end_of_term(
            timezone.localdate(moment()),
            partner.term,
            is_statutory=False,
            equalled=equalled_days(),
        )
    return found


def proposed_for_giving(
    request: DisclosureRequest, things: list[Contribution | Subject]
) -> dict[str, Any]:
    """Ground, necessity and conditions; necessity is the asker's own where the formule has none."""
    ends = Kind(request.holder.kind), Kind(request.asker.kind)
    found: dict[str, Any] = {
        "necessity": request.necessity,
        "sender_ground": Ground.objects.filter(code=ORDINARY.get(ends, "")).first(),
    }
    if len(things) == 1:
        found["thing"] = str(things[0].pk)
    formule = _formule_of(request.case)
    if formule is None:
        return found
    kinds = {str(one.kind) for one in things}
    sharings = _between(formule, request.case, request.holder, request.asker, kinds)
    sharing = next(iter(sharings), None)
    if sharing is not None:
        found["sender_ground"] = Ground.objects.filter(code=sharing.sender_ground).first()
        found["conditions"] = sharing.conditions
    return found


def _formule_of(case: Case) -> Formule | None:
    process = CaseProcess.objects.filter(case=case).first()
    return process.formule if process else None


def _between(
    formule: Formule, case: Case, sender: Organisation, receiver: Organisation, kinds: set[str]
) -> list[Sharing]:
    """What goes that way under a ground the sender has; what is of such a kind comes first."""
    codes = {one.sender_ground for one in formule.sharings}
    today = timezone.localdate(moment())
    held = set(
        Ground.objects.in_force(today)
        .filter(code__in=codes, holder__in=holders_for(sender))
        .values_list("code", flat=True)
    )
    named = kinds | {f"{kind}_{sender.kind}" for kind in kinds}
    to = {receiver.kind, "asked"} | ({"lead"} if receiver.pk == case.lead_id else set())
    fitting = [one for one in formule.sharings if one.to in to and one.sender_ground in held]
    return sorted(fitting, key=lambda one: one.thing not in named)
