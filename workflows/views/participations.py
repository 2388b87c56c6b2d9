"""End the part of a partner in a case: by the lead, or by the partner itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework import access
from casework.forms.handover import EndForm
from casework.handover_policies import why_not_end_participation
from casework.services import participations
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require
from workflows.policies import why_not_let_go


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: ActorRequest, pk: int) -> HttpResponse:
    found = access.participation(request.actor, pk)
    require(
        why_not_end_participation(request.actor, found), object_type="participation", object_id=pk
    )
    why_not = why_not_let_go(request.actor, found)
    if request.method == "POST":
        require(why_not, object_type="participation", object_id=pk)
    is_own = found.organisation_id == request.actor.organisation_id
    form = EndForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        participations.end(participation=found, reason=reason, actor=request.actor, at=moment())
        messages.success(request, _("De deelname is beëindigd."))
        return redirect("worklist") if is_own else redirect("case", found.case.reference)
    context = {
        "participation": found,
        "case": found.case,
        "is_own": is_own,
        "form": form,
        "why_not": why_not,
    }
    status = 422 if form.is_bound else 200
    return render(request, "workflows/participation/end.html", context, status=status)
