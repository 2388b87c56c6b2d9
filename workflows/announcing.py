"""What the page of a step tells before one clicks: what goes where, for what, and what does not."""

from dataclasses import dataclass

from workflows.forms.step_form import StepForm
from workflows.formules.formule import Sharing
from workflows.models import Step
from workflows.receivers import End, ends_of


@dataclass(frozen=True)
class Proposal:
    """`withheld` has a sentence for each receiver that the formule names and that gets nothing.

    It is sure when it goes whatever is answered.
    """

    sharing: Sharing
    receivers: list[End]
    withheld: list[str]
    is_sure: bool


def proposals(step: Step, form: StepForm) -> list[Proposal]:
    """The disclosures that go with a step, as the role matrix leaves them."""
    formule = step.process.formule
    found = [
        proposed(sharing, step, form)
        for name in form.announced()
        for sharing in formule.sharings_of(name)
    ]
    return [one for one in found if one.receivers or one.withheld]


def proposed(sharing: Sharing, step: Step, form: StepForm) -> Proposal:
    """What is in more classes than one goes where any of them may go."""
    receivers, withheld = [], []
    classes = sorted(form.classes_of(sharing.thing))
    for end in ends_of(
        step.case,
        sharing,
        form.actor,
        lets_in=form.lets_in,
        offered=getattr(form.fields.get("partners"), "choices", ()),
    ):
        refusals = [end.why_not(one, step.case) for one in classes]
        if None in refusals:
            receivers.append(end)
        withheld += [one for one in refusals if one is not None]
    return Proposal(sharing, receivers, withheld, form.is_sure(sharing.thing))
