"""Keep how an overleg was composed as a formule, in a file that a colleague can read in."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from casework import access as cases
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require
from workflows.formules import exchange
from workflows.formules.from_case import content_from, why_not_keep_as_formule
from workflows.services import formules as services


@require_safe
def keep_as_formule(request: ActorRequest, reference: str) -> HttpResponse:
    case = cases.case(request.actor, reference)
    require(why_not_keep_as_formule(request.actor, case), object_type="case", object_id=case.pk)
    version = case.process.formule_version
    services.note_export(version=version, actor=request.actor, at=moment())
    content = exchange.write(
        theme=case.theme,
        version=version.version,
        region=case.region.code,
        content=content_from(case, version),
    )
    return HttpResponse(
        content,
        content_type="application/json",
        headers={
            "Content-Disposition": content_disposition_header(True, f"formule-{reference}.json")
            or "attachment"
        },
    )
