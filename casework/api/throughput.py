"""The throughput of a region: counts and days, and no case or person behind any of them."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from casework.api.figures import ThroughputSerializer
from casework.throughput import queries
from casework.throughput.forms import ThroughputFilter
from casework.throughput.looking import look, require_reader
from partners.acting import moment
from partners.actor import Actor
from partners.api.serializers import Filters
from partners.api.views import ActorView
from partners.refusals import Refused


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
