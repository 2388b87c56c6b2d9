"""The list of cases, and the page of one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework import (
    access,
    ave_policies,
    emergency_policies,
    handover_policies,
    policies,
    tombstones,
)
from casework.forms.case_filter import CaseFilter
from casework.forms.owner import OwnerForm
from casework.models import (
    AvePhase,
    Case,
    Commitment,
    Contribution,
    Disclosure,
    Handover,
    Participation,
    Request,
    Stage,
    Subject,
)
from casework.services import cases
from casework.views.correction_panel import corrections_in
from casework.views.disclosing_panel import disclosing_of, given_now
from casework.views.ladder_panel import ladder_of
from casework.views.looking import note_look
from partners.acting import moment
from partners.actor import Actor
from partners.audit.timeline import occasions
from partners.audit.timeline import timeline as moments_of
from partners.http import ActorRequest
from partners.refusals import require

PAGE = 50


@require_safe
def case_list(request: ActorRequest) -> HttpResponse:
    form = CaseFilter(request.GET)
    rows = Case.objects.visible_to(request.actor).select_related("lead", "owner__person")
    page = Paginator(form.narrow(rows), PAGE).get_page(request.GET.get("page"))
    return render(request, "casework/case/list.html", {"form": form, "page": page})


@require_safe
def case(request: ActorRequest, reference: str) -> HttpResponse:
    """Steps and tasks are a panel of the workflows, fetched by its address."""
    found = access.case(request.actor, reference)
    note_look(request, found)
    context = {
        **_contents(request.actor, found),
        "case": found,
        "stages": _stages(found),
        **ladder_of(request.actor, found),
        **corrections_in(request.actor, found),
        "why_not_scale": ave_policies.why_not_scale(
            request.actor, found, timezone.localdate(moment())
        ),
        "why_not_owner": policies.why_not_change_owner(request.actor, found),
        "why_not_emergency": emergency_policies.why_not_open_in_emergency(request.actor, found),
        "now": moment(),
        "occasions": occasions(moments_of(request.actor, found.reference, limit=60))[:8],
    }
    template = "_body" if request.htmx else "page"  # type: ignore[attr-defined]
    return render(request, f"casework/case/{template}.html", context)


@require_safe
def timeline(request: ActorRequest, reference: str) -> HttpResponse:
    found = access.case(request.actor, reference)
    note_look(request, found)
    moments = moments_of(request.actor, found.reference, limit=1000)
    context = {"case": found, "occasions": occasions(moments)}
    return render(request, "casework/case/timeline.html", context)


def change_owner(request: ActorRequest, reference: str) -> HttpResponse:
    found = access.case(request.actor, reference)
    require(
        policies.why_not_change_owner(request.actor, found),
        object_type="case",
        object_id=reference,
    )
    form = OwnerForm(request.POST or None, case=found)
    if form.is_valid():
        cases.change_owner(
            case=found,
            owner=form.cleaned_data["owner"],
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De eigenaar is gewijzigd."))
        return redirect("case", reference)
    return render(
        request,
        "casework/case/owner.html",
        {"case": found, "form": form},
        status=422 if form.is_bound else 200,
    )


def _contents(actor: Actor, found: Case) -> dict[str, Any]:
    """What of the case this actor may see, each through its own filter."""
    rows = Participation.objects.visible_to(actor).filter(case=found)
    present = list(rows.present().select_related("organisation"))
    asked = Request.objects.visible_to(actor).filter(case=found)
    requests = list(asked.select_related("asker", "asked"))
    disclosed = Disclosure.objects.visible_to(actor).filter(case=found)
    agreed = Commitment.objects.visible_to(actor).filter(case=found)
    return {
        "has_overview": policies.why_not_overview(actor, found) is None,
        "participations": present,
        "endable": _endable(actor, found, present, requests),
        **_handing_over(actor, found),
        "requests": requests,
        "contributions": Contribution.objects.visible_to(actor)
        .filter(case=found)
        .select_related("organisation")
        .prefetch_related(given_now(actor)),
        "subjects": Subject.objects.visible_to(actor)
        .filter(case=found)
        .select_related("organisation")
        .prefetch_related(given_now(actor)),
        **disclosing_of(actor, found),
        "tombstones": tombstones.of_case(actor, found.reference),
        "disclosures": disclosed.select_related(
            "sender", "receiver", "sender_ground", "contribution", "subject"
        ),
        "commitments": agreed.select_related("party", "proposed_by__organisation", "meeting"),
        "ave_phases": AvePhase.objects.visible_to(actor)
        .filter(case=found)
        .select_related(
            "leader__person",
            "leader__organisation",
            "decided_by__person",
            "decided_by__organisation",
        ),
    }


def _endable(
    actor: Actor, found: Case, present: list[Participation], requests: list[Request]
) -> set[int]:
    """Whose part this actor might end; its page says whether a step is in the way."""
    busy = {one.asked_id for one in requests if one.status == Request.Status.OPEN}
    return {
        one.pk
        for one in present
        if one.organisation_id not in busy
        and handover_policies.why_not_part_with(actor, found, one) is None
    }


def _handing_over(actor: Actor, found: Case) -> dict[str, Any]:
    if found.lead_id != actor.organisation_id:
        return {"offer": None, "why_not_hand_over": _("Uw organisatie heeft de regie niet.")}
    offers = Handover.objects.visible_to(actor).offered().filter(case=found)
    return {
        "offer": offers.select_related("receiver").first(),
        "why_not_hand_over": handover_policies.why_not_hand_over(actor, found),
    }


def _stages(found: Case) -> list[tuple[str, str]]:
    """Each stage with its state, in the order of the spine."""
    order = list(Stage)
    now = order.index(Stage(found.stage))
    return [
        (str(stage.label), "done" if place < now else "current" if place == now else "todo")
        for place, stage in enumerate(order)
    ]
