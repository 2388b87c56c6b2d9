"""Change a draft part by part, and read one in from a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from casework.throughput.queries import regions_of
from partners.acting import moment
from partners.http import ActorRequest
from partners.refusals import Conflict, require
from workflows.forms.formule_deeds import ImportForm
from workflows.forms.formule_general import GeneralPart
from workflows.forms.formule_part import Problem
from workflows.forms.formule_partners import PartnersPart
from workflows.forms.formule_sharings import SharingsPart
from workflows.forms.formule_terms import TermsPart
from workflows.formules import access, exchange, policies
from workflows.formules.check import mistakes
from workflows.formules.offer import offer_for
from workflows.models import FormuleVersion
from workflows.services import formules as services

PARTS: dict[str, Any] = {
    one.slug: one for one in (GeneralPart, PartnersPart, SharingsPart, TermsPart)
}


def formule_edit(request: ActorRequest, pk: int) -> HttpResponse:
    """One part at a time, chosen in the address; what was typed stays when it cannot be kept."""
    draft = access.formule_version(request.actor, pk)
    require(policies.why_not_change(request.actor, draft), object_type="formuleversion")
    kind = PARTS.get(request.GET.get("deel", ""), GeneralPart)
    data = request.POST if request.method == "POST" else None
    part = kind(draft.content, data, offer_for(draft.theme))
    seen = services.fingerprint(draft.content)
    if data is None:
        return _edit_page(request, draft, part, seen=seen)
    if not part.is_valid():
        return _edit_page(
            request, draft, part, seen=data.get("seen", ""), problems=part.problems(), status=422
        )
    try:
        services.change_draft(
            version=draft,
            content=part.apply(),
            seen=data.get("seen", ""),
            actor=request.actor,
            at=moment(),
        )
    except Conflict as conflict:
        return _edit_page(request, draft, part, seen=seen, conflict=conflict.reason, status=409)
    messages.success(request, _("“%(part)s” is opgeslagen.") % {"part": kind.title})
    return redirect(request.get_full_path())


def _edit_page(
    request: ActorRequest,
    draft: FormuleVersion,
    part: Any,
    *,
    seen: str,
    problems: list[Problem] | None = None,
    conflict: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "formule_version": draft,
        "part": part,
        "parts": [(slug, kind.title) for slug, kind in PARTS.items()],
        "seen": seen,
        "problems": problems or [],
        "conflict": conflict,
        "mistakes": mistakes(draft.content, draft.theme),
    }
    return render(request, "workflows/formule/edit.html", context, status=status)


def formule_import(request: ActorRequest) -> HttpResponse:
    access.require_reader(request.actor)
    regions = regions_of(request.actor)
    why_not = policies.why_not_draft(request.actor, regions[0] if regions else None)
    require(why_not, object_type="formuleversion")
    form = ImportForm(request.POST or None, request.FILES or None, regions=regions)
    if request.method == "POST" and form.is_valid():
        try:
            received = exchange.read(form.cleaned_data["file"].read())
            draft = services.import_draft(
                received=received, region=form.chosen_region(), actor=request.actor, at=moment()
            )
        except exchange.BadFormuleFile as bad:
            for mistake in bad.mistakes:
                form.add_error("file", mistake)
        else:
            messages.success(request, _("Het bestand is ingelezen als concept."))
            return redirect("formule", draft.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/formule/import.html", {"form": form}, status=status)
