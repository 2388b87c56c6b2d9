"""Meetings: the list, and one with its seats and the agenda as far as the actor may see it."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casework import access
from casework.api.words import ATTENDANCE, OUTCOMES, PURPOSES
from casework.models import AgendaItem, Meeting
from partners.acting import moment
from partners.api.fields import Moment, Word
from partners.api.serializers import Filters, OrganisationSerializer
from partners.api.views import ActorView


class MeetingSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True)
    titel = serializers.CharField(source="title", read_only=True)
    niveau = serializers.CharField(source="level", read_only=True)
    thema = serializers.CharField(source="theme", read_only=True)
    regio = serializers.CharField(source="region.code", read_only=True)
    uitnodiger = OrganisationSerializer(source="convenor", read_only=True)
    begintOp = Moment(source="starts_at", read_only=True)
    eindigtOp = Moment(source="ends_at", read_only=True)
    plaats = serializers.CharField(source="place", read_only=True)
    gehoudenOp = Moment(source="held_at", read_only=True, allow_null=True)
    afgezegdOp = Moment(source="cancelled_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Overleg"


class SeatSerializer(serializers.Serializer[Any]):
    organisatie = OrganisationSerializer(source="organisation", read_only=True)
    aanwezigheid = Word(ATTENDANCE, source="attended", read_only=True)

    class Meta:
        ref_name = "Uitgenodigde"


class AgendaItemSerializer(serializers.Serializer[Any]):
    casus = serializers.CharField(source="case.reference", read_only=True)
    doel = Word(PURPOSES, source="purpose", read_only=True)
    uitkomst = Word(OUTCOMES, source="outcome", read_only=True)

    class Meta:
        ref_name = "Agendapunt"


class MeetingDetailSerializer(MeetingSerializer):
    uitgenodigden = SeatSerializer(source="seats", many=True, read_only=True)
    agenda = AgendaItemSerializer(many=True, read_only=True)

    class Meta:
        ref_name = "OverlegMetAgenda"


class MeetingFilters(Filters):
    status = serializers.ChoiceField(required=False, choices=["komend", "geweest"])


class MeetingList(ActorView):
    """De overleggen waarvoor de eigen organisatie is uitgenodigd, het eerste bovenaan."""

    @extend_schema(
        operation_id="overleggenLijst",
        tags=["overleggen"],
        parameters=[MeetingFilters],
        responses=MeetingSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        asked = self.wanted(MeetingFilters)
        rows = Meeting.objects.visible_to(self.actor).select_related("convenor", "region")
        if asked.get("status") == "komend":
            rows = rows.filter(ends_at__gte=moment())
        elif asked.get("status") == "geweest":
            rows = rows.filter(ends_at__lt=moment())
        return self.page(rows, MeetingSerializer)


class MeetingDetail(ActorView):
    """Een overleg; op de agenda staan alleen casussen waaraan de eigen organisatie deelneemt."""

    pagination_class = None

    @extend_schema(
        operation_id="overlegInzien", tags=["overleggen"], responses=MeetingDetailSerializer
    )
    def get(self, request: Request, pk: UUID) -> Response:
        found = access.meeting(self.actor, pk)
        items = AgendaItem.objects.visible_to(self.actor).filter(meeting=found)
        seats = found.seats.select_related("organisation")
        return Response(
            {
                **MeetingSerializer(found).data,
                "uitgenodigden": SeatSerializer(seats, many=True).data,
                "agenda": AgendaItemSerializer(items.select_related("case"), many=True).data,
            }
        )
