"""What the page of a step announces is what the step gives: no more, no less, to nobody else."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from casework.models import Disclosure
from partners.actor import Actor
from workflows.announcing import Proposal, proposals
from workflows.models import Step
from workflows.receivers import End


@contextmanager
def as_announced(step: Step, blank: Any, actor: Actor) -> Iterator[None]:
    """`blank` is the form as the page shows it, before anything is answered."""
    told = proposals(step, blank)
    given = Disclosure.objects.filter(case=step.case, sender=actor.organisation)
    before = set(given.values_list("pk", flat=True))
    yield
    rows = list(given.select_related("receiver", "contribution", "subject"))
    for one in rows:
        if one.pk not in before:
            assert any(_is_told(one, each, blank) for each in told), _words(step, one, told)
    for each in told:
        for end in each.receivers:
            if each.is_sure and end.is_sure:
                assert any(_is_of(one, each, end) for one in rows), (step.flow_task.name, each)


def _is_told(one: Disclosure, proposal: Proposal, blank: Any) -> bool:
    thing: Any = one.contribution or one.subject
    if thing.information_class not in blank.classes_of(proposal.sharing.thing):
        return False
    return any(_is_of(one, proposal, end) for end in proposal.receivers)


def _is_of(one: Disclosure, proposal: Proposal, end: End) -> bool:
    if one.purpose != proposal.sharing.purpose:
        return False
    if end.organisation is not None:
        return one.receiver_id == end.organisation.pk
    return end.kind in ("", one.receiver.kind)


def _words(step: Step, one: Disclosure, told: list[Proposal]) -> str:
    thing: Any = one.contribution or one.subject
    given = f"{thing.information_class} {thing} to {one.receiver}, {one.purpose}"
    return f"{step.flow_task.name} gave {given}, and told {told}"
