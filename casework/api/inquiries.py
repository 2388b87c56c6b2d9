"""Hit or no hit over the API: the same question, the same answer, the same limit."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from casework import inquiry_policies
from casework.forms.inquiry import InquiryForm
from casework.models import SubjectKind
from casework.services import inquiries
from partners.acting import moment
from partners.api.fields import Word
from partners.api.serializers import OrganisationSerializer
from partners.api.views import ActorView, checked
from partners.models import Ground
from partners.refusals import require

KINDS = {
    SubjectKind.PERSON: "persoon",
    SubjectKind.PREMISES: "pand",
    SubjectKind.ENTERPRISE: "onderneming",
}
NAMES = {"kind": "soort", "words": "gegeven", "born_on": "geboortedatum", "ground": "grondslag"}
"""The fields of the form by their name in the API."""


class InquirySerializer(serializers.Serializer[None]):
    soort = Word(KINDS)
    gegeven = serializers.CharField(max_length=200)
    geboortedatum = serializers.DateField(required=False)
    grondslag = serializers.SlugField(help_text="Code van de grondslag, zoals avg-6-1-e.")
    doel = serializers.CharField(max_length=300)

    class Meta:
        ref_name = "Bekendheidsvraag"


class KnownSerializer(serializers.Serializer[Any]):
    organisatie = OrganisationSerializer(source="organisation", read_only=True)
    aanspreekpunt = serializers.CharField(source="desk.desk", default="", read_only=True)

    class Meta:
        ref_name = "BekendBij"


class AnswerSerializer(serializers.Serializer[Any]):
    bekend = serializers.BooleanField(read_only=True)
    partners = KnownSerializer(many=True, read_only=True)

    class Meta:
        ref_name = "Bekendheid"


class InquiryView(ActorView):
    """Is een persoon, pand of onderneming bekend bij partners? Alleen wie, nooit wat."""

    pagination_class = None

    @extend_schema(
        operation_id="bekendheidVragen",
        tags=["bekendheidsvragen"],
        request=InquirySerializer,
        responses=AnswerSerializer,
    )
    def post(self, request: Request) -> Response:
        require(inquiry_policies.why_not_inquire(self.actor), object_type="inquiry")
        asked = checked(InquirySerializer, request.data)
        ground = Ground.objects.filter(code=asked["grondslag"]).first()
        given = {
            "kind": asked["soort"],
            "words": asked["gegeven"],
            "born_on": asked.get("geboortedatum"),
            "ground": ground.pk if ground else None,
            "purpose": asked["doel"],
        }
        form = InquiryForm(given, actor=self.actor)
        if not form.is_valid():
            told = {
                NAMES.get(one, "doel"): [str(e) for e in errors]
                for one, errors in form.errors.items()
            }
            raise ValidationError(told)
        made = inquiries.ask(
            sought=form.sought(),
            ground=form.cleaned_data["ground"],
            purpose=asked["doel"],
            actor=self.actor,
            at=moment(),
        )
        known = inquiries.answer(made)
        return Response(AnswerSerializer({"bekend": bool(known), "partners": known}).data)
