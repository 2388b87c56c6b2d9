"""The desks of the partners in a region: seen by all, kept by the functional administrator."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from casework.throughput import labels
from partners import desks as keeping
from partners.acting import moment
from partners.http import ActorRequest
from partners.models import ContactPoint
from partners.policies import why_not_change_desks
from partners.refusals import Hidden, Refused, require
from workflows.forms.desk import DeskForm, EndDeskForm
from workflows.forms.regional_event import served


@require_safe
def listing(request: ActorRequest) -> HttpResponse:
    """By theme: what holds, what is to come, and until when."""
    today = timezone.localdate(moment())
    rows = ContactPoint.objects.filter(region__in=served(request.actor))
    rows = rows.select_related("organisation", "gemeente", "region").exclude(valid_until__lte=today)
    by_theme: dict[str, list[ContactPoint]] = {}
    for one in rows.order_by("theme", "organisation__name", "gemeente__name", "valid_from"):
        by_theme.setdefault(one.theme, []).append(one)
    context = {
        "themes": [(labels.theme_title(theme), found) for theme, found in by_theme.items()],
        "why_not": why_not_change_desks(request.actor),
        "today": today,
    }
    return render(request, "workflows/desk/list.html", context)


def set_desk(request: ActorRequest) -> HttpResponse:
    require(why_not_change_desks(request.actor), object_type="contactpoint")
    today = timezone.localdate(moment())
    form = DeskForm(request.POST or None, today=today, actor=request.actor)
    if request.method == "POST" and form.is_valid():
        try:
            keeping.set_desk(
                desk=form.desk(),
                since=form.cleaned_data["valid_from"],
                actor=request.actor,
                at=moment(),
            )
        except Refused as refusal:
            form.add_error("valid_from", refusal.reason)
        else:
            messages.success(request, _("Het aanspreekpunt is vastgelegd; de partner hoort dat."))
            return redirect("desks")
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/desk/form.html", {"form": form}, status=status)


def end_desk(request: ActorRequest) -> HttpResponse:
    require(why_not_change_desks(request.actor), object_type="contactpoint")
    desk = _chosen(request)
    form = EndDeskForm(
        request.POST or None, today=timezone.localdate(moment()), after=desk.valid_from
    )
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["valid_from"]
        keeping.end_desk(desk=desk, day=day, actor=request.actor, at=moment())
        messages.success(request, _("Het aanspreekpunt is beëindigd; de partner hoort dat."))
        return redirect("desks")
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "desk": desk, "theme": labels.theme_title(desk.theme)}
    return render(request, "workflows/desk/end.html", context, status=status)


def _chosen(request: ActorRequest) -> ContactPoint:
    """
    :raises Hidden: when there is no such desk in a region that one serves.
    """
    written = request.GET.get("punt", "")
    rows = ContactPoint.objects.filter(region__in=served(request.actor), valid_until__isnull=True)
    found = rows.filter(pk__in=[written] if written.isascii() and written.isdigit() else []).first()
    if found is None:
        raise Hidden("contactpoint", written)
    return found
