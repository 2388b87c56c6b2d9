"""The own trail as other systems read it, for who may see its page."""

from typing import Any

from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from partners.acting import moment
from partners.api.fields import ROLES, Moment, Word
from partners.api.pagination import link_to
from partners.api.serializers import Filters, OrganisationSerializer
from partners.api.views import ActorView
from partners.audit import trail
from partners.audit.models import Kind, Result
from partners.audit.wanted import OUTSIDE, OWN, Wanted
from partners.models import Organisation

RESULTS = {Result.OK: "gelukt", Result.DENIED: "geweigerd"}


KINDS = {
    Kind.LOOK: "inzage",
    Kind.CHANGE: "wijziging",
    Kind.DISCLOSURE: "verstrekking",
    Kind.REFUSAL: "weigering",
    Kind.EMERGENCY: "noodtoegang",
}
WHOSE = {OWN: "eigen", OUTSIDE: "anderen"}


class ThingSerializer(serializers.Serializer[Any]):
    soort = serializers.CharField(source="object_type", read_only=True)
    id = serializers.CharField(source="object_id", read_only=True)

    class Meta:
        ref_name = "Voorwerp"


class EntrySerializer(serializers.Serializer[Any]):
    """A person goes by number: the name is one look further, where it is needed."""

    id = serializers.UUIDField(source="pk", read_only=True)
    tijdstip = Moment(source="at", read_only=True)
    persoon = serializers.IntegerField(source="entry.person_id", read_only=True)
    organisatie = OrganisationSerializer(source="entry.organisation", read_only=True)
    rol = Word(ROLES, source="entry.role", read_only=True)
    soort = Word(KINDS, source="kind", read_only=True)
    actie = serializers.CharField(source="entry.action", read_only=True)
    omschrijving = serializers.CharField(source="sentence", read_only=True)
    voorwerp = ThingSerializer(source="entry", read_only=True)
    casus = serializers.CharField(source="entry.case_reference", read_only=True)
    grondslag = serializers.CharField(source="entry.ground", read_only=True)
    resultaat = Word(RESULTS, source="entry.result", read_only=True)
    herkomst = serializers.CharField(source="entry.origin", read_only=True)
    spoor = serializers.CharField(source="entry.trace", read_only=True)

    class Meta:
        ref_name = "Auditregel"


class TrailPageSerializer(serializers.Serializer[Any]):
    resultaten = EntrySerializer(many=True, read_only=True)
    volgende = serializers.URLField(read_only=True, allow_null=True)
    vorige = serializers.URLField(read_only=True, allow_null=True)

    class Meta:
        ref_name = "Auditpagina"


class TrailFilters(Filters):
    casus = serializers.CharField(required=False, max_length=24)
    persoon = serializers.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    organisatie = serializers.CharField(
        required=False, max_length=20, help_text="De code van de organisatie die het deed."
    )
    door = Word(
        WHOSE, required=False, help_text="Alleen van de eigen of juist van andere organisaties."
    )
    soort = Word(KINDS, required=False)
    actie = serializers.CharField(required=False, max_length=60)
    voorwerpSoort = serializers.CharField(  # noqa: N815
        required=False, max_length=40
    )
    voorwerpId = serializers.CharField(  # noqa: N815
        required=False, max_length=64
    )
    grondslag = serializers.CharField(required=False, max_length=200)
    spoor = serializers.RegexField(r"^[0-9a-f]{32}\Z", required=False)
    resultaat = Word(RESULTS, required=False)
    van = serializers.DateField(required=False, help_text="Vanaf deze dag.")
    tot = serializers.DateField(required=False, help_text="Tot en met deze dag.")
    ouderDan = serializers.UUIDField(  # noqa: N815  names of the API are camelCase
        required=False, help_text="Het `id` van een regel: geef de regels die eraan voorafgaan."
    )
    nieuwerDan = serializers.UUIDField(  # noqa: N815
        required=False, help_text="Het `id` van een regel: geef de regels die erop volgen."
    )


class TrailView(ActorView):
    """Het auditspoor van de eigen organisatie, het nieuwste eerst; het inzien komt er zelf in."""

    pagination_class = None

    @extend_schema(
        operation_id="auditregelsLijst",
        tags=["auditregels"],
        parameters=[TrailFilters],
        responses=OpenApiResponse(TrailPageSerializer),
    )
    def get(self, request: Request) -> Response:
        asked = self.wanted(TrailFilters)
        page = trail.view(
            by=self.actor,
            at=moment(),
            wanted=_wanted(asked),
            cursor=trail.Cursor(asked.get("ouderDan"), asked.get("nieuwerDan")),
        )
        older = page.older and link_to(request, without="nieuwerDan", ouderDan=str(page.older))
        newer = page.newer and link_to(request, without="ouderDan", nieuwerDan=str(page.newer))
        return Response(
            {
                "resultaten": EntrySerializer(page.lines, many=True).data,
                "volgende": older,
                "vorige": newer,
            }
        )


def _wanted(asked: dict[str, Any]) -> Wanted:
    return Wanted(
        case_reference=asked.get("casus", ""),
        person_id=asked.get("persoon"),
        by=asked.get("door", ""),
        organisation_id=_organisation(asked.get("organisatie", "")),
        kind=asked.get("soort", ""),
        action=asked.get("actie", ""),
        object_type=asked.get("voorwerpSoort", ""),
        object_id=asked.get("voorwerpId", ""),
        ground=asked.get("grondslag", ""),
        result=asked.get("resultaat", ""),
        trace=asked.get("spoor", ""),
        since=asked.get("van"),
        until=asked.get("tot"),
    )


def _organisation(code: str) -> int | None:
    """
    :raises ValidationError: when no organisation has this code.
    """
    if not code:
        return None
    found = Organisation.objects.filter(code=code).values_list("pk", flat=True).first()
    if found is None:
        reason = {"organisatie": "Er is geen organisatie met deze code."}
        raise serializers.ValidationError(reason, code="unknown")
    return found
