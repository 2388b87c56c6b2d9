"""The trail of one's own organisation, on a page and as a file for a spreadsheet."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from partners.audit import trail as audit_trail
from partners.audit.export import TooMany, export
from partners.audit.models import Kind
from partners.audit.summary import DAYS, summary
from partners.audit.trail import Cursor
from partners.forms.trail import TrailFilter
from partners.http import ActorRequest


@require_safe
def trail(request: ActorRequest) -> HttpResponse:
    audit_trail.require_reader(request.actor)
    form = TrailFilter(request.GET, actor=request.actor)
    page = None
    if form.is_valid():
        page = audit_trail.view(
            by=request.actor, at=timezone.now(), wanted=form.wanted(), cursor=_cursor(request)
        )
    return _page(request, form, page)


@require_safe
def trail_export(request: ActorRequest) -> HttpResponse:
    """Without a file, the page tells why."""
    audit_trail.require_reader(request.actor)
    form = TrailFilter(request.GET, actor=request.actor)
    if not form.is_valid():
        return _page(request, form, None, status=400)
    now = timezone.now()
    try:
        content = export(by=request.actor, at=now, wanted=form.wanted())
    except TooMany as refusal:
        form.add_error(None, refusal.reason)
        return _page(request, form, None, status=400)
    code = request.actor.organisation.code
    name = f"auditspoor-{code}-{timezone.localdate(now).isoformat()}.csv"
    return HttpResponse(
        content,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _page(
    request: ActorRequest, form: TrailFilter, page: audit_trail.Page | None, status: int = 200
) -> HttpResponse:
    """HTMX gets the part that filters and turns pages; the summary above it stays."""
    asked = request.GET.copy()
    for name in ("ouder", "nieuwer"):
        asked.pop(name, None)
    context: dict[str, Any] = {
        "form": form,
        "page": page,
        "filter": asked.urlencode(),
        "kinds": Kind.choices,
        "kind": request.GET.get("soort", ""),
        "narrowed": [name for name in ("kenmerk", "spoor") if request.GET.get(name)],
    }
    if request.htmx:  # type: ignore[attr-defined]  # set by django-htmx
        return render(request, "partners/_trail.html", context, status=status)
    context |= {"summary": summary(request.actor, timezone.now()), "days": DAYS}
    return render(request, "partners/trail.html", context, status=status)


def _cursor(request: ActorRequest) -> Cursor:
    """A key that is none shows the newest page."""
    return Cursor(
        older_than=_key(request.GET.get("ouder")), newer_than=_key(request.GET.get("nieuwer"))
    )


def _key(text: str | None) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        return None
