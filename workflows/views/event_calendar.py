"""The regional calendar of events: the list, its files, one event, and what one does with it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.models import Case, Level
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Hidden, require
from workflows import access, event_policies
from workflows.events.calendar import clashes_of_event
from workflows.events.exports import as_csv, as_ical
from workflows.events.listing import Row, rows
from workflows.events.settings import dues_of, loads_of
from workflows.forms.regional_event import CalendarFilter, ChangeForm, ClashForm, ReserveForm
from workflows.ical import MEDIA_TYPE
from workflows.models import RegionalEvent, Resolution
from workflows.services import regional_events
from workflows.services.regional_events import EventFacts

FILE = "evenementenkalender"


@require_safe
def calendar(request: ActorRequest) -> HttpResponse:
    form, found = _asked(request)
    query = request.GET.copy()
    query.pop("weergave", None)
    context = {
        "form": form,
        "rows": found,
        "query": query.urlencode(),
        "is_table": request.GET.get("weergave") == "tabel",
        "why_not_reserve": event_policies.why_not_reserve(request.actor),
    }
    return render(request, "workflows/evenement/calendar.html", context)


@require_safe
def export_csv(request: ActorRequest) -> HttpResponse:
    _form, found = _asked(request)
    return _file(as_csv(found), "text/csv; charset=utf-8", "csv")


@require_safe
def export_ical(request: ActorRequest) -> HttpResponse:
    _form, found = _asked(request)
    return _file(as_ical(found, moment()), MEDIA_TYPE, "ics")


@require_safe
def event(request: ActorRequest, pk: int) -> HttpResponse:
    found = _event(request, pk)
    context = {
        "event": found,
        "row": Row(found, clashes_of_event(found)),
        "dues": dues_of(found, timezone.localdate(moment())),
        "loads": loads_of(found),
        "today": timezone.localdate(moment()),
        "case": Case.objects.visible_to(request.actor).filter(event=found).first(),
        "why_not_change": event_policies.why_not_change_event(request.actor, found),
        "why_not_rule": event_policies.why_not_rule_on_clash(request.actor, found),
    }
    return render(request, "workflows/evenement/event.html", context)


def reserve(request: ActorRequest) -> HttpResponse:
    """E0: the organiser announced it, and the gemeente keeps its place for it."""
    require(event_policies.why_not_reserve(request.actor), object_type="regionalevent")
    form = ReserveForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        found = regional_events.reserve(
            region=given["region"],
            facts=EventFacts(**form.facts()),
            actor=request.actor,
            at=moment(),
        )
        _say(request, found, _("Het evenement staat op de kalender."))
        return redirect("event", found.pk)
    intro = _("Een vooraankondiging of principeverzoek. De hele regio ziet deze gegevens.")
    return _form(request, form, _("Evenement reserveren"), intro=intro)


def change(request: ActorRequest, pk: int) -> HttpResponse:
    found = _event(request, pk)
    require(
        event_policies.why_not_change_event(request.actor, found),
        object_type="regionalevent",
        object_id=pk,
    )
    form = ChangeForm(request.POST or None, event=found, actor=request.actor)
    if form.is_valid():
        found = regional_events.change(
            event=found, actor=request.actor, at=moment(), **form.facts()
        )
        _say(request, found, _("Het evenement is gewijzigd."))
        return redirect("event", pk)
    return _form(request, form, _("Evenement wijzigen"), event=found)


def clash(request: ActorRequest, pk: int) -> HttpResponse:
    """E0c: how a clash was resolved, and where that was agreed."""
    found = _event(request, pk)
    require(
        event_policies.why_not_rule_on_clash(request.actor, found),
        object_type="regionalevent",
        object_id=pk,
    )
    form = ClashForm(request.POST or None, clashes=clashes_of_event(found))
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        regional_events.rule_on_clash(
            event=found,
            other=form.others[given["other"]],
            resolution=Resolution(given["resolution"]),
            level=Level(given["level"]),
            reason=given["reason"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De oplossing is vastgelegd. Beide gemeenten zien haar."))
        return redirect("event", pk)
    intro = _("Verplaatst of begrensd? Wijzig daarna ook het evenement zelf.")
    return _form(request, form, _("Oplossing vastleggen"), event=found, intro=intro)


def _asked(request: ActorRequest) -> tuple[CalendarFilter, list[Row]]:
    require(event_policies.why_not_open_calendar(request.actor), object_type="regionalevent")
    form = CalendarFilter(request.GET, actor=request.actor)
    return form, rows(request.actor, form.wanted())


def _event(request: ActorRequest, pk: int) -> RegionalEvent:
    """Who does not read the calendar does not learn what stands there either."""
    if event_policies.why_not_open_calendar(request.actor):
        raise Hidden("regionalevent", pk)
    return access.event(request.actor, pk)


def _say(request: ActorRequest, found: RegionalEvent, done: str) -> None:
    """Who acts hears of a clash here; the other side hears it as news."""
    clashing = clashes_of_event(found)
    if not clashing:
        messages.success(request, done)
        return
    told = _("%(done)s Let op: het botst met %(names)s.")
    names = ", ".join(one.other.name for one in clashing)
    messages.warning(request, told % {"done": done, "names": names})


def _form(
    request: ActorRequest,
    form: Any,
    title: str,
    *,
    event: RegionalEvent | None = None,
    intro: str = "",
) -> HttpResponse:
    back = reverse("event", args=[event.pk]) if event else reverse("event_calendar")
    context = {"form": form, "title": title, "intro": intro, "event": event, "back": back}
    status = 422 if form.is_bound else 200
    return render(request, "workflows/evenement/form.html", context, status=status)


def _file(content: bytes, media_type: str, extension: str) -> HttpResponse:
    disposition = {"Content-Disposition": f'attachment; filename="{FILE}.{extension}"'}
    return HttpResponse(content, content_type=media_type, headers=disposition)
