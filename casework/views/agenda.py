"""Put a case on the agenda of a meeting, and note what came of it there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from casework import access, ladder_policies
from casework.forms.meeting import AgendaForm, OutcomeForm
from casework.models import AgendaItem
from casework.services import meetings
from casework.services.submissions import take_once
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import require


def put(request: ActorRequest, reference: str) -> HttpResponse:
    case = access.case(request.actor, reference)
    require(
        ladder_policies.why_not_use_agenda(request.actor, case),
        object_type="case",
        object_id=reference,
    )
    form = AgendaForm(request.POST or None, case=case, actor=request.actor)
    if form.is_valid():
        given = form.cleaned_data
        take_once(key=given["submission"], actor=request.actor, at=moment())
        meetings.put_on_agenda(
            meeting=given["meeting"],
            case=case,
            purpose=AgendaItem.Purpose(given["purpose"]),
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De zaak staat op de agenda."))
        return redirect("case", reference)
    context = {"case": case, "form": form, "has_meetings": form.has_meetings}
    status = 422 if form.is_bound else 200
    return render(request, "casework/meeting/put.html", context, status=status)


def outcome(request: ActorRequest, pk: int) -> HttpResponse:
    item = access.agenda_item(request.actor, pk)
    require(
        ladder_policies.why_not_note_outcome(request.actor, item),
        object_type="agendaitem",
        object_id=pk,
    )
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        meetings.note_outcome(
            item=item,
            outcome=AgendaItem.Outcome(form.cleaned_data["outcome"]),
            actor=request.actor,
            at=moment(),
        )
        messages.success(request, _("De uitkomst is vastgelegd."))
        return redirect("meeting", item.meeting_id)
    context = {
        "item": item,
        "meeting": item.meeting,
        "form": form,
        "title": _("Uitkomst vastleggen"),
    }
    status = 422 if form.is_bound else 200
    return render(request, "casework/meeting/form.html", context, status=status)
