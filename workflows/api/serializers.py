"""The shape of tasks, what their list can be narrowed by, and the bodies of acts on requests."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any

from rest_framework import serializers

from partners.api.fields import ROLES, Moment, Word
from partners.api.serializers import Filters, OrganisationSerializer
from workflows.api.words import STATUSES


class StepSerializer(serializers.Serializer[Any]):
    id = serializers.IntegerField(source="pk", read_only=True)
    casus = serializers.CharField(source="case.reference", read_only=True)
    stap = serializers.CharField(source="flow_task.name", read_only=True)
    titel = serializers.CharField(source="flow_task.task_title", read_only=True)
    organisatie = OrganisationSerializer(source="holder", read_only=True)
    rol = Word(ROLES, source="role", read_only=True)
    status = Word(STATUSES, read_only=True)
    verzoek = serializers.UUIDField(source="request_id", read_only=True, allow_null=True)
    ontstaanOp = Moment(source="created", read_only=True)
    uiterlijk = Moment(source="due_at", read_only=True, allow_null=True)
    afgerondOp = Moment(source="finished", read_only=True, allow_null=True)
    uitkomst = serializers.CharField(source="outcome", read_only=True)

    class Meta:
        ref_name = "Taak"


class ChoiceSerializer(serializers.Serializer[Any]):
    waarde = serializers.CharField(read_only=True)
    naam = serializers.CharField(read_only=True)

    class Meta:
        ref_name = "Keuze"


class QuestionSerializer(serializers.Serializer[Any]):
    naam = serializers.CharField(read_only=True, help_text="De sleutel in de body.")
    vraag = serializers.CharField(read_only=True)
    soort = serializers.ChoiceField(
        choices=["tekst", "keuze", "meerkeuze", "datum", "tijdstip", "geheelGetal", "bedrag"],
        read_only=True,
    )
    verplicht = serializers.BooleanField(read_only=True)
    hulp = serializers.CharField(read_only=True)
    maxLengte = serializers.IntegerField(read_only=True, allow_null=True)
    keuzes = ChoiceSerializer(many=True, read_only=True)
    voorstel = serializers.ListField(child=serializers.CharField(), read_only=True)

    class Meta:
        ref_name = "Veld"


class StepDetailSerializer(StepSerializer):
    waaromNiet = serializers.CharField(
        read_only=True, allow_null=True, help_text="Leeg als u de taak mag doen."
    )
    velden = QuestionSerializer(many=True, read_only=True)

    class Meta:
        ref_name = "TaakMetVelden"


class StepFilters(Filters):
    casus = serializers.CharField(required=False, max_length=24)
    status = Word(STATUSES, required=False, help_text="Standaard: open.")


class MoreTimeSerializer(serializers.Serializer[Any]):
    tot = serializers.DateField(help_text="De laatste dag die u vraagt.")
    reden = serializers.CharField(max_length=1000)

    class Meta:
        ref_name = "VraagOmMeerTijd"


class MoreTimeRulingSerializer(serializers.Serializer[Any]):
    toestaan = serializers.BooleanField()

    class Meta:
        ref_name = "BeslissingMeerTijd"
