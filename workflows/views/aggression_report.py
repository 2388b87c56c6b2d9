"""The quarterly report on aggression, on a page and as a file."""

import csv
import io

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Hidden, require
from workflows import policies
from workflows.aggression_quarters import Line, Quarter, QuarterReport, closed_quarters
from workflows.services import aggression_report

FEW = "< 5"


@require_safe
def report(request: ActorRequest) -> HttpResponse:
    found = _asked(request)
    quarters = closed_quarters(timezone.localdate(moment()))
    context = {"found": found, "quarters": quarters, "asked": str(found.quarter)}
    return render(request, "workflows/aggression/report.html", context)


@require_safe
def report_export(request: ActorRequest) -> HttpResponse:
    found = _asked(request)
    name = f"agressie-{found.quarter}.csv"
    return HttpResponse(
        _as_csv(found),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _asked(request: ActorRequest) -> QuarterReport:
    """Of the last quarter that is over, where none was chosen."""
    require(policies.why_not_view_aggression(request.actor), object_type="aggressionreport")
    written = request.GET.get("kwartaal", "")
    try:
        quarter = (
            Quarter.parse(written) if written else closed_quarters(timezone.localdate(moment()))[0]
        )
    except ValueError:
        raise Hidden("aggressionreport", "") from None
    return aggression_report.look(quarter=quarter, actor=request.actor, at=moment())


def _as_csv(found: QuarterReport) -> bytes:
    """With a mark and semicolons, as the Dutch Excel expects."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Kwartaal"), _("Onderdeel"), _("Wat"), _("Aantal")])
    whole = Line(_("Alle meldingen"), found.whole)
    parts = ((_("Totaal"), [whole]), (_("Plaats"), found.channels), (_("Soort"), found.shapes))
    for part, lines in parts:
        for line in lines:
            count = FEW if line.count is None else line.count
            writer.writerow([str(found.quarter), part, line.label, count])
    return ("\ufeff" + out.getvalue()).encode()
