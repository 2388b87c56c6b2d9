"""Disclose one's own information on one's own initiative, by the rules of the page."""

# ruff: noqa: N815  the names of the API are camelCase
import re
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request as ApiRequest
from rest_framework.response import Response

from casework import access
from casework.disclosing_policies import why_not_give
from casework.forms.disclosing import DiscloseForm
from casework.models import Contribution, Disclosure, Subject
from casework.services import own_initiative
from partners.acting import moment
from partners.actor import Actor
from partners.api.fields import Moment
from partners.api.serializers import OrganisationSerializer
from partners.api.views import ActorView, checked
from partners.models import Organisation
from partners.refusals import require
from workflows.api.disclosure_requests import NAMES as ASKING
from workflows.api.disclosure_requests import check, key_of_ground

NUMBER = re.compile(r"[0-9]{1,18}")
NAMES = ASKING | {"receiver": "ontvanger", "valid_until": "tot"}
"""As for what is asked for, and what only this form asks."""


class DisclosureSerializer(serializers.Serializer[Any]):
    """Whose, to whom and why; never what is in it."""

    id = serializers.UUIDField(read_only=True)
    casus = serializers.CharField(source="case.reference", read_only=True)
    verstrekker = OrganisationSerializer(source="sender", read_only=True)
    ontvanger = OrganisationSerializer(source="receiver", read_only=True)
    doel = serializers.CharField(source="purpose", read_only=True)
    grondslag = serializers.SlugField(source="sender_ground.code", read_only=True)
    grondslagOntvanger = serializers.SlugField(source="receiver_ground.code", read_only=True)
    verstrektOp = Moment(source="given_at", read_only=True)
    tot = Moment(source="valid_until", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Verstrekking"


class GivingSerializer(serializers.Serializer[None]):
    """`gegeven` is the key of a contribution or subject of one's own."""

    gegeven = serializers.CharField(max_length=40)
    ontvanger = serializers.CharField(max_length=40)
    doel = serializers.CharField(max_length=300)
    grondslag = serializers.SlugField()
    grondslagOntvanger = serializers.SlugField()
    noodzaak = serializers.CharField(max_length=600)
    proportionaliteit = serializers.CharField(required=False, max_length=600)
    subsidiariteit = serializers.CharField(required=False, max_length=600)
    voorwaarden = serializers.CharField(required=False, max_length=300, allow_blank=True)
    tot = serializers.DateField(required=False)

    class Meta:
        ref_name = "VerstrekkingNieuw"


class Disclosures(ActorView):
    """Verstrek uit eigen beweging een bijdrage of betrokkene van de eigen organisatie."""

    pagination_class = None

    @extend_schema(
        operation_id="verstrekken",
        tags=["verstrekkingen"],
        request=GivingSerializer,
        responses={201: DisclosureSerializer},
    )
    def post(self, request: ApiRequest) -> Response:
        given = checked(GivingSerializer, request.data)
        thing = _thing(given["gegeven"], self.actor)
        require(why_not_give(self.actor, thing))
        made = _give(thing, given, self.actor)
        return Response(DisclosureSerializer(made).data, status=201)


def _thing(key: str, actor: Actor) -> Contribution | Subject:
    """
    :raises NotFound: when there is none, or the actor may not see it.
    """
    if NUMBER.fullmatch(key):
        return access.subject(actor, int(key))
    try:
        return access.contribution(actor, UUID(key))
    except ValueError as wrong:
        raise NotFound from wrong


def _give(thing: Contribution | Subject, given: dict[str, Any], actor: Actor) -> Disclosure:
    receiver = Organisation.objects.filter(code=given["ontvanger"])
    data = {
        "receiver": receiver.values_list("pk", flat=True).first() or "",
        "purpose": given["doel"],
        "sender_ground": key_of_ground(given["grondslag"]),
        "receiver_ground": key_of_ground(given["grondslagOntvanger"]),
        "necessity": given["noodzaak"],
        "proportionality": given.get("proportionaliteit", ""),
        "subsidiarity": given.get("subsidiariteit", ""),
        "conditions": given.get("voorwaarden", ""),
        "valid_until": given["tot"].isoformat() if "tot" in given else "",
    }
    form = DiscloseForm(data, thing=thing, actor=actor)
    check(form, NAMES)
    return own_initiative.give(
        thing=thing,
        receiver=form.cleaned_data["receiver"],
        purpose=form.cleaned_data["purpose"],
        receiver_ground=form.cleaned_data["receiver_ground"],
        provision=form.provision(),
        actor=actor,
        at=moment(),
    )
