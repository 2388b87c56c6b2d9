"""Emergency access as its two ends and their privacy officers see it; never what it opened."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api.words import EMERGENCIES, VERDICTS
from casework.models import Emergency
from partners.api.fields import Moment, Word
from partners.api.serializers import OrganisationSerializer
from partners.api.views import ActorView


class EmergencySerializer(serializers.Serializer[Any]):
    """Without the reason: that is on the page, where each look is on record.

    `informatieklasse` is empty where it stayed closed in an emergency as well.
    """

    id = serializers.UUIDField(read_only=True)
    casus = serializers.CharField(source="case_reference", read_only=True)
    genomenDoor = OrganisationSerializer(source="viewer", read_only=True)
    houder = OrganisationSerializer(source="owner", read_only=True)
    informatieklasse = serializers.CharField(source="information_class", read_only=True)
    noodsituatie = Word(EMERGENCIES, source="kind", read_only=True)
    vanaf = Moment(source="opened_at", read_only=True)
    tot = Moment(source="ends_at", read_only=True)
    beeindigdOp = Moment(source="ended_at", read_only=True, allow_null=True)
    oordeelUiterlijk = Moment(source="judge_by", read_only=True)
    oordeel = Word(VERDICTS, source="verdict", read_only=True)
    beoordeeldOp = Moment(source="judged_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Noodtoegang"


class EmergencyList(ActorView):
    """Noodtoegang die de eigen organisatie nam of gaf, de nieuwste eerst; zonder inhoud."""

    @extend_schema(
        operation_id="noodtoegangLijst",
        tags=["noodtoegang"],
        responses=EmergencySerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        rows = Emergency.objects.visible_to(self.actor).select_related("viewer", "owner")
        return self.page(rows.order_by("-opened_at", "-id"), EmergencySerializer)
