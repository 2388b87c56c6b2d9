"""What one's gemeente sets differently from the formule, and its handhavingsmatrix."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.throughput.queries import regions_of
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Hidden, Refused, require
from workflows.forms.local_settings import EndRowForm, RowForm, SettingForm
from workflows.formules import access
from workflows.formules.adjustable import BY_NAME, DECLARED
from workflows.formules.in_force import agreed_version
from workflows.formules.local import settings_of
from workflows.formules.policies import why_not_set_locally
from workflows.models import EnforcementRow, LocalSetting
from workflows.services import local_settings as services


@require_safe
def local_settings(request: ActorRequest) -> HttpResponse:
    today = _allowed(request)
    own = settings_of(request.actor.organisation, today)
    defaults = _defaults(request, today)
    changed = LocalSetting.objects.filter(organisation=request.actor.organisation)
    rows = EnforcementRow.objects.filter(organisation=request.actor.organisation)
    context = {
        "settings": [
            (one, defaults[one.name], value, one.shown(value.value) if value else "")
            for one in DECLARED
            for value in [own.get(one.name)]
        ],
        "coming": {one.name for one in changed.filter(valid_from__gt=today)},
        "rows": rows.order_by("premises", "substance", "occurrence", "-valid_from"),
        "today": today,
    }
    return render(request, "workflows/local/list.html", context)


def local_setting(request: ActorRequest, name: str) -> HttpResponse:
    """One setting: what holds, what held, and a change from a day."""
    today = _allowed(request)
    declared = BY_NAME.get(name)
    if declared is None:
        raise Hidden("localsetting", "")
    history = LocalSetting.objects.filter(organisation=request.actor.organisation, name=name)
    last = history.order_by("-valid_from").first()
    form = SettingForm(
        request.POST or None,
        declared=declared,
        today=today,
        after=last.valid_from if last else None,
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        services.change_setting(
            declared=declared,
            value=form.value(),
            valid_from=given["valid_from"],
            source=given["source"],
            reason=given["reason"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De instelling is vastgelegd."))
        return redirect("local_settings")
    context = {
        "setting": declared,
        "default": _defaults(request, today)[name],
        "history": [(one, declared.shown(one.value)) for one in history],
        "form": form,
        "today": today,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/local/setting.html", context, status=status)


def enforcement_row_add(request: ActorRequest) -> HttpResponse:
    today = _allowed(request)
    form = RowForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            services.add_row(row=form.cleaned_data, actor=request.actor, at=moment())
        except Refused as refusal:
            form.add_error("valid_from", refusal.reason)
        else:
            messages.success(request, _("De regel staat in de handhavingsmatrix."))
            return redirect("local_settings")
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/local/row.html", {"form": form}, status=status)


def enforcement_row_end(request: ActorRequest, pk: int) -> HttpResponse:
    row = access.enforcement_row(request.actor, pk)
    today = _allowed(request)
    form = EndRowForm(request.POST or None, today=today, after=row.valid_from)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["valid_from"]
        services.end_row(row=row, day=day, actor=request.actor, at=moment())
        messages.success(request, _("De regel is beëindigd."))
        return redirect("local_settings")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "row": row}
    return render(request, "workflows/local/row_end.html", context, status=status)


def _allowed(request: ActorRequest) -> date:
    """Today, for who may be here.

    :raises Refused: when the actor has no local settings.
    """
    require(why_not_set_locally(request.actor), object_type="localsetting")
    return timezone.localdate(moment())


def _defaults(request: ActorRequest, today: date) -> dict[str, str]:
    """What the formule in force says, in words, by the name of the setting."""
    regions = regions_of(request.actor)[:1]
    formules = {
        theme: version.formule
        for region in regions
        for theme in dict.fromkeys(one.theme for one in DECLARED)
        if (version := agreed_version(theme=theme, region=region, day=today))
    }
    return {
        one.name: one.shown(one.default(formules[one.theme])) if one.theme in formules else ""
        for one in DECLARED
    }
