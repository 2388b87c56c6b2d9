"""The shape of the throughput: flows of cases and the work in each pair of hands."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any

from rest_framework import serializers

from partners.api.fields import Moment

FEW = "Afgerond op vijftallen; null bij minder dan vijf."


def count(source: str) -> serializers.IntegerField:
    return serializers.IntegerField(source=source, read_only=True, allow_null=True, help_text=FEW)


class DaysSerializer(serializers.Serializer[Any]):
    p50 = serializers.IntegerField(read_only=True, allow_null=True)
    p90 = serializers.IntegerField(read_only=True, allow_null=True)

    class Meta:
        ref_name = "Dagen"


class ShareSerializer(serializers.Serializer[Any]):
    deel = count("part")
    geheel = count("whole")
    percentage = serializers.IntegerField(source="percent", read_only=True, allow_null=True)
    isBovengrens = serializers.BooleanField(source="is_below", read_only=True)

    class Meta:
        ref_name = "Aandeel"


class FlowSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(read_only=True, allow_blank=True)
    naam = serializers.CharField(source="name", read_only=True)
    ingestroomd = count("opened")
    afgesloten = count("closed")
    inBehandeling = count("in_hand")
    doorlooptijd = DaysSerializer(source="lead_time", read_only=True)
    resultatenBehaald = ShareSerializer(source="reached", read_only=True)
    opTijdWettelijk = ShareSerializer(source="statutory", read_only=True)
    opTijdAfgesproken = ShareSerializer(source="agreed", read_only=True)
    eigenWachttijdPercentage = serializers.IntegerField(
        source="own_wait", read_only=True, allow_null=True
    )

    class Meta:
        ref_name = "Stroom"


class WorkSerializer(serializers.Serializer[Any]):
    titel = serializers.CharField(source="title", read_only=True)
    afgerond = count("done")
    doorlooptijd = DaysSerializer(source="days", read_only=True)
    opTijd = ShareSerializer(source="on_time", read_only=True)
    wachttijdPercentage = serializers.IntegerField(source="wait", read_only=True, allow_null=True)


class StepWorkSerializer(WorkSerializer):
    thema = serializers.CharField(source="theme", read_only=True)
    stap = serializers.CharField(source="node", read_only=True)

    class Meta:
        ref_name = "WerkPerStap"


class PartnerWorkSerializer(WorkSerializer):
    houder = serializers.CharField(source="holder", read_only=True)
    code = serializers.CharField(read_only=True)

    class Meta:
        ref_name = "WerkPerPartner"


class ThroughputSerializer(serializers.Serializer[Any]):
    van = Moment(source="since", read_only=True)
    tot = Moment(source="until", read_only=True)
    regio = FlowSerializer(source="region", read_only=True)
    gekozen = FlowSerializer(source="selected", read_only=True)
    gemeenten = FlowSerializer(many=True, read_only=True)
    stappen = StepWorkSerializer(source="steps", many=True, read_only=True)
    houders = PartnerWorkSerializer(source="holders", many=True, read_only=True)
    partners = PartnerWorkSerializer(many=True, read_only=True)

    class Meta:
        ref_name = "Doorstroom"
