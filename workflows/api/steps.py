"""Tasks: the own ones, one with what it asks, and its completion."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from viewflow.workflow.status import STATUS

from partners.acting import moment
from partners.actor import Actor
from partners.api.views import ActorView
from partners.refusals import Conflict, require
from workflows import access, policies
from workflows.api.answers import filled_in
from workflows.api.questions import questions
from workflows.api.serializers import StepDetailSerializer, StepFilters, StepSerializer
from workflows.models import Step
from workflows.prefill import initial_for
from workflows.services import steps


class StepList(ActorView):
    """De taken van de eigen rol in de eigen organisatie, wat het eerst af moet bovenaan."""

    @extend_schema(
        operation_id="takenLijst",
        tags=["taken"],
        parameters=[StepFilters],
        responses=StepSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        asked = self.wanted(StepFilters)
        rows = _own(self.actor).filter(status=asked.get("status", STATUS.NEW))
        if "casus" in asked:
            rows = rows.filter(case__reference=asked["casus"])
        return self.page(rows.select_related("case", "holder"), StepSerializer)


class StepDetail(ActorView):
    """Een taak met de velden die zij vraagt; wat zij overneemt, is daarmee ingezien."""

    pagination_class = None

    @extend_schema(operation_id="taakInzien", tags=["taken"], responses=StepDetailSerializer)
    def get(self, request: Request, pk: int) -> Response:
        step = access.step(self.actor, pk)
        why_not = policies.why_not_do_step(self.actor, step)
        may_fill = why_not is None and step.status != STATUS.DONE
        fields = _asked(step, self.actor) if may_fill else []
        return Response({**StepSerializer(step).data, "waaromNiet": why_not, "velden": fields})


class StepCompletion(ActorView):
    """Rond de taak af met de antwoorden op haar velden; de casus gaat verder."""

    pagination_class = None

    @extend_schema(
        operation_id="taakVoltooien",
        tags=["taken"],
        request=OpenApiTypes.OBJECT,
        responses=StepSerializer,
    )
    def post(self, request: Request, pk: int) -> Response:
        done = complete(access.step(self.actor, pk), request, self.actor)
        return Response(StepSerializer(done).data)


def complete(step: Step, request: Request, actor: Actor) -> Step:
    """Whose it is and whether it is open come before mistakes: a loser of a race mends nothing.

    :raises Refused: when it is not the actor's to do.
    :raises Conflict: when someone was first.
    :raises ValidationError: with every mistake in the body.
    """
    require(policies.why_not_do_step(actor, step), object_type="step", object_id=step.pk)
    if not step.is_open:
        raise Conflict(steps.why_no_longer_open(step))
    form = filled_in(step, actor, request.data)
    return steps.complete(step=step, form=form, actor=actor, at=moment())


def _asked(step: Step, actor: Actor) -> list[dict[str, Any]]:
    initial = initial_for(step, actor, moment())
    return questions(step.flow_task.form(step=step, actor=actor, initial=initial))


def _own(actor: Actor) -> QuerySet[Step]:
    mine: QuerySet[Step] = Step.objects.visible_to(actor).filter(
        holder=actor.organisation, role=actor.role
    )
    return mine
