"""Cases: the list, and one with who takes part as far as the actor may know."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from casework import access, policies
from casework.api.serializers import (
    CaseDetailSerializer,
    CaseFilters,
    CaseSerializer,
    ParticipationSerializer,
)
from casework.models import Case, Participation
from casework.services import cases
from partners.acting import moment
from partners.actor import Actor
from partners.api.views import ActorView


class CaseList(ActorView):
    """De casussen waaraan de eigen organisatie deelneemt, de nieuwste eerst."""

    @extend_schema(
        operation_id="casussenLijst",
        tags=["casussen"],
        parameters=[CaseFilters],
        responses=CaseSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        asked = self.wanted(CaseFilters)
        rows = Case.objects.visible_to(self.actor).select_related("lead", "region")
        if "fase" in asked:
            rows = rows.filter(stage=asked["fase"])
        if "thema" in asked:
            rows = rows.filter(theme=asked["thema"])
        if "status" in asked:
            rows = rows.filter(closed_at__isnull=asked["status"] == "lopend")
        return self.page(rows, CaseSerializer)


class CaseDetail(ActorView):
    """Een casus met haar deelnemers; het inzien komt in het auditspoor."""

    pagination_class = None

    @extend_schema(operation_id="casusInzien", tags=["casussen"], responses=CaseDetailSerializer)
    def get(self, request: Request, referentie: str) -> Response:
        found = access.case(self.actor, referentie)
        cases.note_viewing(case=found, actor=self.actor, at=moment())
        participants = ParticipationSerializer(_shown(self.actor, found), many=True)
        return Response({**CaseSerializer(found).data, "deelnemers": participants.data})


def _shown(actor: Actor, case: Case) -> QuerySet[Participation]:
    present = case.participations.filter(until__isnull=True).select_related("organisation")
    if policies.why_not_overview(actor, case) is not None:
        present = present.filter(organisation=actor.organisation)
    return present
