"""How long things of one case are kept: the rules, holding back, and keeping one longer."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework import access, tombstones
from casework.models import (
    Contribution,
    PayloadRule,
    RetentionHold,
    RetentionRule,
    Subject,
)
from casework.retention import keeping, policies
from casework.retention.forms import HoldForm, KeepLongerForm
from casework.services.submissions import take_once
from casework.views.looking import note_look
from partners.acting import moment
from partners.audit.actions import action
from partners.http import ActorRequest
from partners.refusals import require


@require_safe
def rules(request: ActorRequest) -> HttpResponse:
    """Those for all, and those of one's own organisation."""
    today = timezone.localdate(moment())
    rows = RetentionRule.objects.in_force(today).select_related("organisation")
    own = rows.filter(organisation=request.actor.organisation)
    for_all = rows.filter(organisation__isnull=True)
    looks = [
        {"sentence": action(one.action).sentence, "rule": one}
        for one in PayloadRule.objects.in_force(today)
    ]
    context = {"rules": for_all, "own": own, "looks": looks}
    return render(request, "casework/retention/rules.html", context)


@require_safe
def case_retention(request: ActorRequest, reference: str) -> HttpResponse:
    return _case_page(request, reference, HoldForm())


@require_POST
def hold(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    form = HoldForm(request.POST)
    if not form.is_valid():
        return _case_page(request, reference, form, status=422)
    take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
    reason = RetentionHold.Reason(form.cleaned_data["reason"])
    keeping.hold(case=case, reason=reason, actor=request.actor, at=moment())
    messages.success(request, _("Het vernietigen is opgeschort."))
    return redirect("case_retention", reference)


@require_POST
def lift(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    keeping.lift(case=case, actor=request.actor, at=moment())
    messages.success(request, _("Wat aan de beurt is, kan weer worden vernietigd."))
    return redirect("case_retention", reference)


def keep_longer(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.contribution(request.actor, pk)
    require(
        policies.why_not_keep_longer(request.actor, found),
        object_type="contribution",
        object_id=pk,
    )
    today = timezone.localdate(moment())
    form = KeepLongerForm(request.POST or None, contribution=found, on=today)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        keeping.keep_longer(
            contribution=found,
            until=form.cleaned_data["until"],
            weighing=form.cleaned_data["weighing"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De bijdrage wordt langer bewaard."))
        return redirect("contribution", pk)
    context = {
        "form": form,
        "contribution": found,
        "case": found.case,
        "extensions": found.retention_extensions.select_related("set_by__person"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/retention/keep_longer.html", context, status=status)


def _case_page(
    request: ActorRequest, reference: str, form: HoldForm, status: int = 200
) -> HttpResponse:
    actor = request.actor
    case = access.case(actor, reference)
    note_look(request, case)
    own = {"case": case, "organisation": actor.organisation}
    holds = RetentionHold.objects.visible_to(actor).filter(case=case)
    context = {
        "case": case,
        "contributions": Contribution.objects.visible_to(actor)
        .filter(**own)
        .select_related("retention_rule"),
        "subjects": Subject.objects.visible_to(actor)
        .filter(**own)
        .select_related("retention_rule"),
        "tombstones": tombstones.of_case(actor, reference),
        "held": holds.running().select_related("set_by__person").first(),
        "form": form,
        "why_not_hold": policies.why_not_hold(actor, case),
    }
    return render(request, "casework/retention/case.html", context, status=status)
