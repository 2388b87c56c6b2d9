"""H4 and H5: partners answer, in time or late; the chair may close the round."""

from datetime import datetime

from django.utils.translation import gettext as _

from casework.models import Extension, Request, Weighing
from casework.services import requests, weighings
from partners.acting import engine_sees
from partners.actor import Actor
from partners.models import Kind
from partners.refusals import Refused
from workflows.forms.advice_round import AnswerForm
from workflows.models import CaseProcess, Step
from workflows.services.deed import Deed
from workflows.services.sharing import share

OM_WITHHOLDS = {"decline": Weighing.Outcome.REFUSED, "contra": Weighing.Outcome.CONTRA}


def answer(deed: Deed) -> str:
    """Answer or decline the request of this step."""
    request = deed.step.request
    if request is None:
        raise Refused(_("Bij deze taak hoort geen verzoek."))
    settle(deed, request)
    return deed.form.outcome()


def settle(deed: Deed, request: Request) -> None:
    form = deed.form
    if isinstance(form, AnswerForm) and form.is_refusal:
        if deed.actor.organisation.kind == Kind.OM:
            _weigh_refusal(deed, request)
        requests.decline(
            request=request,
            ground=deed.answers["decline_ground"],
            reason=deed.answers["decline_reason"],
            actor=deed.actor,
            at=deed.at,
        )
        return
    contribution = deed.contribute()
    if isinstance(form, AnswerForm):
        share(deed, contribution, form.shared_thing())
    requests.answer(request=request, contribution=contribution, actor=deed.actor, at=deed.at)


def _weigh_refusal(deed: Deed, request: Request) -> None:
    """What kept the OM from giving it stays with the OM, as its weighing."""
    ground, reason = deed.answers["decline_ground"], deed.answers["decline_reason"]
    weighings.weigh_withholding(
        case=request.case,
        receiver=request.asker,
        outcome=OM_WITHHOLDS[deed.form.outcome()],
        reason=f"{ground}. {reason}".strip(),
        actor=deed.actor,
        at=deed.at,
    )


def answer_late(
    *, request: Request, step: Step, form: AnswerForm, actor: Actor, at: datetime
) -> None:
    """Answer after the round was closed: welcome still, and it moves nothing (Awb 3:6)."""
    with engine_sees(request.case_id):
        settle(Deed(step, actor, form, at), request)


def close_round(deed: Deed) -> str:
    deed.contribute()
    requests.overtake_open(case=deed.case)
    return deed.form.outcome()


def settle_extension(
    *, extension: Extension, is_granted: bool, actor: Actor, at: datetime
) -> Extension:
    """Grant or refuse more time; a granted term moves the step along with the request."""
    case_id = extension.request.case_id
    with engine_sees(case_id):
        process = CaseProcess.objects.get(case_id=case_id)
        with process.flow_class.lock(process.pk):
            settled = requests.settle_extension(
                extension=extension, is_granted=is_granted, actor=actor, at=at
            )
            if is_granted:
                Step.objects.filter(request=settled.request).update(due_at=settled.until)
    return settled
