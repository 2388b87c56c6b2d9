"""What is to be destroyed, the lists of it, the decision on one, and the certificate afterwards."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework import access
from casework.models import DestructionLine, DestructionList
from casework.retention import lists, policies
from casework.retention.certificate import as_csv, certify, require_finished
from casework.retention.due import due, without_a_day
from casework.retention.forms import DecideForm, ProposeForm
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require

PAGE = 50


def destruction(request: ActorRequest) -> HttpResponse:
    actor = request.actor
    require(policies.why_not_view_lists(actor), object_type="destructionlist")
    why_not = policies.why_not_propose(actor)
    items = due(actor, timezone.localdate(moment())) if why_not is None else []
    form = ProposeForm(request.POST or None, due=items)
    if request.method == "POST":
        require(why_not, object_type="destructionlist")
        if form.is_valid():
            take_once(key=form.cleaned_data["submission"], actor=actor, at=moment())
            made = lists.propose(items=form.chosen(), actor=actor, at=moment())
            messages.success(request, _("Voorgedragen. De privacyfunctionaris beslist."))
            return redirect("destruction_list", made.pk)
    rows = DestructionList.objects.visible_to(actor).select_related("proposed_by__person")
    still = Count("lines", filter=Q(lines__result=DestructionLine.Result.OPEN))
    rows = rows.annotate(size=Count("lines"), open=still).order_by("-proposed_at", "id")
    page = Paginator(rows, PAGE)
    context = {
        "items": items,
        "chosen": form["items"].value() or [],
        "form": form,
        "why_not": why_not,
        "without_a_day": without_a_day(actor) if why_not is None else 0,
        "page": page.get_page(request.GET.get("page")),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/retention/destruction.html", context, status=status)


@require_safe
def destruction_list(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.destruction_list(request.actor, pk)
    lines = _lines(request, found)
    context = {
        "list": found,
        "lines": lines,
        "is_finished": policies.why_not_certify(found, lines) is None,
        "why_not": policies.why_not_decide_list(request.actor, found),
    }
    return render(request, "casework/retention/list.html", context)


def decide(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.destruction_list(request.actor, pk)
    require(
        policies.why_not_decide_list(request.actor, found),
        object_type="destructionlist",
        object_id=pk,
    )
    form = DecideForm(request.POST or None)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        is_approved = form.cleaned_data["decision"] == "approve"
        lists.decide(
            found=found,
            is_approved=is_approved,
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment(),
        )
        said = _("Goedgekeurd. Het vernietigen begint binnen een minuut.")
        messages.success(request, said if is_approved else _("De lijst is teruggegaan."))
        return redirect("destruction_list", pk)
    context = {"list": found, "form": form, "lines": _lines(request, found)}
    status = 422 if form.is_bound else 200
    return render(request, "casework/retention/decide.html", context, status=status)


@require_safe
def certificate(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.destruction_list(request.actor, pk)
    lines = _lines(request, found)
    require_finished(found, lines)
    certify(found, actor=request.actor, at=moment())
    gone = [one for one in lines if one.result == DestructionLine.Result.DESTROYED]
    context = {"list": found, "lines": gone}
    return render(request, "casework/retention/certificate.html", context)


@require_safe
def certificate_csv(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.destruction_list(request.actor, pk)
    lines = _lines(request, found)
    require_finished(found, lines)
    certify(found, actor=request.actor, at=moment())
    return HttpResponse(
        as_csv(found, lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="vernietiging-{pk}.csv"'},
    )


def _lines(request: ActorRequest, found: DestructionList) -> list[DestructionLine]:
    rows = DestructionLine.objects.visible_to(request.actor).filter(listing=found)
    return list(rows.select_related("organisation"))
