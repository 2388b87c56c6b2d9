"""Scale a case up or down (AVE)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from casework import access, ave_policies
from casework.forms.ave import ScaleForm
from casework.models import AveReason
from casework.services import ave
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


def scale(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    require(
        ave_policies.why_not_scale(request.actor, case, timezone.localdate(moment())),
        object_type="case",
        object_id=reference,
    )
    form = ScaleForm(request.POST or None, case=case)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        ave.scale(
            case=case,
            phase=given["phase"],
            reason=AveReason(given["reason"]),
            leader=given["leader"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De zaak is in een andere fase."))
        return redirect("case", reference)
    status = 422 if form.is_bound else 200
    return render(request, "casework/case/ave.html", {"case": case, "form": form}, status=status)
