"""The throughput of a region, on a page and as a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.throughput import charts, queries
from casework.throughput.exports import as_csv
from casework.throughput.figures import Throughput
from casework.throughput.forms import ThroughputFilter
from casework.throughput.looking import look, require_reader
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Refused


@require_safe
def throughput(request: ActorRequest) -> HttpResponse:
    form = _filter(request)
    if not form.is_valid():
        return _page(request, form, None)
    return _page(request, form, look(form.wanted(), by=request.actor, at=moment()))


@require_safe
def throughput_export(request: ActorRequest) -> HttpResponse:
    """Without a file, the page tells why."""
    form = _filter(request)
    if not form.is_valid():
        return _page(request, form, None)
    wanted = form.wanted()
    found = look(wanted, by=request.actor, at=moment())
    name = f"doorstroom-{wanted.gemeente or wanted.region.code}-{wanted.period}.csv"
    return HttpResponse(
        as_csv(found, wanted),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, name) or "attachment"},
    )


def _filter(request: ActorRequest) -> ThroughputFilter:
    """
    :raises Refused: when there is no throughput for this actor to choose from.
    """
    require_reader(request.actor)
    regions = queries.regions_of(request.actor)
    if not regions:
        raise Refused(
            _("Uw organisatie hoort vandaag bij geen enkele veiligheidsregio."),
            object_type="throughput",
        )
    return ThroughputFilter(request.GET, regions=regions)


def _page(request: ActorRequest, form: ThroughputFilter, found: Throughput | None) -> HttpResponse:
    context = {
        "form": form,
        "found": found,
        "charts": charts.of(found) if found else None,
        "own": found.gemeente(request.actor.organisation.code) if found else None,
        "filter": request.GET.urlencode(),
    }
    return render(request, "casework/throughput/page.html", context, status=200 if found else 400)
