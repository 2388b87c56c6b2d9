"""The formules of one's region: the list, one version, and what may be done with it."""

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from casework.throughput.queries import gemeenten_in, regions_of
from partners.acting import moment
from partners.http import ActorRequest
from partners.models import Kind, Organisation, Region, Role
from partners.refusals import require
from workflows.diagram import diagram
from workflows.flows import flow_of
from workflows.forms.formule_deeds import AdoptForm, RegionForm
from workflows.formules import access, exchange, policies
from workflows.formules.affected import for_whom
from workflows.formules.check import mistakes
from workflows.formules.difference import Change, changes
from workflows.formules.in_force import agreed_version
from workflows.formules.offer import articles
from workflows.formules.reading import reading
from workflows.models import Acceptance, FormuleVersion
from workflows.moving.rehearsal import why_not_move_cases
from workflows.services import formules as services


@require_safe
def formule_list(request: ActorRequest) -> HttpResponse:
    access.require_reader(request.actor)
    regions = regions_of(request.actor)
    gemeenten = _gemeenten(regions)
    context = {
        "versions": _versions(request, regions, gemeenten),
        "waiting": _waiting(request, regions),
        "regions": regions,
        "gemeenten": len(gemeenten),
        "why_not_edit": _why_not_edit(request, regions),
        "may_view_variation": policies.why_not_view_variation(request.actor) is None,
        "today": timezone.localdate(moment()),
    }
    return render(request, "workflows/formule/list.html", context)


@require_safe
def formule(request: ActorRequest, pk: int) -> HttpResponse:
    found = access.formule_version(request.actor, pk)
    return _page(request, found)


@require_POST
def formule_draft(request: ActorRequest, pk: int) -> HttpResponse:
    """Make a draft from this version, for one's own region."""
    source = access.formule_version(request.actor, pk)
    regions = _drafting_regions(request, source)
    if not regions:
        require(policies.why_not_draft(request.actor, source.region), object_type="formuleversion")
    form = RegionForm(request.POST, regions=regions)
    if not form.is_valid():
        return _page(request, source, region_form=form, status=422)
    draft = services.make_draft(
        source=source, region=form.chosen_region(), actor=request.actor, at=moment()
    )
    messages.success(request, _("Het concept is gemaakt. Wijzig het en stel het daarna vast."))
    return redirect("formule", draft.pk)


def formule_adopt(request: ActorRequest, pk: int) -> HttpResponse:
    draft = access.formule_version(request.actor, pk)
    require(policies.why_not_change(request.actor, draft), object_type="formuleversion")
    wrong = mistakes(draft.content, draft.theme)
    last = services.last_adopted(draft)
    form = AdoptForm(
        request.POST or None,
        today=timezone.localdate(moment()),
        after=last.valid_from if last else None,
    )
    if request.method == "POST" and not wrong and form.is_valid():
        adoption = services.Adoption(**form.cleaned_data)
        services.adopt(version=draft, adoption=adoption, actor=request.actor, at=moment())
        messages.success(
            request, _("De formule is vastgesteld. De gemeenten kunnen haar nu aanvaarden.")
        )
        return redirect("formule", draft.pk)
    context = {"formule_version": draft, "form": form, "mistakes": wrong, "last": last}
    status = 422 if request.method == "POST" else 200
    return render(request, "workflows/formule/adopt.html", context, status=status)


@require_POST
def formule_accept(request: ActorRequest, pk: int) -> HttpResponse:
    found = access.formule_version(request.actor, pk)
    services.accept(version=found, actor=request.actor, at=moment())
    messages.success(request, _("Uw gemeente heeft de formule aanvaard."))
    return redirect("formule", found.pk)


@require_POST
def formule_delete(request: ActorRequest, pk: int) -> HttpResponse:
    draft = access.formule_version(request.actor, pk)
    services.delete_draft(version=draft, actor=request.actor, at=moment())
    messages.success(request, _("Het concept is verwijderd."))
    return redirect("formules")


@require_safe
def formule_export(request: ActorRequest, pk: int) -> HttpResponse:
    found = access.formule_version(request.actor, pk)
    services.note_export(version=found, actor=request.actor, at=moment())
    region = found.region.code if found.region else ""
    content = exchange.write(
        theme=found.theme, version=found.version, region=region, content=found.content
    )
    name = f"formule-{found.theme}-{region or 'landelijk'}-{found.version}.json"
    return HttpResponse(
        content,
        content_type="application/json",
        headers={"Content-Disposition": content_disposition_header(True, name) or "attachment"},
    )


def _page(
    request: ActorRequest,
    found: FormuleVersion,
    *,
    region_form: RegionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    actor = request.actor
    regions = [found.region] if found.region else regions_of(actor)
    before = _before(found, regions)
    told = (
        changes(before.formule, found.formule, theme=found.theme, grounds=articles())
        if before
        else []
    )
    drafting = _drafting_regions(request, found)
    context = {
        "formule_version": found,
        "today": timezone.localdate(moment()),
        "reading": reading(found.theme, found.formule),
        "before": before,
        "concerned": for_whom(found.theme, told),
        "mistakes": mistakes(found.content, found.theme) if found.is_draft else [],
        "diagram": diagram(flow_of(found.theme)),
        "acceptance": _acceptance(found, _gemeenten(regions)),
        "is_manager": actor.role == Role.SECRETARY,
        "is_editor": actor.role == Role.ADMINISTRATOR,
        "why_not_change": policies.why_not_change(actor, found),
        "why_not_move_cases": why_not_move_cases(actor, found),
        "why_not_accept": policies.why_not_accept(actor, found),
        "region_form": region_form or RegionForm(regions=drafting) if drafting else None,
    }
    return render(request, "workflows/formule/page.html", context, status=status)


def _changes(before: FormuleVersion, after: FormuleVersion) -> list[Change]:
    return changes(before.formule, after.formule, theme=after.theme, grounds=articles())


def _before(found: FormuleVersion, regions: list[Region]) -> FormuleVersion | None:
    """What holds where this one does not yet; of an adopted one, what it was made from."""
    if not found.is_draft:
        return found.based_on
    today = timezone.localdate(moment())
    return next(
        (v for one in regions if (v := agreed_version(theme=found.theme, region=one, day=today))),
        None,
    )


def _acceptance(
    found: FormuleVersion, gemeenten: list[Organisation]
) -> list[tuple[Organisation, Acceptance | None]]:
    rows = found.acceptances.select_related("accepted_by__person")
    accepted = {one.organisation_id: one for one in rows}
    return [(one, accepted.get(one.pk)) for one in gemeenten]


def _versions(
    request: ActorRequest, regions: list[Region], gemeenten: list[Organisation]
) -> QuerySet[FormuleVersion]:
    """Of one's regions and the examples, with how many gemeenten of these accepted each."""
    visible = FormuleVersion.objects.visible_to(request.actor).filter(
        Q(region__in=regions) | Q(region__isnull=True)
    )
    counted = Count("acceptances", filter=Q(acceptances__organisation__in=gemeenten))
    return (
        visible.select_related("region")
        .annotate(accepted_count=counted)
        .order_by("theme", "region__code", "-version")
    )


def _waiting(request: ActorRequest, regions: list[Region]) -> list[FormuleVersion]:
    """What the own gemeente has yet to accept: the version in force of each theme."""
    actor = request.actor
    if actor.role != Role.SECRETARY or actor.organisation.kind != Kind.GEMEENTE:
        return []
    rows = FormuleVersion.objects.adopted().filter(
        Q(region__in=regions) | Q(region__isnull=True), valid_until__isnull=True
    )
    own = {one.theme for one in rows if one.region_id}
    open_ones = rows.exclude(acceptances__organisation=actor.organisation)
    return [
        one for one in open_ones.select_related("region") if one.region_id or one.theme not in own
    ]


def _drafting_regions(request: ActorRequest, source: FormuleVersion) -> list[Region]:
    """For which regions this actor may make a draft from it."""
    return [
        one
        for one in regions_of(request.actor)
        if policies.why_not_draft(request.actor, one) is None
    ]


def _why_not_edit(request: ActorRequest, regions: list[Region]) -> str | None:
    return policies.why_not_draft(request.actor, regions[0] if regions else None)


def _gemeenten(regions: list[Region]) -> list[Organisation]:
    return [one for region in regions for one in gemeenten_in(region)]
