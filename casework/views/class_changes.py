"""Put a contribution in another information class."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework import access
from casework.forms.class_change import ClassChangeForm
from casework.reclassing_policies import why_not_reclassify
from casework.services.class_changes import reclassify as change_class
from partners import classes
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


@require_http_methods(["GET", "HEAD", "POST"])
def reclassify(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.contribution(request.actor, pk)
    refusal = why_not_reclassify(request.actor, found)
    require(refusal, object_type="contribution", object_id=pk)
    form = ClassChangeForm(request.POST or None, contribution=found, actor=request.actor)
    if form.is_valid():
        change_class(
            contribution=found,
            to=form.chosen(),
            reason=form.cleaned_data["reason"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De informatieklasse is gewijzigd."))
        return redirect("case", found.case.reference)
    context = {
        "form": form,
        "contribution": found,
        "case": found.case,
        "rules": classes.rules()[found.information_class],
        "is_own": found.organisation_id == request.actor.organisation_id,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "casework/contribution/reclassify.html", context, status=status)
