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
from casework.rights.records import records_of
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
FIELDS = {
    "outcome": "besluit",
    "chosen": "gegevens",
    "answer": "antwoord",
    "article": "artikel",
    "telling": "magInBrief",
}


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


class RecordSerializer(serializers.Serializer[Any]):
    """Wat de eigen organisatie bewaart, met zoveel als nodig is om personen te onderscheiden."""

    id = serializers.IntegerField(source="item.pk", read_only=True)
    zaak = serializers.CharField(source="item.case_reference", read_only=True)
    informatieklasse = serializers.CharField(source="item.information_class", read_only=True)
    aanduiding = serializers.CharField(source="label", read_only=True)
    geboortedatum = serializers.CharField(source="born_on", read_only=True)
    adres = serializers.CharField(source="address", read_only=True)
    vastgelegdOp = Moment(source="recorded_at", read_only=True)
    toegewezen = serializers.BooleanField(source="item.is_granted", read_only=True)

    class Meta:
        ref_name = "GegevenOverBetrokkene"


class RightsAnswerSerializer(serializers.Serializer[None]):
    besluit = Word(OUTCOMES)
    gegevens = serializers.ListField(
        child=serializers.IntegerField(),
        required=False,
        default=list,
        max_length=1000,
        help_text="Nodig bij deels-toegewezen: de id's van wat u toewijst.",
    )
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
        operation_id="rechtenGegevens",
        tags=["rechten"],
        responses=RecordSerializer(many=True),
    )
    def get(self, request: Request, pk: UUID) -> Response:
        """Waaruit u kiest; elke blik staat in het auditspoor."""
        found, share = self._asked(pk)
        requests.note_viewing(found=found, actor=self.actor, at=moment())
        return Response(RecordSerializer(records_of(share), many=True).data)

    @extend_schema(
        operation_id="rechtenAntwoorden",
        tags=["rechten"],
        request=RightsAnswerSerializer,
        responses=RightsRequestSerializer,
    )
    def post(self, request: Request, pk: UUID) -> Response:
        found, share = self._asked(pk)
        require(policies.why_not_answer_share(self.actor, share), object_type="rightsshare")
        given = checked(RightsAnswerSerializer, request.data)
        form = AnswerForm(
            {
                "outcome": given["besluit"],
                "answer": given["antwoord"],
                "article": given["artikel"],
                "telling": "yes" if given["magInBrief"] else "no",
                "chosen": given["gegevens"],
            },
            right=RightsRequest.Right(found.right),
            records=records_of(share),
        )
        if not form.is_valid():
            told = {
                FIELDS.get(name, name): list(map(str, form.errors[name])) for name in form.errors
            }
            raise serializers.ValidationError(told)
        requests.answer(share=share, given=form.given(), actor=self.actor, at=moment())
        return Response(RightsRequestSerializer(access.rights_request(self.actor, pk)).data)

    def _asked(self, pk: UUID) -> tuple[RightsRequest, RightsShare]:
        found = access.rights_request(self.actor, pk)
        shares = RightsShare.objects.visible_to(self.actor).filter(request=found)
        share = shares.filter(organisation=self.actor.organisation).first()
        if share is None:
            raise Hidden("rightsshare", pk)
        return found, share
