"""The term of the decision: suspend, resume or extend it, and record a notice of default."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from casework import access as cases
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require
from workflows import policies
from workflows.awb_terms import DECISION, NOTICE
from workflows.case_terms import terms_of
from workflows.forms.decision_term import DecisionTermForm
from workflows.models import CaseTerm
from workflows.services.decision_term import move


def decision_term(request: ActorRequest, reference: str) -> HttpResponse:
    case = cases.case(request.actor, reference)
    require(
        policies.why_not_move_decision_term(request.actor, case),
        object_type="case",
        object_id=reference,
    )
    running = CaseTerm.objects.running().filter(case=case).prefetch_related("pauses")
    form = DecisionTermForm(
        request.POST or None,
        term=running.get(code=DECISION),
        is_in_default=running.filter(code=NOTICE).exists(),
    )
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        move(
            case=case,
            act=form.cleaned_data["act"],
            on=form.cleaned_data["on"],
            reason=form.explanation,
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De beslistermijn is bijgewerkt."))
        return redirect("case", reference)
    context = {"case": case, "form": form, "terms": terms_of(request.actor, case)}
    status = 422 if form.is_bound else 200
    return render(request, "workflows/term/decision.html", context, status=status)
