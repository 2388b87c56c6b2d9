"""The list of meetings, the page of one, and what its convenor and its guests do with it."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework import access, ladder_policies
from casework.forms.meeting import CancelForm, HoldForm, PlanForm, WhenForm
from casework.models import AgendaItem, Commitment, Meeting, MeetingSeat
from casework.services import meetings
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require

PAGE = 50


@require_safe
def meeting_list(request: ActorRequest) -> HttpResponse:
    """`?eerder` shows those that were, the latest first."""
    is_past = "eerder" in request.GET
    rows = Meeting.objects.visible_to(request.actor).select_related("convenor", "region")
    now = moment()
    rows = (
        rows.filter(ends_at__lt=now).order_by("-starts_at", "-id")
        if is_past
        else rows.filter(ends_at__gte=now)
    )
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "is_past": is_past,
        "why_not_plan": ladder_policies.why_not_plan(request.actor),
    }
    return render(request, "casework/meeting/list.html", context)


def plan(request: ActorRequest) -> HttpResponse:
    require(ladder_policies.why_not_plan(request.actor), object_type="meeting")
    form = PlanForm(request.POST or None, actor=request.actor)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        meeting = meetings.plan(
            convenor=request.actor.organisation,
            **{name: given[name] for name in ("region", "level", "title", "theme", "invited")},
            **form.when(),
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("Het overleg is gepland. Wie u uitnodigde, heeft bericht."))
        return redirect("meeting", meeting.pk)
    status = 422 if form.is_bound else 200
    return render(request, "casework/meeting/plan.html", {"form": form}, status=status)


@require_safe
def meeting(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.meeting(request.actor, pk)
    items = AgendaItem.objects.visible_to(request.actor).filter(meeting=found)
    seats = list(found.seats.select_related("organisation", "membership__person"))
    agreed = Commitment.objects.visible_to(request.actor)
    mine = request.actor.organisation_id
    context = {
        "meeting": found,
        "seats": seats,
        "items": [
            (one, mine in one.case.overview_ids) for one in items.select_related("case__lead")
        ],
        "commitments": agreed.filter(meeting=found).select_related("case", "party"),
        "own_seat": next(one for one in seats if one.organisation_id == mine),
        "is_convenor": found.convenor_id == mine,
        "why_not_change": ladder_policies.why_not_change_meeting(request.actor, found),
        "why_not_hold": ladder_policies.why_not_hold(request.actor, found, moment()),
        "why_not_open": ladder_policies.why_not_open(found),
    }
    return render(request, "casework/meeting/page.html", context)


def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _own(request, pk)
    begins, ends = localtime(found.starts_at), localtime(found.ends_at)
    initial = {"day": begins, "begins": begins, "ends": ends, "place": found.place}
    form = WhenForm(request.POST or None, initial=initial)
    if form.is_valid():
        meetings.move(meeting=found, **form.when(), actor=request.actor, at=moment())
        messages.success(request, _("Het overleg is verplaatst. Wie u uitnodigde, heeft bericht."))
        return redirect("meeting", pk)
    return _form(request, found, form, _("Overleg verplaatsen"))


def cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _own(request, pk)
    form = CancelForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        meetings.cancel(meeting=found, reason=reason, actor=request.actor, at=moment())
        messages.success(request, _("Het overleg is afgezegd. Wie u uitnodigde, heeft bericht."))
        return redirect("meeting", pk)
    return _form(request, found, form, _("Overleg afzeggen"))


def hold(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.meeting(request.actor, pk)
    require(
        ladder_policies.why_not_hold(request.actor, found, moment()),
        object_type="meeting",
        object_id=pk,
    )
    form = HoldForm(request.POST or None, meeting=found)
    if form.is_valid():
        meetings.hold(
            meeting=found,
            present=form.those(MeetingSeat.Attendance.PRESENT),
            represented=form.those(MeetingSeat.Attendance.REPRESENTED),
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De aanwezigheid is vastgelegd."))
        return redirect("meeting", pk)
    return _form(request, found, form, _("Aanwezigheid vastleggen"))


@require_POST
def come(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.meeting(request.actor, pk)
    meetings.come(meeting=found, actor=request.actor, at=moment())
    messages.success(request, _("U bent aangemeld voor dit overleg."))
    return redirect("meeting", pk)


def _own(request: ActorRequest, pk: UUID) -> Meeting:
    found = access.meeting(request.actor, pk)
    require(
        ladder_policies.why_not_change_meeting(request.actor, found),
        object_type="meeting",
        object_id=pk,
    )
    return found


def _form(
    request: ActorRequest, found: Meeting, form: CancelForm | HoldForm | WhenForm, title: str
) -> HttpResponse:
    context = {"meeting": found, "form": form, "title": title}
    status = 422 if form.is_bound else 200
    return render(request, "casework/meeting/form.html", context, status=status)
