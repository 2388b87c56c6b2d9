"""The register of processing activities, to which each line of the log of processing refers."""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from partners.api.views import ActorView
from partners.audit.processing import REGISTER, Activity
from partners.refusals import Hidden

PATH = "verwerkingsactiviteiten"


def address_of(activity: Activity) -> str:
    """Its identifier in the log: the address at which this register tells of it."""
    return f"{settings.PUBLIC_URL}/api/v1/{PATH}/{activity.slug}"


def slug_in(address: str) -> str:
    """Empty when it is no address of this register."""
    root = f"{settings.PUBLIC_URL}/api/v1/{PATH}/"
    return address.removeprefix(root) if address.startswith(root) else ""


class ActivitySerializer(serializers.Serializer[Any]):
    id = serializers.URLField(source="address", read_only=True)
    naam = serializers.CharField(source="name", read_only=True)
    doel = serializers.CharField(source="purpose", read_only=True)

    class Meta:
        ref_name = "Verwerkingsactiviteit"


class ActivitiesSerializer(serializers.Serializer[Any]):
    resultaten = ActivitySerializer(many=True, read_only=True)

    class Meta:
        ref_name = "Verwerkingsactiviteiten"


class ActivityList(ActorView):
    """Het register van verwerkingsactiviteiten; een wijziging krijgt een nieuw nummer."""

    pagination_class = None

    @extend_schema(
        operation_id="verwerkingsactiviteitenLijst",
        tags=[PATH],
        responses=OpenApiResponse(ActivitiesSerializer),
    )
    def get(self, request: Request) -> Response:
        return Response({"resultaten": [_shown(one) for one in REGISTER.values()]})


class ActivityDetail(ActorView):
    """Een verwerkingsactiviteit, zoals het logboek ernaar verwijst."""

    @extend_schema(
        operation_id="verwerkingsactiviteitInzien", tags=[PATH], responses=ActivitySerializer
    )
    def get(self, request: Request, kenmerk: str) -> Response:
        if kenmerk not in REGISTER:
            raise Hidden("processingactivity", kenmerk)
        return Response(_shown(REGISTER[kenmerk]))


def _shown(one: Activity) -> dict[str, str]:
    return {"id": address_of(one), "naam": one.name, "doel": one.purpose}
