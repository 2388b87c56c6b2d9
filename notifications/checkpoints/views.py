"""The checkpoint of the own trail, where it is sent, and who keeps what of whom."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from notifications.checkpoints import addresses
from notifications.checkpoints.delivery import deliver
from notifications.checkpoints.forms import AddressForm, KeptForm
from notifications.checkpoints.webhook import NotDelivered
from notifications.models import CheckpointAddress
from partners import actions
from partners.acting import moment
from partners.audit import kept, witnessing
from partners.audit.proof.notes import BadNote
from partners.audit.recording import record
from partners.audit.trail import require_reader
from partners.http import ActorRequest


@require_GET
def checkpoint(request: ActorRequest) -> HttpResponse:
    require_reader(request.actor)
    return _page(request)


@require_GET
def download(request: ActorRequest) -> HttpResponse:
    """As it must be kept, byte for byte."""
    require_reader(request.actor)
    _note_look(request)
    head = kept.head_of(request.actor.organisation_id)
    if head is None:
        return _page(request, status=404)
    name = f"controlepunt-{request.actor.organisation.code}-{head.size}.txt"
    return HttpResponse(
        head.note.encode(),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@require_POST
def address_add(request: ActorRequest) -> HttpResponse:
    require_reader(request.actor)
    form = AddressForm(request.POST, actor=request.actor)
    if not form.is_valid():
        return _page(request, status=422, address_form=form)
    made = addresses.set_address(actor=request.actor, at=moment(), **form.cleaned_data)
    if made.kind == CheckpointAddress.Kind.WEBHOOK:
        return _page(request, made=made)
    messages.success(request, _("Het adres is ingesteld. Stuur een proef om te zien of het werkt."))
    return redirect("checkpoint")


@require_POST
def address_remove(request: ActorRequest, pk: int) -> HttpResponse:
    found = addresses.address(request.actor, pk)
    addresses.remove(address=found, actor=request.actor, at=moment())
    messages.success(request, _("Het adres is verwijderd."))
    return redirect("checkpoint")


@require_POST
def address_try(request: ActorRequest, pk: int) -> HttpResponse:
    found = addresses.address(request.actor, pk)
    try:
        deliver(address=found, actor=request.actor, at=moment())
    except NotDelivered as refusal:
        messages.error(request, _("De proef is niet bezorgd. %(why)s") % {"why": refusal})
    else:
        messages.success(request, _("De proef is verstuurd."))
    return redirect("checkpoint")


@require_POST
def check(request: ActorRequest) -> HttpResponse:
    require_reader(request.actor)
    form = KeptForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            text = form.cleaned_data["note"]
            return _page(request, verdicts=kept.check(text=text, by=request.actor, at=moment()))
        except BadNote:
            form.add_error("note", _("Dit is geen controlepunt."))
    return _page(request, status=422, kept_form=form)


def _page(request: ActorRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    _note_look(request)
    actor = request.actor
    context = {
        "head": kept.head_of(actor.organisation_id),
        "addresses": addresses.visible_to(actor),
        "witnessed": witnessing.visible_to(actor),
        "address_form": AddressForm(actor=actor),
        "kept_form": KeptForm(),
        **more,
    }
    return render(request, "notifications/checkpoint/page.html", context, status=status)


def _note_look(request: ActorRequest) -> None:
    actor = request.actor
    record(
        actions.CHECKPOINT_VIEWED,
        actor=actor,
        at=moment(),
        thing=("trail", actor.organisation.code),
    )
