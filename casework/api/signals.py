"""Waterbed signals that the gemeente of the actor gave or got."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api.words import RECEIPTS, SIGNALLED
from casework.models import SignalReceipt, WaterbedSignal
from partners.api.fields import Moment, Word
from partners.api.serializers import OrganisationSerializer
from partners.api.views import ActorView


class ReceiptSerializer(serializers.Serializer[Any]):
    gemeente = OrganisationSerializer(read_only=True)
    antwoord = Word(RECEIPTS, source="answer", read_only=True)
    toelichting = serializers.CharField(source="remark", read_only=True)
    beantwoordOp = Moment(source="answered_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "AntwoordOpSignaal"


class SignalSerializer(serializers.Serializer[Any]):
    """Without the case it came from: that is on the page of who gave it."""

    id = serializers.UUIDField(read_only=True)
    gemeente = OrganisationSerializer(read_only=True)
    maatregel = Word(SIGNALLED, source="measure", read_only=True)
    thema = serializers.CharField(source="theme", read_only=True)
    branche = serializers.CharField(source="branch", read_only=True)
    gebied = serializers.CharField(source="area", read_only=True)
    verwachtEffect = serializers.CharField(source="effect", read_only=True)
    vanaf = serializers.DateField(source="starts_on", read_only=True)
    totEnMet = serializers.DateField(source="ends_on", read_only=True, allow_null=True)
    aanspreekpunt = serializers.CharField(source="desk", read_only=True)
    gegevenOp = Moment(source="given_at", read_only=True)
    antwoorden = ReceiptSerializer(source="answers", many=True, read_only=True)

    class Meta:
        ref_name = "WaterbedSignaal"


class SignalList(ActorView):
    """Waterbed-signalen die de eigen gemeente gaf of kreeg, het nieuwste eerst."""

    @extend_schema(
        operation_id="signalenLijst", tags=["signalen"], responses=SignalSerializer(many=True)
    )
    def get(self, request: Request) -> Response:
        receipts = SignalReceipt.objects.visible_to(self.actor).select_related("gemeente")
        rows = WaterbedSignal.objects.visible_to(self.actor).select_related("gemeente")
        answers = Prefetch("receipts", receipts, to_attr="answers")
        return self.page(rows.prefetch_related(answers), SignalSerializer)
