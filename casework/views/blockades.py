"""Block a contribution or a subject of one's own, and lift that again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from casework import access
from casework import disclosing_policies as policies
from casework.forms.blockade import BlockForm, LiftForm
from casework.models import Contribution, Disclosure, Subject
from casework.services import blockades
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


@require_http_methods(["GET", "HEAD", "POST"])
def block_contribution(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _block(request, access.contribution(request.actor, pk), "contribution")


@require_http_methods(["GET", "HEAD", "POST"])
def block_subject(request: ActorRequest, pk: int) -> HttpResponse:
    return _block(request, access.subject(request.actor, pk), "subject")


def _block(request: ActorRequest, thing: Contribution | Subject, name: str) -> HttpResponse:
    """One page: block what is free, lift what is blocked."""
    require(policies.why_not_block(request.actor, thing), object_type=name, object_id=thing.pk)
    blockade = blockades.in_force_on(thing)
    form: Form = (LiftForm if blockade else BlockForm)(request.POST or None)
    if form.is_valid():
        given: dict[str, Any] = {
            "reason": form.cleaned_data["reason"],
            "actor": request.actor,
            "at": moment(),
        }
        if blockade:
            blockades.lift(blockade=blockade, **given)
            messages.success(request, _("De blokkade is opgeheven."))
        else:
            blockades.block(thing=thing, **given)
            messages.success(request, _("Geblokkeerd. Niemand kan dit verstrekken."))
        return redirect(name, thing.pk)
    seen = Disclosure.objects.in_force(moment()).filter(**{name: thing}, sender=thing.organisation)
    context = {
        "thing": thing,
        "case": thing.case,
        "back": name,
        "blockade": blockade,
        "form": form,
        "seen": seen.select_related("receiver"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/blockade/form.html", context, status=status)
