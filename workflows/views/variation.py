"""Where gemeenten deviate from the formules of their region, on a page and as a file."""

import csv
import io

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.throughput.exports import harmless
from casework.throughput.queries import regions_of
from partners.acting import moment
from partners.audit.recording import record
from partners.http import ActorRequest
from partners.refusals import Refused, require
from workflows.forms.variation_filter import VariationFilter
from workflows.formules import actions
from workflows.formules import variation as report
from workflows.formules.policies import why_not_view_variation


@require_safe
def variation(request: ActorRequest) -> HttpResponse:
    form = _filter(request)
    found = _found(request, form) if form.is_valid() else None
    context = {"form": form, "found": found, "filter": request.GET.urlencode()}
    return render(
        request, "workflows/formule/variation.html", context, status=200 if found else 400
    )


@require_safe
def variation_export(request: ActorRequest) -> HttpResponse:
    """Without a file, the page tells why."""
    form = _filter(request)
    if not form.is_valid():
        return variation(request)
    found = _found(request, form)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(report.columns())
    for line in report.lines(found):
        writer.writerow(map(harmless, line))
    name = f"afwijkingen-{found.region.code}.csv"
    return HttpResponse(
        ("\ufeff" + out.getvalue()).encode(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": content_disposition_header(True, name) or "attachment"},
    )


def _filter(request: ActorRequest) -> VariationFilter:
    """
    :raises Refused: when this actor has no such report.
    """
    require(why_not_view_variation(request.actor), object_type="variation")
    regions = regions_of(request.actor)
    if not regions:
        raise Refused(
            _("Uw organisatie hoort vandaag bij geen enkele veiligheidsregio."),
            object_type="variation",
        )
    return VariationFilter(request.GET, regions=regions)


def _found(request: ActorRequest, form: VariationFilter) -> report.Variation:
    region = form.region()
    record(
        actions.VARIATION_VIEWED,
        actor=request.actor,
        at=moment(),
        thing=("variation", region.code),
    )
    day = timezone.localdate(moment())
    return report.variation(region, day, form.cleaned_data["thema"])
