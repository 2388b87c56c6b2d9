"""The throughput of a region: counts and days, and no case or person behind any of them."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from casework.throughput import queries
from casework.throughput.forms import ThroughputFilter
from casework.throughput.looking import look, require_reader
from partners.acting import moment
from partners.actor import Actor
from partners.api.fields import Moment
from partners.api.serializers import Filters
from partners.api.views import ActorView
from partners.refusals import Refused

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


class ThroughputFilters(Filters):
    regio = serializers.CharField(required=False, help_text="Een eigen regio, zoals VR21.")
    gemeente = serializers.CharField(required=False, help_text="Een gemeentecode, zoals GM0828.")
    periode = serializers.CharField(required=False, help_text="recent, 2026 of 2026-Q2.")
    thema = serializers.CharField(required=False)


class ThroughputView(ActorView):
    """De doorstroom van een regio; wat onder de vijf blijft, staat er niet in."""

    pagination_class = None

    @extend_schema(
        operation_id="doorstroomInzien",
        tags=["doorstroom"],
        parameters=[ThroughputFilters],
        responses=ThroughputSerializer,
    )
    def get(self, request: Request) -> Response:
        require_reader(self.actor)
        form = _form(self.wanted(ThroughputFilters), self.actor)
        found = look(form.wanted(), by=self.actor, at=moment())
        return Response(ThroughputSerializer(found).data)


def _form(asked: dict[str, Any], actor: Actor) -> ThroughputFilter:
    """The form of the page, valid.

    :raises Refused: when the actor's organisation serves no region today.
    :raises ValidationError: with every mistake in the query.
    """
    regions = queries.regions_of(actor)
    if not regions:
        raise Refused(
            _("Uw organisatie hoort vandaag bij geen enkele veiligheidsregio."),
            object_type="throughput",
        )
    form = ThroughputFilter(asked, regions=regions)
    foreign = asked.get("regio", regions[0].code) not in {one.code for one in regions}
    if not form.is_valid() or foreign:
        found = form.errors.as_data() or {"regio": []}
        raise ValidationError(
            {
                name: [ErrorDetail("Kies een geldige waarde.", code="invalid_choice")]
                for name in found
            }
        )
    return form
