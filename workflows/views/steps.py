"""The steps of a case as a panel, and the page of one step."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework import access as cases
from casework.models import Contribution
from casework.services import requests
from casework.views.looking import note_look
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Conflict, require
from workflows import access, policies
from workflows.announcing import proposals
from workflows.arrival import why_due
from workflows.case_terms import terms_of
from workflows.diagram import diagram
from workflows.flows import flow_of
from workflows.forms.step_form import StepForm
from workflows.formules.from_case import why_not_keep_as_formule
from workflows.models import Step
from workflows.prefill import initial_for
from workflows.services import steps as doing


@require_safe
def case_steps(request: ActorRequest, reference: str) -> HttpResponse:
    case = cases.case(request.actor, reference)
    note_look(request, case)
    rows = Step.objects.visible_to(request.actor).filter(case=case)
    seen = list(rows.select_related("case", "holder", "done_by__person").order_by("created", "pk"))
    human = [step for step in seen if step.holder_id]
    has_overview = request.actor.organisation_id in case.overview_ids
    context = {
        "case": case,
        "mine": _dated_first(one for one in human if one.is_open and _is_mine(one, request)),
        "others": [one for one in human if one.is_open and not _is_mine(one, request)],
        "done": [one for one in human if one.done_by],
        "diagram": diagram(flow_of(case.theme), seen) if has_overview else None,
        "why_not_keep": why_not_keep_as_formule(request.actor, case),
        "terms": terms_of(request.actor, case),
        "may_move_term": policies.why_not_move_decision_term(request.actor, case) is None,
        "today": timezone.localdate(moment()),
        "now": moment(),
    }
    template = "_panel" if request.htmx else "page"  # type: ignore[attr-defined]  # django-htmx
    return render(request, f"workflows/case/{template}.html", context)


def step(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a step to who may see it; who may do it gets its form."""
    found = access.step(request.actor, pk)
    why_not = policies.why_not_do_step(request.actor, found)
    if request.method == "POST":
        return _do(request, found)
    if found.request is not None and found.holder_id == request.actor.organisation_id:
        requests.note_reading(request=found.request, actor=request.actor, at=moment())
    form = None
    if found.is_open and why_not is None:
        initial = initial_for(found, request.actor, moment())
        form = found.flow_task.form(step=found, actor=request.actor, initial=initial)
    return _page(request, found, form=form, why_not=why_not)


def _do(request: ActorRequest, found: Step) -> HttpResponse:
    """A conflict keeps what was typed: the form stands under the message, to be copied from."""
    require(policies.why_not_do_step(request.actor, found), object_type="step", object_id=found.pk)
    form = found.flow_task.form(request.POST, request.FILES, step=found, actor=request.actor)
    try:
        if not found.is_open:
            raise Conflict(doing.why_no_longer_open(found))
        if not form.is_valid():
            return _page(request, found, form=form, status=422)
        doing.complete(step=found, form=form, actor=request.actor, at=moment())
    except Conflict as conflict:
        return _page(request, found, form=form, conflict=conflict.reason, status=409)
    messages.success(
        request, _("De taak “%(task)s” is afgerond.") % {"task": found.flow_task.task_title}
    )
    return redirect("case", found.case.reference)


def _page(
    request: ActorRequest,
    found: Step,
    *,
    form: StepForm | None = None,
    why_not: str | None = None,
    conflict: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "step": found,
        "case": found.case,
        "title": found.flow_task.task_title,
        "form": form,
        "why_not": why_not,
        "conflict": conflict,
        "sharings": proposals(found, form) if form else [],
        "reading": Contribution.objects.visible_to(request.actor)
        .filter(case=found.case)
        .select_related("organisation"),
        "why_due": why_due(found) if found.is_open else (),
        "closed": "" if found.is_open else doing.why_no_longer_open(found),
        "now": moment(),
    }
    return render(request, "workflows/step/page.html", context, status=status)


def _dated_first(steps: Iterable[Step]) -> list[Step]:
    """What only waits for what may never come stands last."""
    return sorted(steps, key=lambda step: step.due_at is None)


def _is_mine(one: Step, request: ActorRequest) -> bool:
    return one.holder_id == request.actor.organisation_id and one.role == request.actor.role
