"""Who is named for a theme and until when: given, renewed and ended by the administrator."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from casework.clearances.forms import GiveForm, LastDayForm
from casework.throughput import labels
from partners import access
from partners import clearances as naming
from partners.acting import moment
from partners.http import ActorRequest
from partners.models import Clearance
from partners.policies import why_not_clear, why_not_name, why_not_see_clearances
from partners.refusals import Refused, require


@require_safe
def listing(request: ActorRequest) -> HttpResponse:
    """By theme, with who ends first on top."""
    require(why_not_see_clearances(request.actor), object_type="clearance")
    rows = Clearance.objects.open().filter(membership__organisation=request.actor.organisation_id)
    by_theme: dict[str, list[Clearance]] = {}
    people = rows.select_related("membership__person", "membership__organisation", "given_by")
    for one in people.order_by("theme", "valid_until", "membership__person__name"):
        by_theme.setdefault(one.theme, []).append(one)
    context = {
        "themes": [(labels.theme_title(theme), found) for theme, found in by_theme.items()],
        "why_not": why_not_name(request.actor),
        "own": request.actor.person.pk,
    }
    return render(request, "casework/clearance/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: ActorRequest) -> HttpResponse:
    require(why_not_name(request.actor), object_type="clearance")
    form = GiveForm(_posted(request), actor=request.actor)
    if form.is_valid():
        try:
            naming.give(
                membership=form.cleaned_data["membership"],
                theme=form.cleaned_data["theme"],
                valid_until=form.valid_until,
                actor=request.actor,
                at=moment(),
            )
        except Refused as refusal:
            form.add_error("theme", refusal.reason)
        else:
            messages.success(request, _("De aanwijzing is gegeven."))
            return redirect("clearances")
    status = 422 if form.is_bound else 200
    return render(request, "casework/clearance/give.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def renew(request: ActorRequest, pk: int) -> HttpResponse:
    found = _own(request, pk)
    form = LastDayForm(_posted(request), after=found.valid_until - timedelta(days=1))
    if form.is_valid():
        naming.renew(
            clearance=found, valid_until=form.valid_until, actor=request.actor, at=moment()
        )
        messages.success(request, _("De aanwijzing is verlengd."))
        return redirect("clearances")
    context = {"clearance": found, "theme": labels.theme_title(found.theme), "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "casework/clearance/renew.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: ActorRequest, pk: int) -> HttpResponse:
    """A page of its own asks once more: whoever loses this loses it at once."""
    found = _own(request, pk)
    if request.method == "POST":
        naming.end(clearance=found, actor=request.actor, at=moment())
        messages.success(request, _("De aanwijzing is beëindigd."))
        return redirect("clearances")
    context = {"clearance": found, "theme": labels.theme_title(found.theme)}
    return render(request, "casework/clearance/end.html", context)


def _posted(request: ActorRequest) -> QueryDict | None:
    """Nothing filled in is an answer too, and told what it lacks."""
    return request.POST if request.method == "POST" else None


def _own(request: ActorRequest, pk: int) -> Clearance:
    found = access.clearance(request.actor, pk)
    require(why_not_name(request.actor), object_type="clearance", object_id=pk)
    require(why_not_clear(request.actor, found.membership), object_type="clearance", object_id=pk)
    return found
