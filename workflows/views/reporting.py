"""Report a case: the way in, for every partner, by theme."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.documents.storage import file_rollback
from casework.models import Case
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Hidden, Refused, require
from workflows import policies
from workflows.flows import FLOWS
from workflows.forms.begin_form import BeginForm
from workflows.services import begin


@require_safe
def choose(request: ActorRequest) -> HttpResponse:
    """Which themes one may report."""
    require(policies.why_not_report(request.actor), object_type="case")
    forms = {theme: FLOWS[theme].begins_with for theme in begin.reportable(request.actor)}
    rows = [(theme, form.page_title, form.page_intro) for theme, form in forms.items()]
    return render(request, "workflows/report/choose.html", {"rows": rows})


def report(request: ActorRequest, theme: str) -> HttpResponse:
    flow_class = FLOWS.get(theme)
    if flow_class is None:
        raise Hidden("theme", theme)
    require(begin.why_not_report(request.actor, theme), object_type="case")
    form = flow_class.begins_with(
        request.POST or None, request.FILES or None, step=None, actor=request.actor
    )
    if form.is_valid() and (case := _begin(request, theme, form)) is not None:
        messages.success(request, _("Zaak %(case)s is gemeld.") % {"case": case.reference})
        return redirect("case", case.reference)
    status = 422 if form.is_bound else 200
    return render(request, "workflows/report/form.html", {"form": form}, status=status)


def _begin(request: ActorRequest, theme: str, form: BeginForm) -> Case | None:
    """None when no case can begin yet, for want of a formule or a desk: what was typed stays."""
    try:
        with transaction.atomic(), file_rollback():
            take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
            return begin.report_case(theme=theme, form=form, actor=request.actor, at=moment())
    except Refused as refusal:
        form.add_error(None, refusal.reason)
        return None
