"""Search over the API: the words go in the body, so that no name stands in an address."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casework.search.policies import why_not_search
from casework.search.results import search
from partners.acting import moment
from partners.api.fields import Word
from partners.api.views import ActorView, checked
from partners.refusals import require

KINDS = {"case": "casus", "contribution": "bijdrage", "subject": "betrokkene"}


class SearchSerializer(serializers.Serializer[None]):
    zoekterm = serializers.CharField(min_length=2, max_length=120)
    soort = Word(KINDS, required=False)
    pagina = serializers.IntegerField(min_value=1, max_value=1000, default=1)

    class Meta:
        ref_name = "Zoekvraag"


class HitSerializer(serializers.Serializer[Any]):
    soort = Word(KINDS, source="kind", read_only=True)
    id = serializers.CharField(source="key", read_only=True)
    titel = serializers.CharField(source="title", read_only=True)
    casus = serializers.CharField(source="case_reference", read_only=True)
    organisatie = serializers.CharField(source="owner", read_only=True)
    fragment = serializers.CharField(source="plain", read_only=True)

    class Meta:
        ref_name = "Zoekresultaat"


class GroupSerializer(serializers.Serializer[Any]):
    soort = Word(KINDS, source="kind", read_only=True)
    aantal = serializers.IntegerField(source="count", read_only=True)
    resultaten = HitSerializer(source="hits", many=True, read_only=True)

    class Meta:
        ref_name = "Zoekgroep"


class FoundSerializer(serializers.Serializer[Any]):
    aantal = serializers.IntegerField(source="count", read_only=True)
    groepen = GroupSerializer(source="groups", many=True, read_only=True)

    class Meta:
        ref_name = "Zoekresultaten"


class SearchView(ActorView):
    """Zoek in wat u mag zien: van elke groep de eerste vijf, of met `soort` één groep."""

    pagination_class = None

    @extend_schema(
        operation_id="zoeken",
        tags=["zoeken"],
        request=SearchSerializer,
        responses=FoundSerializer,
    )
    def post(self, request: Request) -> Response:
        require(why_not_search(self.actor), object_type="search")
        asked = checked(SearchSerializer, request.data)
        found = search(
            words=asked["zoekterm"].replace("\x00", ""),
            kind=asked.get("soort", ""),
            number=asked["pagina"],
            actor=self.actor,
            at=moment(),
        )
        return Response(FoundSerializer(found).data)
