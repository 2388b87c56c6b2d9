"""Acts on a request: answer it, in time or late, ask for more time, and settle that question."""

from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request as ApiRequest
from rest_framework.response import Response

from casework import access as case_access
from casework.api.serializers import RequestSerializer
from casework.models import Extension, Request
from casework.policies import why_not_answer, why_not_ask_more_time
from casework.services import requests
from partners.acting import moment
from partners.actor import Actor
from partners.api.views import ActorView, checked
from partners.refusals import Conflict, Hidden, require
from workflows import access, policies
from workflows.api.answers import filled_in, mistakes_of
from workflows.api.serializers import MoreTimeRulingSerializer, MoreTimeSerializer
from workflows.api.steps import complete
from workflows.forms.advice_round import AnswerForm
from workflows.forms.more_time import MoreTimeForm
from workflows.models import Step
from workflows.services.advice_round import answer_late, settle_extension
from workflows.services.steps import why_no_longer_open


class RequestAnswering(ActorView):
    """Beantwoord of weiger een verzoek, ook nadat de ronde is gesloten (Awb 3:6)."""

    pagination_class = None

    @extend_schema(
        operation_id="verzoekBeantwoorden",
        tags=["verzoeken"],
        request=OpenApiTypes.OBJECT,
        responses=RequestSerializer,
    )
    def post(self, request: ApiRequest, pk: UUID) -> Response:
        asked = case_access.request(self.actor, pk)
        step = _step_of(self.actor, asked)
        if step.is_open:
            complete(step, request, self.actor)
        else:
            _answer_late(step, asked, request, self.actor)
        return Response(RequestSerializer(case_access.request(self.actor, pk)).data)


class MoreTimeAsking(ActorView):
    """Vraag om meer tijd voor een verzoek; wie het deed, beslist erover."""

    pagination_class = None

    @extend_schema(
        operation_id="verzoekMeerTijd",
        tags=["verzoeken"],
        request=MoreTimeSerializer,
        responses=RequestSerializer,
    )
    def post(self, request: ApiRequest, pk: UUID) -> Response:
        asked = case_access.request(self.actor, pk)
        require(why_not_ask_more_time(self.actor, asked), object_type="request", object_id=pk)
        given = checked(MoreTimeSerializer, request.data)
        form = MoreTimeForm({"last_day": given["tot"], "reason": given["reden"]}, request=asked)
        if not form.is_valid():
            raise ValidationError(mistakes_of(form, {"last_day": "tot", "reason": "reden"}))
        requests.ask_more_time(
            request=asked,
            until=form.until(),
            reason=form.cleaned_data["reason"],
            actor=self.actor,
            at=moment(),
        )
        return Response(RequestSerializer(case_access.request(self.actor, pk)).data)


class MoreTimeSettling(ActorView):
    """Sta de gevraagde extra tijd toe, of niet."""

    pagination_class = None

    @extend_schema(
        operation_id="verzoekBeslisMeerTijd",
        tags=["verzoeken"],
        request=MoreTimeRulingSerializer,
        responses=RequestSerializer,
    )
    def post(self, request: ApiRequest, pk: UUID) -> Response:
        asked = case_access.request(self.actor, pk)
        given = checked(MoreTimeRulingSerializer, request.data)
        extension = asked.extensions.filter(status=Extension.Status.ASKED).first()
        if extension is None:
            raise Conflict("Er is geen open vraag om meer tijd: niet gesteld, of al beslist.")
        settle_extension(
            extension=extension,
            is_granted=given["toestaan"],
            actor=self.actor,
            at=moment(),
        )
        return Response(RequestSerializer(case_access.request(self.actor, pk)).data)


def _step_of(actor: Actor, request: Request) -> Step:
    """
    :raises Hidden: when the step that asks for the answer is not for this actor.
    """
    keys = Step.objects.visible_to(actor).filter(request=request).order_by("-pk")
    pk = keys.values_list("pk", flat=True).first()
    if pk is None:
        raise Hidden("request", request.pk)
    return access.step(actor, pk)


def _answer_late(step: Step, request: Request, sent: ApiRequest, actor: Actor) -> None:
    """Locked before it is judged, so that who comes second hears so.

    :raises Refused: when it is not the actor's to answer.
    :raises Conflict: when it was answered before.
    """
    require(policies.why_not_do_step(actor, step), object_type="request", object_id=request.pk)
    request = Request.objects.select_for_update().get(pk=request.pk)
    if request.is_settled:
        raise Conflict(why_no_longer_open(step) if step.done_by else _why_settled(request))
    require(why_not_answer(actor, request), object_type="request", object_id=request.pk)
    form = filled_in(step, actor, sent.data)
    if not isinstance(form, AnswerForm):
        raise TypeError(f"step {step.pk} answers a request without an answer form")
    answer_late(request=request, step=step, form=form, actor=actor, at=moment())


def _why_settled(request: Request) -> str:
    by = f"{request.answer.author.name} ({request.asked.name})" if request.answer else request.asked
    at = date_format(timezone.localtime(request.settled_at), "j F Y H:i")
    return f"Dit verzoek is al afgehandeld door {by} op {at}."
