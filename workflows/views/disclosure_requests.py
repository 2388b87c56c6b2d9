"""Ask a partner for a disclosure, and decide on what was asked."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casework import access
from casework import disclosing_policies as policies
from casework.consent_policies import why_not_lay_before
from casework.forms.disclosure_request import (
    AnswerBackForm,
    AskForm,
    ContraForm,
    QuestionForm,
    RefuseForm,
)
from casework.forms.providing import GiveForm, own_things
from casework.models import Case, Consent, DisclosureRequest, RefusalGround
from casework.services import disclosure_decisions as decisions
from casework.services import disclosure_requests as requests
from casework.services.submissions import take_once
from casework.undisclosed import Undisclosed, undisclosed
from partners.acting import moment
from partners.http import ActorRequest
from partners.models import Organisation
from partners.refusals import require
from workflows.proposed_provision import proposed_for_asking, proposed_for_giving

MOST = 200


@require_safe
def listing(request: ActorRequest) -> HttpResponse:
    """What waits for a decision of the own organisation, and what it asked of others."""
    rows = DisclosureRequest.objects.visible_to(request.actor)
    rows = rows.select_related("case", "asker", "holder")
    own = request.actor.organisation_id
    context = {
        "waiting": rows.undecided().filter(holder=own).order_by("due_at", "pk")[:MOST],
        "asked": rows.filter(asker=own)[:MOST],
        "now": moment(),
    }
    return render(request, "workflows/disclosure_request/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    require(
        policies.why_not_ask_anyone(request.actor, case), object_type="case", object_id=reference
    )
    things = undisclosed(request.actor, case)
    form = AskForm(
        request.POST or None,
        case=case,
        things=things,
        actor=request.actor,
        initial=_initial(request, case, things),
    )
    if form.is_valid():
        take_once(key=form.cleaned_data["submission"], actor=request.actor, at=moment())
        made = requests.ask(
            case=case,
            holder=form.cleaned_data["holder"],
            want=form.want(),
            actor=request.actor,
            at=moment(),
        )
        return done(
            request, made.pk, _("Uw verzoek is gedaan. U hoort het als de partner beslist.")
        )
    status = 422 if form.is_bound else 200
    context = {"case": case, "form": form}
    return render(request, "workflows/disclosure_request/ask.html", context, status=status)


@require_safe
def disclosure_request(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _page(request, access.disclosure_request(request.actor, pk))


@require_POST
def give(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = to_decide(request, pk)
    form = _give_form(request, found, bound=True)
    if not form.is_valid():
        return _page(request, found, give=form)
    decisions.give(
        request=found,
        thing=form.chosen(),
        provision=form.provision(),
        actor=request.actor,
        at=moment(),
    )
    return done(request, pk, _("Verstrekt. De vrager ziet het vanaf nu."))


@require_POST
def refuse(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = to_decide(request, pk)
    form = RefuseForm(request.POST, auto_id="refuse_%s")
    if not form.is_valid():
        return _page(request, found, refuse=form)
    decisions.refuse(
        request=found,
        ground=RefusalGround(form.cleaned_data["ground"]),
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        at=moment(),
    )
    return done(request, pk, _("Geweigerd. De vrager leest de grond."))


@require_POST
def contra(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = to_decide(request, pk)
    require(policies.why_not_weigh(request.actor), object_type="disclosurerequest", object_id=pk)
    form = ContraForm(request.POST, auto_id="contra_%s")
    if not form.is_valid():
        return _page(request, found, contra=form)
    decisions.find_contraindication(
        request=found,
        reason=form.cleaned_data["reason"],
        actor=request.actor,
        at=moment(),
    )
    return done(request, pk, _("Vastgelegd. De vrager hoort de uitkomst, niet de reden."))


@require_POST
def ask_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = to_decide(request, pk)
    form = QuestionForm(request.POST, auto_id="question_%s")
    told = _("Uw vraag is gesteld. De termijn staat stil.")
    return _send(request, found, requests.ask_back, told, question=form)


@require_POST
def answer_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.disclosure_request(request.actor, pk)
    form = AnswerBackForm(request.POST, auto_id="answer_%s")
    told = _("Uw antwoord is gegeven. De termijn loopt weer.")
    return _send(request, found, requests.answer_back, told, answer=form)


@require_POST
def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = access.disclosure_request(request.actor, pk)
    requests.withdraw(request=found, actor=request.actor, at=moment())
    messages.success(request, _("Uw verzoek is ingetrokken."))
    return redirect("case", found.case.reference)


def to_decide(request: ActorRequest, pk: UUID) -> DisclosureRequest:
    """Before the form is judged: whose it is not is refused, and who comes late hears so."""
    found = access.disclosure_request(request.actor, pk)
    if found.holder_id == request.actor.organisation_id:
        found = requests.undecided(found)
    why_not = policies.why_not_decide_request(request.actor, found)
    require(why_not, object_type="disclosurerequest", object_id=pk)
    return found


def done(request: ActorRequest, pk: UUID, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect("disclosure_request", pk)


def _send(
    request: ActorRequest,
    found: DisclosureRequest,
    act: Callable[..., object],
    told: str,
    **bound: Form,
) -> HttpResponse:
    """A text to the other end; what is not in order comes back on the page."""
    (form,) = bound.values()
    if not form.is_valid():
        return _page(request, found, **bound)
    act(request=found, text=form.cleaned_data["text"], actor=request.actor, at=moment())
    return done(request, found.pk, told)


def _initial(request: ActorRequest, case: Case, things: list[Undisclosed]) -> dict[str, Any]:
    """By the link one came along: the partner, and the thing that one does not see yet."""
    wanted = next((one for one in things if one.key == request.GET.get("om")), None)
    holder_id = str(wanted.organisation_id) if wanted else request.GET.get("aan", "")
    holder = None
    if holder_id.isdecimal() and int(holder_id) in case.party_ids:
        holder = Organisation.objects.filter(pk=int(holder_id)).first()
    return {
        "holder": holder,
        "thing": wanted.key if wanted else "",
        **proposed_for_asking(case, holder, request.actor),
    }


def _give_form(request: ActorRequest, found: DisclosureRequest, *, bound: bool = False) -> GiveForm:
    things = own_things(found, request.actor)
    return GiveForm(
        request.POST if bound else None,
        request=found,
        things=things,
        actor=request.actor,
        initial=proposed_for_giving(found, things),
        auto_id="give_%s",
    )


def _page(request: ActorRequest, found: DisclosureRequest, **bound: Form) -> HttpResponse:
    """The request, and what this actor may do with it; `bound` is the form to be mended."""
    requests.note_reading(request=found, actor=request.actor, at=moment())
    why_not = policies.why_not_decide_request(request.actor, found)
    forms: dict[str, Form] = {}
    if why_not is None:
        forms = {
            "give": _give_form(request, found),
            "refuse": RefuseForm(auto_id="refuse_%s"),
            "question": QuestionForm(auto_id="question_%s"),
        }
        if policies.why_not_weigh(request.actor) is None:
            forms["contra"] = ContraForm(auto_id="contra_%s")
    if policies.why_not_answer_back(request.actor, found) is None:
        forms["answer"] = AnswerBackForm(auto_id="answer_%s")
    context = {
        "asked": found,
        "case": found.case,
        "questions": found.questions.select_related("asked_by__person", "answered_by__person"),
        "consents": Consent.objects.visible_to(request.actor)
        .filter(request=found)
        .select_related("authority"),
        "why_not_authority": why_not or why_not_lay_before(found),
        "is_holder": found.holder_id == request.actor.organisation_id,
        "why_not_decide": why_not,
        "why_not_withdraw": policies.why_not_withdraw_request(request.actor, found),
        "forms": forms | bound,
        "now": moment(),
    }
    template = "workflows/disclosure_request/page.html"
    return render(request, template, context, status=422 if bound else 200)
