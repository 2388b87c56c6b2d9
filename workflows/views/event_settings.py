"""The pages on which a gemeente sets its terms for events, and a service what it can give."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Hidden, Refused, require
from workflows import event_policies
from workflows.forms.event_settings import CapacityForm, EventTermForm
from workflows.forms.regional_event import served
from workflows.models import EventClass, EventTerm, Service, ServiceCapacity
from workflows.services import event_settings as services


@require_safe
def terms(request: ActorRequest) -> HttpResponse:
    """Each class with what holds, of one's own gemeente."""
    require(event_policies.why_not_set_event_terms(request.actor), object_type="eventterm")
    rows = list(EventTerm.objects.filter(organisation=request.actor.organisation))
    today = _today()
    classes = [
        (
            one,
            next((row for row in _of_class(rows, one) if row.is_in_force(today)), None),
            [row for row in _of_class(rows, one) if row.valid_from > today],
        )
        for one in EventClass
    ]
    return render(request, "workflows/evenement/terms.html", {"classes": classes})


def term(request: ActorRequest, event_class: str) -> HttpResponse:
    """One class: what held, what holds, and another term from a day."""
    require(event_policies.why_not_set_event_terms(request.actor), object_type="eventterm")
    if event_class not in EventClass.values:
        raise Hidden("eventterm", "")
    said = EventClass(event_class)
    rows = EventTerm.objects.filter(organisation=request.actor.organisation).of_class(said)
    history = list(rows.order_by("-valid_from"))
    form = EventTermForm(request.POST or None, today=_today(), after=_last(rows))
    if request.method == "POST" and form.is_valid():
        services.set_term(
            event_class=said,
            weeks=form.cleaned_data["weeks"],
            from_score=form.cleaned_data["from_score"],
            since=form.since,
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De termijn is vastgelegd."))
        return redirect("event_terms")
    context = {"event_class": said, "history": history, "form": form, "today": _today()}
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/evenement/term.html", context, status=status)


@require_safe
def capacities(request: ActorRequest) -> HttpResponse:
    """What each service can give in the regions that one serves."""
    require(event_policies.why_not_open_calendar(request.actor), object_type="servicecapacity")
    regions = list(served(request.actor))
    rows = list(ServiceCapacity.objects.filter(region__in=regions).order_by("-valid_from"))
    found = [
        (
            region,
            service,
            [row for row in rows if row.region_id == region.pk and row.service == service],
        )
        for region in regions
        for service in Service
    ]
    context = {"found": found, "why_not": event_policies.why_not_set_capacity(request.actor)}
    return render(request, "workflows/evenement/capacities.html", context)


def capacity(request: ActorRequest) -> HttpResponse:
    """Set what one's own service can give from a day, in a region that it serves."""
    require(event_policies.why_not_set_capacity(request.actor), object_type="servicecapacity")
    form = CapacityForm(request.POST or None, today=_today(), regions=served(request.actor))
    if request.method == "POST" and form.is_valid():
        try:
            services.set_capacity(
                region=form.cleaned_data["region"],
                amount=form.cleaned_data["amount"],
                since=form.since,
                actor=request.actor,
                at=moment(),
            )
        except Refused as refusal:
            form.add_error("valid_from", refusal.reason)
        else:
            told = _("De inzet is vastgelegd. Gemeenten met een nieuwe botsing horen dat.")
            messages.success(request, told)
            return redirect("event_capacities")
    context = {"service": Service(request.actor.organisation.kind), "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/evenement/capacity.html", context, status=status)


def _of_class(rows: list[EventTerm], event_class: EventClass) -> list[EventTerm]:
    return [row for row in rows if row.event_class == event_class]


def _last(rows: "QuerySet[Any]") -> date | None:
    """The day of the last change: the next comes after it."""
    day: date | None = rows.order_by("-valid_from").values_list("valid_from", flat=True).first()
    return day


def _today() -> date:
    return timezone.localdate(moment())
