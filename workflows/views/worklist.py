"""The worklist: what this actor has to do, the oldest danger first, and whom it waits for."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.acting import moment
from partners.http import ActorRequest
from workflows import worklist as lists
from workflows.asked_here import asked_here
from workflows.policies import why_not_report

PAGE = 50


@require_safe
def worklist(request: ActorRequest) -> HttpResponse:
    actor = request.actor
    page = Paginator(lists.to_do(actor), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "waiting": lists.waiting_for_others(actor)[:PAGE],
        "extensions": lists.extensions_to_settle(actor)[:PAGE],
        "commitments": lists.commitments_to_settle(actor)[:PAGE],
        **asked_here(actor, timezone.localdate(moment())),
        "why_not_report": why_not_report(actor),
        "now": moment(),
    }
    template = "_lists" if request.htmx else "page"  # type: ignore[attr-defined]  # django-htmx
    return render(request, f"workflows/worklist/{template}.html", context)
