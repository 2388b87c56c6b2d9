"""H0: a signal begins a case; politie hears it first, the gemeente once politie reports."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from casework.models import Case, Part, SubjectKind
from casework.services import cases, participations, subjects
from partners.acting import engine_sees
from partners.actor import Actor
from partners.models import Kind, Organisation, ServiceArea
from partners.refusals import Refused, require
from workflows import policies
from workflows.desks import desk_of
from workflows.flows import flow_of
from workflows.forms.signal import SignalForm
from workflows.formules.in_force import version_for, why_no_version
from workflows.models import Step
from workflows.services.deed import Deed
from workflows.services.sharing import share


@transaction.atomic
def report_case(*, theme: str, form: SignalForm, actor: Actor, at: datetime) -> Case:
    """Begin a case from a signal.

    :raises Refused: when the actor's role does not report, or no desk is in force,
        or no formule that the gemeente accepted.
    """
    require(policies.why_not_report(actor))
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
        actor=actor,
        at=at,
    )
    with engine_sees(case.pk):
        _let_police_in(case, actor, at)
        begun = flow_of(theme).instance.node("start")
        activation = begun.activation_class.create(begun, None, None)
        activation.execute_for(case, version)
        _keep_signal(activation.task, form, actor, at)
    return case


def _let_police_in(case: Case, actor: Actor, at: datetime) -> None:
    if actor.organisation.kind == Kind.POLITIE:
        return
    participations.begin(
        case=case,
        organisation=desk_of(case, Kind.POLITIE).organisation,
        part=Part.REPORTER,
        has_overview=True,
        actor=actor,
        at=at,
    )


def _keep_signal(step: Step, form: SignalForm, actor: Actor, at: datetime) -> None:
    """Keep the signal and the premises as the reporter's own; politie gets both."""
    deed = Deed(step, actor, form, at)
    contribution = deed.contribute()
    premises = subjects.record_subject(
        case=deed.case,
        kind=SubjectKind.PREMISES,
        information_class=form.class_for(actor),
        label=form.cleaned_data["address"],
        details={"premises": form.cleaned_data["premises"]},
        actor=actor,
        at=at,
    )
    if actor.organisation.kind != Kind.POLITIE:
        share(deed, contribution, "signal")
        share(deed, premises, "signal")
