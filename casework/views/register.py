"""The register of disclosures on a page and as a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casework.forms.register import RegisterFilter
from casework.register import PAGE, as_csv, why_not_see_register
from casework.services import registers
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


@require_safe
def register(request: ActorRequest) -> HttpResponse:
    require(why_not_see_register(request.actor), object_type="disclosureregister")
    form = RegisterFilter(request.GET, actor=request.actor)
    number = _page_number(request)
    found = []
    if form.is_valid():
        found = registers.view(
            wanted=form.wanted(),
            offset=(number - 1) * PAGE,
            actor=request.actor,
            at=moment(),
        )
    asked = request.GET.copy()
    asked.pop("page", None)
    total = found[0].number if found else 0
    context = {
        "form": form,
        "lines": found,
        "total": total,
        "is_received": form.is_valid() and form.wanted().is_received,
        "reads_cases": request.actor.reads_cases,
        "filter": asked.urlencode(),
        "before": number - 1,
        "after": number + 1 if number * PAGE < total else 0,
        "now": moment(),
    }
    return render(request, "casework/disclosure/register.html", context)


@require_safe
def register_export(request: ActorRequest) -> HttpResponse:
    require(why_not_see_register(request.actor), object_type="disclosureregister")
    form = RegisterFilter(request.GET, actor=request.actor)
    if not form.is_valid():
        context = {"form": form, "lines": [], "total": 0}
        return render(request, "casework/disclosure/register.html", context, status=400)
    found = registers.export(wanted=form.wanted(), actor=request.actor, at=moment())
    day = timezone.localdate(moment()).isoformat()
    name = f"verstrekkingen-{request.actor.organisation.code}-{day}.csv"
    return HttpResponse(
        as_csv(found),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _page_number(request: ActorRequest) -> int:
    given = request.GET.get("page", "1")
    return max(1, min(int(given), 10_000)) if given.isdecimal() and len(given) < 6 else 1
