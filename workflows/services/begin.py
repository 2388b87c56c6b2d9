"""A report begins a case: for the gemeente at once, or once a partner has looked into it."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from casework.models import Case, Contribution, Part, Priority, Subject
from casework.services import cases, participations, subjects
from partners.acting import engine_sees
from partners.actor import Actor
from partners.models import Kind, Organisation, ServiceArea
from partners.refusals import Refused, require
from workflows import policies
from workflows.desks import desk_of
from workflows.flows import FLOWS, flow_of
from workflows.forms.begin_form import BeginForm
from workflows.formules.in_force import version_for, why_no_version
from workflows.models import FormuleVersion, Step
from workflows.services.deed import Deed
from workflows.services.sharing import share


def reportable(actor: Actor) -> list[str]:
    """The themes of which the actor may begin a case."""
    return [
        theme for theme, flow_class in FLOWS.items() if _why_not(actor, theme, flow_class) is None
    ]


def why_not_report(actor: Actor, theme: str) -> str | None:
    """
    :raises KeyError: when no regime has this theme.
    """
    return _why_not(actor, theme, flow_of(theme))


def _why_not(actor: Actor, theme: str, flow_class: Any) -> str | None:
    clearance = theme if flow_class.is_restricted else ""
    return policies.why_not_report(actor, flow_class.reporters, clearance)


@transaction.atomic
def report_case(*, theme: str, form: BeginForm, actor: Actor, at: datetime) -> Case:
    """Begin a case.

    :raises Refused: when the actor does not report this theme, or no desk is in force, or no
        formule that the gemeente accepted.
    """
    flow_class = flow_of(theme)
    require(_why_not(actor, theme, flow_class))
    today = timezone.localdate(at)
    lead: Organisation = form.cleaned_data["lead"]
    region = ServiceArea.objects.in_force(today).filter(organisation=lead)[0].region
    version = version_for(theme=theme, lead=lead, region=region, day=today)
    if version is None:
        raise Refused(why_no_version(theme=theme, lead=lead, region=region, day=today))
    case = cases.report(
        theme=theme,
        title=version.formule.title,
        region=region,
        lead=lead,
        is_restricted=flow_class.is_restricted,
        actor=actor,
        at=at,
    )
    with engine_sees(case.pk):
        _let_partners_in(case, flow_class.brings, actor, at)
        if not flow_class.is_led_later:
            _let_in(case, lead, Part.LEAD, actor, at)
        if flow_class.opens_at_once:
            _open(case, form, version, actor, at)
        begun = flow_class.instance.node("start")
        activation = begun.activation_class.create(begun, None, None)
        activation.store(case, version)
        _keep_report(activation.task, form, actor, at)
        activation.execute()
    return case


def _open(case: Case, form: BeginForm, version: FormuleVersion, actor: Actor, at: datetime) -> None:
    """Who reports for its own gemeente takes the lead with it."""
    cases.open_case(
        case=case,
        woonkern=form.cleaned_data.get("woonkern", ""),
        priority=Priority(form.cleaned_data.get("priority") or Priority.NORMAL),
        indicators=version.formule.indicators,
        actor=actor,
        at=at,
    )


def _let_partners_in(case: Case, kinds: tuple[Kind, ...], actor: Actor, at: datetime) -> None:
    for kind in kinds:
        if kind != actor.organisation.kind:
            _let_in(case, desk_of(case, kind).organisation, Part.ASKED, actor, at)


def _let_in(case: Case, organisation: Organisation, part: Part, actor: Actor, at: datetime) -> None:
    participations.begin(
        case=case, organisation=organisation, part=part, has_overview=True, actor=actor, at=at
    )


def _keep_report(step: Step, form: BeginForm, actor: Actor, at: datetime) -> None:
    """Keep the report and whom or what it is about as the reporter's own; others get it of it."""
    deed = Deed(step, actor, form, at)
    things: list[Contribution | Subject] = [deed.contribute()]
    things += [
        subjects.record_subject(
            case=deed.case,
            kind=draft.kind,
            information_class=draft.information_class or form.class_for(actor),
            label=draft.label,
            details=draft.details,
            actor=actor,
            at=at,
        )
        for draft in form.subjects()
    ]
    for thing in things:
        for name in form.shares:
            share(deed, thing, name)
