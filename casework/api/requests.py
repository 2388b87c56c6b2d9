"""Requests: the list of those asked and got, and one with its question and its answer."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request as ApiRequest
from rest_framework.response import Response

from casework import access
from casework.api.serializers import (
    ContributionSerializer,
    RequestContentsSerializer,
    RequestDetailSerializer,
    RequestFilters,
    RequestSerializer,
)
from casework.models import Contribution, Request
from casework.services import contributions, requests
from partners.acting import moment
from partners.actor import Actor
from partners.api.views import ActorView


class RequestList(ActorView):
    """De verzoeken die de eigen organisatie deed of kreeg, de nieuwste eerst."""

    @extend_schema(
        operation_id="verzoekenLijst",
        tags=["verzoeken"],
        parameters=[RequestFilters],
        responses=RequestSerializer(many=True),
    )
    def get(self, request: ApiRequest) -> Response:
        asked = self.wanted(RequestFilters)
        rows = Request.objects.visible_to(self.actor).select_related("case", "asker", "asked")
        if "casus" in asked:
            rows = rows.filter(case__reference=asked["casus"])
        if "status" in asked:
            rows = rows.filter(status=asked["status"])
        return self.page(rows.order_by("-asked_at", "-id"), RequestSerializer)


class RequestDetail(ActorView):
    """Een verzoek met vraag en antwoord; het inzien van elk komt in het auditspoor."""

    pagination_class = None

    @extend_schema(
        operation_id="verzoekInzien", tags=["verzoeken"], responses=RequestDetailSerializer
    )
    def get(self, request: ApiRequest, pk: UUID) -> Response:
        found = access.request(self.actor, pk)
        requests.note_reading(request=found, actor=self.actor, at=moment())
        answer = _read_answer(self.actor, found)
        shown = ContributionSerializer(answer).data if answer else None
        return Response({**RequestContentsSerializer(found).data, "antwoord": shown})


def _read_answer(actor: Actor, request: Request) -> Contribution | None:
    """What was answered, where it is the actor's own or disclosed to it."""
    rows = Contribution.objects.visible_to(actor).filter(answers=request)
    answer = rows.select_related("case", "organisation").first()
    if answer is None:
        return None
    contributions.note_reading(contribution=answer, actor=actor, at=moment())
    return answer
