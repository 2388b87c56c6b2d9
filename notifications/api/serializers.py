"""The shape of a notification, and what the list can be narrowed by."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any

from rest_framework import serializers

from partners.api.fields import Moment
from partners.api.serializers import Filters


class NotificationSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="pk", read_only=True)
    volgnummer = serializers.IntegerField(source="seq", read_only=True)
    soort = serializers.CharField(source="kind", read_only=True)
    tekst = serializers.CharField(source="__str__", read_only=True)
    casus = serializers.CharField(source="case_reference", read_only=True)
    link = serializers.CharField(read_only=True)
    uiterlijk = Moment(source="due_at", read_only=True, allow_null=True)
    gemaaktOp = Moment(source="created_at", read_only=True)
    gelezenOp = Moment(source="read_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Melding"


class NotificationFilters(Filters):
    na = serializers.IntegerField(
        required=False,
        min_value=0,
        max_value=2**63 - 1,
        help_text="Een `volgnummer`: geef de meldingen die erop volgen, het laagste eerst.",
    )
