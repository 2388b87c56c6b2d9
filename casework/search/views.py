"""The page to search on, and its results, which HTMX swaps in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from casework.inquiry_policies import why_not_inquire
from casework.search.forms import SearchForm
from casework.search.policies import why_not_search
from casework.search.results import search
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


@require_http_methods(["GET", "HEAD", "POST"])
def search_page(request: ActorRequest) -> HttpResponse:
    require(why_not_search(request.actor), object_type="search")
    is_sent = request.method == "POST"
    form = SearchForm(request.POST) if is_sent else SearchForm()
    context: dict[str, Any] = {
        "form": form,
        "results": None,
        "may_inquire": why_not_inquire(request.actor) is None,
    }
    if is_sent and form.is_valid():
        asked = form.cleaned_data
        context["form"] = SearchForm(initial={"words": asked["words"]})
        context["results"] = search(
            words=asked["words"],
            kind=asked["kind"],
            number=asked["page"] or 1,
            actor=request.actor,
            at=moment(),
        )
    is_swapped = request.htmx and form.is_valid()  # type: ignore[attr-defined]
    template = "_results" if is_swapped else "page"
    status = 422 if is_sent and not form.is_valid() else 200
    response = render(request, f"casework/search/{template}.html", context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
