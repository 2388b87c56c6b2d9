"""Report a signal: the way in, for every partner."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require
from workflows import policies
from workflows.forms.signal import SignalForm
from workflows.services import begin

THEME = "hennep"


def report(request: ActorRequest) -> HttpResponse:
    require(policies.why_not_report(request.actor), object_type="case")
    form = SignalForm(request.POST or None, request.FILES or None, step=None, actor=request.actor)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        case = begin.report_case(theme=THEME, form=form, actor=request.actor, at=moment())
        messages.success(request, _("Zaak %(case)s is gemeld.") % {"case": case.reference})
        return redirect("case", case.reference)
    status = 422 if form.is_bound else 200
    return render(request, "workflows/step/report.html", {"form": form}, status=status)
