"""Emergency access: take it, read in it, end it, judge it, and the list of what was taken."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework import access, emergency_policies
from casework.forms.emergency import EmergencyForm, VerdictForm
from casework.models import Contribution, Emergency, Subject
from casework.services import emergencies
from casework.services.submissions import take_once
from casework.things import of_thing
from partners.acting import in_emergency, moment
from partners.http import ActorRequest
from partners.refusals import Hidden, require

PAGE = 50


@require_safe
def emergency_list(request: ActorRequest) -> HttpResponse:
    """Of one's own organisation, as who took it or whose information it was."""
    rows = Emergency.objects.visible_to(request.actor).select_related("viewer", "owner", "person")
    page = Paginator(rows.order_by("-opened_at"), PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "now": moment()}
    return render(request, "casework/emergency/list.html", context)


def open_one(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    require(
        emergency_policies.why_not_open_in_emergency(request.actor, case),
        object_type="case",
        object_id=reference,
    )
    closed = emergencies.closed_things(case)
    form = EmergencyForm(request.POST or None, closed=closed)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        taken = emergencies.open_in_emergency(
            case=case,
            closed=form.chosen(),
            kind=Emergency.Kind(form.cleaned_data["kind"]),
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment(),
        )
        if taken.opens:
            told = _("U hebt vier uur noodtoegang. Beide organisaties weten ervan.")
            messages.success(request, told)
        return redirect("emergency", taken.pk)
    context = {"case": case, "form": form, "closed": closed}
    status = 422 if form.is_bound else 200
    return render(request, "casework/emergency/open.html", context, status=status)


@require_safe
def emergency(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.emergency(request.actor, pk)
    emergencies.note_viewing(emergency=found, actor=request.actor, at=moment())
    return _page(request, found, VerdictForm())


@require_safe
def contents(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Questions and answers on the screen alone: no document, no disclosure, no file."""
    found = access.emergency(request.actor, pk)
    read_at = moment()
    emergencies.note_reading(emergency=found, actor=request.actor, at=read_at)
    with in_emergency(found.pk):
        thing = _opened(found)
        context = {
            "emergency": found,
            "reader": request.actor,
            "read_at": read_at,
            **of_thing(thing),
        }
        return render(request, "casework/emergency/contents.html", context)


@require_POST
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.emergency(request.actor, pk)
    emergencies.end(emergency=found, actor=request.actor, at=moment())
    messages.success(request, _("De noodtoegang is beëindigd."))
    return redirect("emergency", pk)


@require_POST
def judge(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.emergency(request.actor, pk)
    require(
        emergency_policies.why_not_answer_for(request.actor, found),
        object_type="emergency",
        object_id=pk,
    )
    form = VerdictForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    emergencies.judge(
        emergency=found,
        verdict=Emergency.Verdict(form.cleaned_data["verdict"]),
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        at=moment(),
    )
    messages.success(request, _("Uw oordeel is vastgelegd. Beide organisaties hebben bericht."))
    return redirect("emergency", pk)


def _page(request: ActorRequest, found: Emergency, form: VerdictForm) -> HttpResponse:
    actor, now = request.actor, moment()
    context = {
        "emergency": found,
        "form": form,
        "is_running": found.is_running(now),
        "is_overdue": found.is_overdue(now),
        "why_not_read": emergency_policies.why_not_look_in_emergency(actor, found, now),
        "why_not_end": emergency_policies.why_not_end_emergency(actor, found, now),
        "why_not_judge": emergency_policies.why_not_judge(actor, found),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/emergency/page.html", context, status=status)


def _opened(found: Emergency) -> Contribution | Subject:
    """
    :raises Hidden: when it may not be opened any more: its class, its case or the part changed.
    """
    thing: Contribution | Subject | None = None
    if found.contribution_id is not None:
        rows = Contribution.objects.select_related("organisation", "author")
        thing = rows.filter(pk=found.contribution_id).first()
    elif found.subject_id is not None:
        thing = Subject.objects.select_related("organisation").filter(pk=found.subject_id).first()
    if thing is None:
        raise Hidden("emergency", found.pk)
    return thing
