"""Requests of persons concerned: the list, one of them, one's own answer, and the letter."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework import access
from casework.models import RightsRequest, RightsShare
from casework.rights import policies, requests
from casework.rights.forms import AnswerForm, ExtendTermForm, RegisterForm
from casework.rights.records import records_of
from casework.services.submissions import take_once
from partners.acting import moment
from partners.actor import Actor
from partners.http import ActorRequest
from partners.refusals import Hidden, require

PAGE = 50


@require_safe
def request_list(request: ActorRequest) -> HttpResponse:
    require(policies.why_not_handle(request.actor), object_type="rightsrequest")
    rows = RightsRequest.objects.visible_to(request.actor).select_related("organisation")
    rows = rows.order_by("answered_at", "due_on", "id")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "today": timezone.localdate(moment())}
    return render(request, "casework/rights/list.html", context)


def register(request: ActorRequest) -> HttpResponse:
    require(policies.why_not_handle(request.actor), object_type="rightsrequest")
    today = {"received_on": timezone.localdate(moment())}
    form = RegisterForm(request.POST or None, initial=today)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        made = requests.register(given=form.given(), actor=request.actor, at=moment())
        messages.success(request, _("Vastgelegd. Partners die iets bewaren, worden gevraagd."))
        return redirect("rights_request", made.pk)
    status = 422 if form.is_bound else 200
    return render(request, "casework/rights/register.html", {"form": form}, status=status)


@require_safe
def rights_request(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.rights_request(request.actor, pk)
    requests.note_viewing(found=found, actor=request.actor, at=moment())
    return render(request, "casework/rights/request.html", _about(request.actor, found))


def extend(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.rights_request(request.actor, pk)
    require(policies.why_not_extend_term(request.actor, found), object_type="rightsrequest")
    form = ExtendTermForm(request.POST or None)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        reason = form.cleaned_data["reason"]
        requests.extend(found=found, reason=reason, actor=request.actor, at=moment())
        messages.success(request, _("De termijn is verlengd. Laat het de betrokkene weten."))
        return redirect("rights_request", pk)
    context = {"form": form, "found": found}
    status = 422 if form.is_bound else 200
    return render(request, "casework/rights/extend.html", context, status=status)


def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """For what one's own organisation keeps."""
    found = access.rights_request(request.actor, pk)
    share = _own_share(request.actor, found)
    if share is None:
        raise Hidden("rightsshare", pk)
    require(policies.why_not_answer_share(request.actor, share), object_type="rightsshare")
    records = records_of(share)
    form = AnswerForm(request.POST or None, right=RightsRequest.Right(found.right), records=records)
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        requests.answer(share=share, given=form.given(), actor=request.actor, at=moment())
        messages.success(request, _("Uw antwoord is vastgelegd."))
        return redirect("rights_request", pk)
    requests.note_viewing(found=found, actor=request.actor, at=moment())
    context = {"form": form, "found": found}
    status = 422 if form.is_bound else 200
    return render(request, "casework/rights/answer.html", context, status=status)


@require_safe
def letter(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One answer of all, to print; each look at it is on record."""
    found = access.rights_request(request.actor, pk)
    about = _about(request.actor, found)
    if found.answered_at is None:
        require(about["why_not_send"], object_type="rightsrequest", object_id=pk)
    elif found.organisation_id != request.actor.organisation_id:
        raise Hidden("rightsrequest", pk)
    requests.note_viewing(found=found, actor=request.actor, at=moment())
    return render(request, "casework/rights/letter.html", about)


@require_POST
def send(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.rights_request(request.actor, pk)
    requests.send(found=found, actor=request.actor, at=moment())
    messages.success(request, _("Vastgelegd dat de brief is verzonden."))
    return redirect("rights_request", pk)


def _own_share(actor: Actor, found: RightsRequest) -> RightsShare | None:
    rows = RightsShare.objects.visible_to(actor).filter(request=found)
    return rows.filter(organisation=actor.organisation).select_related("request").first()


def _about(actor: Actor, found: RightsRequest) -> dict[str, Any]:
    own = _own_share(actor, found)
    shares = RightsShare.objects.visible_to(actor).filter(request=found)
    is_complete = requests.is_complete(found.pk)
    is_ours = found.organisation_id == actor.organisation_id
    return {
        "found": found,
        "is_ours": is_ours,
        "is_late": found.answered_at is None and found.due_on < timezone.localdate(moment()),
        "own": own,
        "records": records_of(own) if own else [],
        "answers": shares.exclude(answered_at=None).select_related("organisation")
        if is_ours
        else [],
        "why_not_extend": policies.why_not_extend_term(actor, found),
        "why_not_answer": policies.why_not_answer_share(actor, own) if own else _("Niets"),
        "why_not_send": policies.why_not_send(actor, found, is_complete=is_complete),
    }
