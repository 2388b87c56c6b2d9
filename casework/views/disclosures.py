"""Disclose one's own contribution to another partner, and take it back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from casework import access, disclosing_policies, policies
from casework.forms.disclosing import DiscloseForm
from casework.forms.extending import ExtendForm
from casework.forms.providing import label_of
from casework.models import Contribution, Subject
from casework.services import disclosures, own_initiative
from casework.services.submissions import take_once
from casework.views.looking import note_look
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


def disclose(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _disclose(request, access.contribution(request.actor, pk), "contribution")


def disclose_subject(request: ActorRequest, pk: int) -> HttpResponse:
    return _disclose(request, access.subject(request.actor, pk), "subject")


def _disclose(request: ActorRequest, thing: Contribution | Subject, name: str) -> HttpResponse:
    why_not = disclosing_policies.why_not_give(request.actor, thing)
    require(why_not, object_type=name, object_id=thing.pk)
    form = DiscloseForm(request.POST or None, thing=thing, actor=request.actor)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        own_initiative.give(
            thing=thing,
            receiver=given["receiver"],
            purpose=given["purpose"],
            receiver_ground=given["receiver_ground"],
            provision=form.provision(),
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("Verstrekt."))
        return redirect(name, thing.pk)
    context = {
        "thing": thing,
        "title": label_of(thing),
        "back": name,
        "case": thing.case,
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/disclosure/new.html", context, status=status)


def disclosure(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Show a disclosure to both of its ends; its sender may withdraw it."""
    found = access.disclosure(request.actor, pk)
    if request.method == "POST":
        disclosures.withdraw(disclosure=found, actor=request.actor, at=moment())
        messages.success(request, _("De verstrekking is ingetrokken."))
        return redirect("case", found.case.reference)
    note_look(request, found.case)
    context = {
        "disclosure": found,
        "case": found.case,
        "why_not": policies.why_not_withdraw(request.actor, found),
        "why_not_extend": disclosing_policies.why_not_extend(request.actor, found),
    }
    return render(request, "casework/disclosure/page.html", context)


def extend(request: ActorRequest, pk: UUID) -> HttpResponse:
    """For longer, on a ground that holds now."""
    found = access.disclosure(request.actor, pk)
    why_not = disclosing_policies.why_not_extend(request.actor, found)
    require(why_not, object_type="disclosure", object_id=pk)
    form = ExtendForm(request.POST or None, disclosure=found, actor=request.actor)
    if form.is_valid():
        given = form.cleaned_data
        made = disclosures.extend(
            disclosure=found,
            ground=given["sender_ground"],
            necessity=given["necessity"],
            valid_until=given["last_day"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De verstrekking is verlengd."))
        return redirect("disclosure", made.pk)
    context = {"disclosure": found, "case": found.case, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "casework/disclosure/extend.html", context, status=status)
