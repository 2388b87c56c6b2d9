"""Move the running cases of one's gemeente to a version of a formule: rehearse, move, undo."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Max, Q
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Hidden, require
from workflows.formules import access
from workflows.formules.difference import changes
from workflows.formules.offer import articles
from workflows.models import FormuleVersion, Move
from workflows.moving.rehearsal import rehearse, why_not_move_cases
from workflows.services import moving

BATCHES = 10


def running_cases(request: ActorRequest, pk: int) -> HttpResponse:
    """Which can move to this version and which cannot; POST moves those that were ticked."""
    target = access.formule_version(request.actor, pk)
    require(why_not_move_cases(request.actor, target), object_type="formuleversion", object_id=pk)
    if request.method == "POST":
        wanted = request.POST.getlist("case")
        if wanted:
            moved = moving.move(references=wanted, target=target, actor=request.actor, at=moment())
            _tell(request, moved, _("naar deze versie verplaatst"))
            return redirect("formule_cases", pk)
    candidates = rehearse(request.actor, target)
    context = {
        "formule_version": target,
        "can": [one for one in candidates if one.why_not is None][: moving.MOST],
        "cannot": [one for one in candidates if one.why_not is not None],
        "more": max(0, sum(one.why_not is None for one in candidates) - moving.MOST),
        "differences": _differences({one.process.formule_version for one in candidates}, target),
        "batches": _batches(request, target),
        "nothing_chosen": request.method == "POST",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/moving/page.html", context, status=status)


@require_POST
def undo_move(request: ActorRequest, batch: UUID) -> HttpResponse:
    row = Move.objects.filter(batch=batch, case__lead=request.actor.organisation_id).first()
    if row is None:
        raise Hidden("move", str(batch))
    require(why_not_move_cases(request.actor, row.to_version), object_type="move")
    undone = moving.undo(batch=batch, actor=request.actor, at=moment())
    _tell(request, undone, _("teruggezet"))
    return redirect("formule_cases", row.to_version_id)


def _tell(request: ActorRequest, moved: moving.Moved, done: str) -> None:
    number = len(moved.done)
    told = ngettext("%(number)d zaak is %(done)s.", "%(number)d zaken zijn %(done)s.", number)
    messages.success(request, told % {"number": number, "done": done})
    for reference, why_not in moved.left:
        messages.warning(request, f"{reference}: {why_not}")


def _differences(versions: set[FormuleVersion], target: FormuleVersion) -> list[dict[str, object]]:
    """For each version that a case runs on, what the new one changes."""
    grounds = articles()
    ordered = sorted(versions, key=lambda one: one.version)
    return [
        {
            "version": one,
            "changes": changes(one.formule, target.formule, theme=target.theme, grounds=grounds),
        }
        for one in ordered
    ]


def _batches(request: ActorRequest, target: FormuleVersion) -> list[Any]:
    rows = Move.objects.filter(to_version=target, case__lead=request.actor.organisation_id)
    grouped = rows.values("batch").annotate(
        at=Max("moved_at"), number=Count("pk"), left=Count("pk", filter=Q(undone_at=None))
    )
    return list(grouped.order_by("-at")[:BATCHES])
