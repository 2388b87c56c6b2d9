"""Requests of persons concerned: the list, and the answer of the own organisation."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from casework import access
from casework.models import RightsRequest, RightsShare
from casework.rights import policies, requests
from casework.rights.forms import AnswerForm
from partners.acting import moment
from partners.api.fields import Moment, Word
from partners.api.serializers import OrganisationSerializer
from partners.api.views import ActorView, checked
from partners.refusals import Hidden, require

RIGHTS = {
    RightsRequest.Right.ACCESS: "inzage",
    RightsRequest.Right.RECTIFICATION: "rectificatie",
    RightsRequest.Right.ERASURE: "wissing",
    RightsRequest.Right.RESTRICTION: "beperking",
    RightsRequest.Right.OBJECTION: "bezwaar",
}
OUTCOMES = {
    RightsShare.Outcome.GRANTED: "toegewezen",
    RightsShare.Outcome.PART: "deels-toegewezen",
    RightsShare.Outcome.REFUSED: "geweigerd",
}
FIELDS = {"outcome": "besluit", "answer": "antwoord", "article": "artikel"}


class RightsRequestSerializer(serializers.Serializer[Any]):
    """Without the name of the person: that is on the page, where each look is on record."""

    id = serializers.UUIDField(read_only=True)
    recht = Word(RIGHTS, source="right", read_only=True)
    gekregenDoor = OrganisationSerializer(source="organisation", read_only=True)
    ontvangenOp = serializers.DateField(source="received_on", read_only=True)
    uiterlijk = serializers.DateField(source="due_on", read_only=True)
    beantwoordOp = Moment(source="answered_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "VerzoekVanBetrokkene"


class RightsAnswerSerializer(serializers.Serializer[None]):
    besluit = Word(OUTCOMES)
    antwoord = serializers.CharField(max_length=6000)
    artikel = serializers.CharField(max_length=200, required=False, default="", allow_blank=True)
    magInBrief = serializers.BooleanField(required=False, default=True)

    class Meta:
        ref_name = "AntwoordOpVerzoekVanBetrokkene"


class RightsRequests(ActorView):
    """Verzoeken van betrokkenen die de eigen organisatie kreeg of waarin zij antwoordt."""

    @extend_schema(
        operation_id="rechtenLijst",
        tags=["rechten"],
        responses=RightsRequestSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        require(policies.why_not_handle(self.actor), object_type="rightsrequest")
        rows = RightsRequest.objects.visible_to(self.actor).select_related("organisation")
        return self.page(rows.order_by("due_on", "id"), RightsRequestSerializer)


class RightsAnswering(ActorView):
    """Antwoord voor de gegevens van de eigen organisatie."""

    pagination_class = None

    @extend_schema(
        operation_id="rechtenAntwoorden",
        tags=["rechten"],
        request=RightsAnswerSerializer,
        responses=RightsRequestSerializer,
    )
    def post(self, request: Request, pk: UUID) -> Response:
        found = access.rights_request(self.actor, pk)
        shares = RightsShare.objects.visible_to(self.actor).filter(request=found)
        share = shares.filter(organisation=self.actor.organisation).first()
        if share is None:
            raise Hidden("rightsshare", pk)
        require(policies.why_not_answer_share(self.actor, share), object_type="rightsshare")
        given = checked(RightsAnswerSerializer, request.data)
        form = AnswerForm(
            {
                "outcome": given["besluit"],
                "answer": given["antwoord"],
                "article": given["artikel"],
                "telling": "yes" if given["magInBrief"] else "no",
            }
        )
        if not form.is_valid():
            told = {
                FIELDS.get(name, name): list(map(str, form.errors[name])) for name in form.errors
            }
            raise serializers.ValidationError(told)
        requests.answer(share=share, given=form.given(), actor=self.actor, at=moment())
        return Response(RightsRequestSerializer(access.rights_request(self.actor, pk)).data)
