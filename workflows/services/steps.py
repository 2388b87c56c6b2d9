"""Do a step: the one door through which pages and API move a case."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from viewflow.workflow.status import STATUS

from casework.documents.storage import file_rollback
from partners.acting import engine_sees
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Conflict, require
from workflows import actions, policies
from workflows.forms.step_form import StepForm
from workflows.models import Step
from workflows.services.deed import Deed


def complete(*, step: Step, form: StepForm, actor: Actor, at: datetime) -> Step:
    """Carry the step out, record it and move the case on.

    :param form: bound and valid.
    :raises Refused: when it is not the actor's to do.
    :raises Conflict: when someone was first, or the step is no longer asked.
    """
    require(policies.why_not_do_step(actor, step), object_type="step", object_id=step.pk)
    flow_class = step.flow_task.flow_class
    with engine_sees(step.case_id), flow_class.lock(step.process_id), file_rollback():
        step = Step.objects.select_related("case", "process__formule_version", "request").get(
            pk=step.pk
        )
        if not step.is_open:
            raise Conflict(why_no_longer_open(step))
        # What is kept is kept in Dutch, whatever language the actor reads.
        with translation.override(settings.LANGUAGE_CODE):
            step.outcome = step.flow_task.does(Deed(step, actor, form, at))
        step.done_by = actor.membership
        record(
            actions.step_done(step.flow_task.recorded_as),
            actor=actor,
            at=at,
            thing=step,
            case_reference=step.case.reference,
        )
        activation = step.flow_task.activation_class(step)
        activation.run(None)
        activation.execute()
    return step


def why_no_longer_open(step: Step) -> str:
    """Who was first and when, or that the step is no longer asked."""
    if step.status == STATUS.CANCELED or step.done_by is None or step.finished is None:
        return _("Deze taak hoeft niet meer: de zaak is verder zonder deze taak.")
    return _("Deze taak is al afgerond door %(name)s (%(organisation)s) op %(at)s.") % {
        "name": step.done_by.person.name,
        "organisation": step.done_by.organisation.name,
        "at": date_format(timezone.localtime(step.finished), "j F Y H:i"),
    }
