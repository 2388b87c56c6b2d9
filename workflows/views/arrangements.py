"""Wpg-20 decisions and covenants: for their keepers, and for whoever may receive under them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework import access
from casework import arrangement_policies as policies
from casework.models import Arrangement, InformationClass
from casework.services import arrangements
from casework.throughput.labels import theme_title
from partners.acting import moment
from partners.http import ActorRequest
from partners.models import Ground, Organisation
from partners.refusals import require
from workflows.forms.arrangement import ArrangementForm, EndArrangementForm


@require_safe
def listing(request: ActorRequest) -> HttpResponse:
    rows = Arrangement.objects.visible_to(request.actor).select_related("organisation")
    context = {
        "arrangements": rows,
        "today": timezone.localdate(moment()),
        "why_not_keep": policies.why_not_keep_arrangements(request.actor),
    }
    return render(request, "workflows/arrangement/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: ActorRequest) -> HttpResponse:
    require(policies.why_not_keep_arrangements(request.actor), object_type="arrangement")
    form = ArrangementForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        made = arrangements.keep(terms=form.terms(), actor=request.actor, at=moment())
        messages.success(request, _("Vastgelegd. Verstrekkingen kunnen er nu op steunen."))
        return redirect("arrangement", made.pk)
    status = 422 if form.is_bound else 200
    return render(request, "workflows/arrangement/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def arrangement(request: ActorRequest, pk: int) -> HttpResponse:
    """What stands in it; its keeper ends it here."""
    found = access.arrangement(request.actor, pk)
    why_not = policies.why_not_end_arrangement(request.actor, found)
    form = EndArrangementForm(request.POST or None, arrangement=found)
    if request.method == "POST":
        require(why_not, object_type="arrangement", object_id=pk)
        if form.is_valid():
            arrangements.end(
                arrangement=found, **form.cleaned_data, actor=request.actor, at=moment()
            )
            messages.success(request, _("Beëindigd. Wie er nog op steunt, krijgt bericht."))
            return redirect("arrangement", pk)
    context = {**_told(found), "form": form, "why_not": why_not}
    context["leaning"] = [] if why_not else arrangements.leaning(found)
    status = 422 if form.is_bound else 200
    return render(request, "workflows/arrangement/page.html", context, status=status)


def _told(found: Arrangement) -> dict[str, Any]:
    """Its keys in words."""
    return {
        "arrangement": found,
        "receivers": Organisation.objects.filter(pk__in=found.receiver_ids),
        "grounds": Ground.objects.filter(code__in=found.ground_codes),
        "classes": [InformationClass(one).label for one in found.classes],
        "themes": [theme_title(one) for one in found.themes],
        "today": timezone.localdate(moment()),
    }
