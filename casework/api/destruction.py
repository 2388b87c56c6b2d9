"""Lists of destruction of the own organisation: what stands on them, and the decision on one."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casework import access
from casework.models import DestructionLine, DestructionList
from casework.retention import lists, policies
from casework.retention.forms import DecideForm
from partners.acting import moment
from partners.actor import Actor
from partners.api.fields import ROLES, Moment, Word
from partners.api.views import ActorView, checked
from partners.refusals import require

KINDS = {
    DestructionLine.Kind.CONTRIBUTION: "bijdrage",
    DestructionLine.Kind.SUBJECT: "betrokkene-of-pand",
    DestructionLine.Kind.CASE: "zaak",
}
RESULTS = {
    DestructionLine.Result.OPEN: "wacht",
    DestructionLine.Result.DESTROYED: "vernietigd",
    DestructionLine.Result.REFUSED: "niet-goedgekeurd",
    DestructionLine.Result.HELD: "opgeschort",
    DestructionLine.Result.NOT_DUE: "niet-aan-de-beurt",
    DestructionLine.Result.SHARED: "nog-in-bewaring",
    DestructionLine.Result.GONE: "bestaat-niet-meer",
}


class LineSerializer(serializers.Serializer[Any]):
    soort = Word(KINDS, source="kind", read_only=True)
    sleutel = serializers.CharField(source="object_id", read_only=True)
    casus = serializers.CharField(source="case_reference", read_only=True)
    klasse = serializers.CharField(source="information_class", read_only=True)
    bewarenTot = serializers.DateField(source="retain_until", read_only=True, allow_null=True)
    grond = serializers.CharField(source="source", read_only=True)
    resultaat = Word(RESULTS, source="result", read_only=True)
    afgehandeldOp = Moment(source="settled_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Vernietigingsregel"


class ListSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True)
    voorgedragenOp = Moment(source="proposed_at", read_only=True)
    voorgedragenDoor = Word(ROLES, source="proposer_role", read_only=True)
    beslotenOp = Moment(source="decided_at", read_only=True, allow_null=True)
    goedgekeurd = serializers.BooleanField(source="is_approved", read_only=True, allow_null=True)
    reden = serializers.CharField(source="reason", read_only=True)
    regels = LineSerializer(source="shown", many=True, read_only=True)

    class Meta:
        ref_name = "Vernietigingslijst"


class DecisionSerializer(serializers.Serializer[None]):
    akkoord = serializers.BooleanField()
    reden = serializers.CharField(max_length=300, required=False, default="", allow_blank=True)

    class Meta:
        ref_name = "BesluitOverVernietiging"


class DestructionLists(ActorView):
    """De vernietigingslijsten van de eigen organisatie, de nieuwste eerst."""

    @extend_schema(
        operation_id="vernietigingslijstenLijst",
        tags=["vernietiging"],
        responses=ListSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        require(policies.why_not_view_lists(self.actor), object_type="destructionlist")
        rows = DestructionList.objects.visible_to(self.actor)
        return self.page(rows.prefetch_related(_lines(self.actor)), ListSerializer)


class DestructionDecision(ActorView):
    """Keur een vernietigingslijst goed, of stuur haar terug met een reden."""

    pagination_class = None

    @extend_schema(
        operation_id="vernietigingslijstBesluiten",
        tags=["vernietiging"],
        request=DecisionSerializer,
        responses=ListSerializer,
    )
    def post(self, request: Request, pk: UUID) -> Response:
        found = access.destruction_list(self.actor, pk)
        require(
            policies.why_not_decide_list(self.actor, found),
            object_type="destructionlist",
            object_id=pk,
        )
        given = checked(DecisionSerializer, request.data)
        decision = "approve" if given["akkoord"] else "refuse"
        form = DecideForm({"decision": decision, "reason": given["reden"]})
        if not form.is_valid():
            mistakes = {"reden": [str(one) for one in form.errors.get("reason", [])]}
            raise serializers.ValidationError(mistakes)
        lists.decide(
            found=found,
            is_approved=given["akkoord"],
            reason=form.cleaned_data["reason"],
            actor=self.actor,
            at=moment(),
        )
        rows = DestructionList.objects.filter(pk=pk).prefetch_related(_lines(self.actor))
        return Response(ListSerializer(rows.get()).data)


def _lines(actor: Actor) -> "Prefetch[str, Any, str]":
    return Prefetch("lines", DestructionLine.objects.visible_to(actor), to_attr="shown")
