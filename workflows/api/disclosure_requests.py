"""Disclosure requests: the list, asking, one with its question, and the holder's decision."""

# ruff: noqa: N815  the names of the API are camelCase
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.forms import Form
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request as ApiRequest
from rest_framework.response import Response

from casework import access
from casework import disclosing_policies as policies
from casework.api.words import DISCLOSURE_STATUSES
from casework.forms.disclosure_request import AskForm, ContraForm, RefuseForm
from casework.forms.providing import GiveForm, PartForm, own_things
from casework.models import Contribution, DisclosureRequest, RefusalGround
from casework.services import disclosure_decisions as decisions
from casework.services import disclosure_requests as requests
from casework.undisclosed import undisclosed
from partners.acting import moment
from partners.actor import Actor
from partners.api.fields import Moment, Word
from partners.api.serializers import Filters, OrganisationSerializer
from partners.api.views import ActorView, checked
from partners.models import Ground, Organisation
from partners.refusals import require
from workflows.api.answers import mistakes_of

NAMES = {
    "holder": "houder",
    "thing": "gegeven",
    "about": "omschrijving",
    "purpose": "doel",
    "receiver_ground": "grondslagOntvanger",
    "sender_ground": "grondslag",
    "necessity": "noodzaak",
    "proportionality": "proportionaliteit",
    "subsidiarity": "subsidiariteit",
    "due_on": "uiterlijk",
    "ground": "weigeringsgrond",
    "reason": "toelichting",
    "conditions": "voorwaarden",
    "last_day": "tot",
    "names": "velden",
    "hidden": "onleesbaar",
    "documents": "documenten",
}
"""What the API calls the questions of the pages' forms."""
OUTCOMES = ("verstrekt", "deels-verstrekt", "geweigerd", "contra-indicatie")


class DisclosureRequestSerializer(serializers.Serializer[Any]):
    """Between whom and by when; what is asked is one look further, and that look is recorded."""

    id = serializers.UUIDField(read_only=True)
    casus = serializers.CharField(source="case.reference", read_only=True)
    status = Word(DISCLOSURE_STATUSES, read_only=True)
    vrager = OrganisationSerializer(source="asker", read_only=True)
    houder = OrganisationSerializer(source="holder", read_only=True)
    gevraagdOp = Moment(source="asked_at", read_only=True)
    uiterlijk = Moment(source="due_at", read_only=True)
    staatStilSinds = Moment(source="paused_at", read_only=True, allow_null=True)
    beslistOp = Moment(source="decided_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Verstrekkingsverzoek"


class DisclosureRequestDetailSerializer(DisclosureRequestSerializer):
    omschrijving = serializers.CharField(source="about", read_only=True)
    doel = serializers.CharField(source="purpose", read_only=True)
    grondslagOntvanger = serializers.CharField(source="receiver_ground.code", read_only=True)
    noodzaak = serializers.CharField(source="necessity", read_only=True)
    documenten = serializers.ListField(child=serializers.UUIDField(), required=False)
    weigeringsgrond = serializers.CharField(source="refusal_ground", read_only=True)
    toelichting = serializers.CharField(source="reason", read_only=True)
    verstrekking = serializers.UUIDField(source="disclosure_id", read_only=True, allow_null=True)

    class Meta:
        ref_name = "VerstrekkingsverzoekMetInhoud"


class DisclosureRequestFilters(Filters):
    casus = serializers.CharField(required=False, max_length=24)
    status = Word(DISCLOSURE_STATUSES, required=False)


class AskingSerializer(serializers.Serializer[None]):
    casus = serializers.CharField(max_length=24)
    houder = serializers.CharField(max_length=20)
    gegeven = serializers.CharField(required=False, allow_blank=True, max_length=40)
    omschrijving = serializers.CharField(max_length=300)
    doel = serializers.CharField(max_length=300)
    grondslagOntvanger = serializers.SlugField()
    noodzaak = serializers.CharField(max_length=600)
    uiterlijk = serializers.DateField()

    class Meta:
        ref_name = "VerstrekkingsverzoekNieuw"


class RulingSerializer(serializers.Serializer[None]):
    """`gegeven` is the key of a contribution or subject of one's own."""

    besluit = serializers.ChoiceField(choices=OUTCOMES)
    gegeven = serializers.CharField(required=False, max_length=40)
    grondslag = serializers.SlugField(required=False)
    noodzaak = serializers.CharField(required=False, max_length=600)
    proportionaliteit = serializers.CharField(required=False, max_length=600)
    subsidiariteit = serializers.CharField(required=False, max_length=600)
    voorwaarden = serializers.CharField(required=False, max_length=300, allow_blank=True)
    tot = serializers.DateField(required=False)
    velden = serializers.ListField(child=serializers.CharField(max_length=80), required=False)
    onleesbaar = serializers.ListField(child=serializers.CharField(max_length=300), required=False)
    weigeringsgrond = serializers.ChoiceField(choices=RefusalGround.values, required=False)
    toelichting = serializers.CharField(required=False, max_length=1000, allow_blank=True)

    class Meta:
        ref_name = "VerstrekkingsverzoekBesluit"


class DisclosureRequestList(ActorView):
    """De verzoeken om een verstrekking die de eigen organisatie deed of kreeg."""

    @extend_schema(
        operation_id="verstrekkingsverzoekenLijst",
        tags=["verstrekkingen"],
        parameters=[DisclosureRequestFilters],
        responses=DisclosureRequestSerializer(many=True),
    )
    def get(self, request: ApiRequest) -> Response:
        asked = self.wanted(DisclosureRequestFilters)
        rows = DisclosureRequest.objects.visible_to(self.actor)
        rows = rows.select_related("case", "asker", "holder")
        if "casus" in asked:
            rows = rows.filter(case__reference=asked["casus"])
        if "status" in asked:
            rows = rows.filter(status=asked["status"])
        return self.page(rows.order_by("-asked_at", "-id"), DisclosureRequestSerializer)

    @extend_schema(
        operation_id="verstrekkingVragen",
        tags=["verstrekkingen"],
        request=AskingSerializer,
        responses={201: DisclosureRequestDetailSerializer},
    )
    def post(self, request: ApiRequest) -> Response:
        """Vraag een partner om een verstrekking."""
        given = checked(AskingSerializer, request.data)
        case = access.case(self.actor, given["casus"])
        why_not = policies.why_not_ask_anyone(self.actor, case)
        require(why_not, object_type="case", object_id=case.reference)
        holder = Organisation.objects.filter(code=given["houder"]).first()
        data = {
            "holder": holder.pk if holder else "",
            "thing": given.get("gegeven", ""),
            "about": given["omschrijving"],
            "purpose": given["doel"],
            "receiver_ground": key_of_ground(given["grondslagOntvanger"]),
            "necessity": given["noodzaak"],
            "due_on": given["uiterlijk"].isoformat(),
        }
        form = AskForm(data, case=case, things=undisclosed(self.actor, case), actor=self.actor)
        check(form)
        made = requests.ask(
            case=case,
            holder=form.cleaned_data["holder"],
            want=form.want(),
            actor=self.actor,
            at=moment(),
        )
        return Response(DisclosureRequestDetailSerializer(made).data, status=201)


class DisclosureRequestDetail(ActorView):
    """Een verzoek om een verstrekking; het inzien komt in het auditspoor van beide."""

    pagination_class = None

    @extend_schema(
        operation_id="verstrekkingsverzoekInzien",
        tags=["verstrekkingen"],
        responses=DisclosureRequestDetailSerializer,
    )
    def get(self, request: ApiRequest, pk: UUID) -> Response:
        found = access.disclosure_request(self.actor, pk)
        requests.note_reading(request=found, actor=self.actor, at=moment())
        return Response(DisclosureRequestDetailSerializer(found).data)


class DisclosureRequestRuling(ActorView):
    """Beslis als houder over een verzoek om een verstrekking."""

    pagination_class = None

    @extend_schema(
        operation_id="verstrekkingsverzoekBeslissen",
        tags=["verstrekkingen"],
        request=RulingSerializer,
        responses=DisclosureRequestDetailSerializer,
    )
    def post(self, request: ApiRequest, pk: UUID) -> Response:
        found = access.disclosure_request(self.actor, pk)
        if found.holder_id == self.actor.organisation_id:
            found = requests.undecided(found)
        why_not = policies.why_not_decide_request(self.actor, found)
        require(why_not, object_type="disclosurerequest", object_id=pk)
        given = checked(RulingSerializer, request.data)
        _rule(found, given, self.actor)
        return Response(
            DisclosureRequestDetailSerializer(access.disclosure_request(self.actor, pk)).data
        )


def _rule(found: DisclosureRequest, given: dict[str, Any], actor: Actor) -> None:
    """By the form that the page has for this outcome."""
    act: dict[str, Any] = {"request": found, "actor": actor, "at": moment()}
    if given["besluit"] == "geweigerd":
        refusing = RefuseForm(
            {"ground": given.get("weigeringsgrond"), "reason": given.get("toelichting", "")}
        )
        check(refusing)
        ground = RefusalGround(refusing.cleaned_data["ground"])
        decisions.refuse(ground=ground, reason=refusing.cleaned_data["reason"], **act)
    elif given["besluit"] == "contra-indicatie":
        finding = ContraForm({"reason": given.get("toelichting", "")})
        check(finding)
        decisions.find_contraindication(reason=finding.cleaned_data["reason"], **act)
    else:
        _give(found, given, actor, act)


def _give(
    found: DisclosureRequest, given: dict[str, Any], actor: Actor, act: dict[str, Any]
) -> None:
    things = own_things(found, actor)
    data = {
        "thing": given.get("gegeven", str(things[0].pk) if len(things) == 1 else ""),
        "sender_ground": key_of_ground(given.get("grondslag", "")),
        "necessity": given.get("noodzaak", ""),
        "proportionality": given.get("proportionaliteit", ""),
        "subsidiarity": given.get("subsidiariteit", ""),
        "conditions": given.get("voorwaarden", ""),
        "last_day": given["tot"].isoformat() if "tot" in given else "",
        "names": given.get("velden", []),
        "hidden": "\n".join(given.get("onleesbaar", [])),
        "documents": [str(one) for one in given.get("documenten", [])],
    }
    whole = GiveForm(data, request=found, things=things, actor=actor)
    check(whole)
    if given["besluit"] == "verstrekt":
        decisions.give(thing=whole.chosen(), provision=whole.provision(), **act)
        return
    thing = whole.chosen()
    if not isinstance(thing, Contribution):
        raise ValidationError({"gegeven": ["Alleen van een bijdrage kan een deel."]})
    part = PartForm(data, request=found, contribution=thing, actor=actor)
    check(part)
    decisions.give_part(contribution=thing, part=part.part(), provision=part.provision(), **act)


def key_of_ground(code: str) -> Any:
    return Ground.objects.filter(code=code).values_list("pk", flat=True).first() or ""


def check(form: Form, names: Mapping[str, str] = NAMES) -> None:
    """
    :raises ValidationError: with every mistake at once, as the API names its fields.
    """
    if not form.is_valid():
        raise ValidationError(mistakes_of(form, names))
