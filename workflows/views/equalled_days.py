"""The page on which the functional administrator keeps the equalled days."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Refused, require
from workflows import policies
from workflows.forms.equalled_day import EqualledDayForm
from workflows.models import EqualledDay
from workflows.services import equalled_days as keeping


def listing(request: ActorRequest) -> HttpResponse:
    require(policies.why_not_keep_equalled_days(request.actor), object_type="equalledday")
    form = EqualledDayForm(request.POST or None)
    if form.is_valid():
        added = keeping.add(actor=request.actor, at=moment(), **form.cleaned_data)
        messages.success(request, _("%(day)s is toegevoegd.") % {"day": added.day.isoformat()})
        return redirect("equalled_days")
    context = {"form": form, "days": EqualledDay.objects.all()}
    status = 422 if form.is_bound else 200
    return render(request, "workflows/term/equalled_days.html", context, status=status)


@require_POST
def remove(request: ActorRequest) -> HttpResponse:
    require(policies.why_not_keep_equalled_days(request.actor), object_type="equalledday")
    found = EqualledDay.objects.filter(day__in=_chosen(request)).first()
    if found is None:
        raise Refused(_("Deze dag staat niet in de lijst."), object_type="equalledday")
    keeping.remove(day=found, actor=request.actor, at=moment())
    messages.success(request, _("%(day)s is verwijderd.") % {"day": found.day.isoformat()})
    return redirect("equalled_days")


def _chosen(request: ActorRequest) -> list[str]:
    written = request.POST.get("day", "")
    return [written] if EqualledDayForm.reads(written) else []
