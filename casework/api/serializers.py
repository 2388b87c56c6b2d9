"""The shape of cases and requests, and what their lists can be narrowed by."""

# ruff: noqa: N815  the names of the API are camelCase
from typing import Any

from rest_framework import serializers

from casework.api.words import (
    EXTENSION_STATUSES,
    KINDS,
    PARTS,
    PRIORITIES,
    REQUEST_STATUSES,
    STAGES,
)
from partners.api.fields import Moment, Word
from partners.api.serializers import Filters, OrganisationSerializer


class CaseSerializer(serializers.Serializer[Any]):
    referentie = serializers.CharField(source="reference", read_only=True)
    thema = serializers.CharField(source="theme", read_only=True)
    titel = serializers.CharField(source="title", read_only=True)
    fase = Word(STAGES, source="stage", read_only=True)
    prioriteit = Word(PRIORITIES, source="priority", read_only=True)
    regiehouder = OrganisationSerializer(source="lead", read_only=True)
    regio = serializers.CharField(source="region.code", read_only=True)
    woonkern = serializers.CharField(read_only=True)
    geopendOp = Moment(source="opened_at", read_only=True)
    geslotenOp = Moment(source="closed_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Casus"


class ParticipationSerializer(serializers.Serializer[Any]):
    organisatie = OrganisationSerializer(source="organisation", read_only=True)
    rol = Word(PARTS, source="part", read_only=True)
    sinds = Moment(source="since", read_only=True)

    class Meta:
        ref_name = "Deelname"


class CaseDetailSerializer(CaseSerializer):
    deelnemers = ParticipationSerializer(many=True, read_only=True)

    class Meta:
        ref_name = "CasusMetDeelnemers"


class CaseFilters(Filters):
    fase = Word(STAGES, required=False)
    thema = serializers.SlugField(required=False, max_length=50)
    status = serializers.ChoiceField(required=False, choices=["lopend", "afgesloten"])


class ExtensionSerializer(serializers.Serializer[Any]):
    tot = Moment(source="until", read_only=True)
    reden = serializers.CharField(source="reason", read_only=True)
    status = Word(EXTENSION_STATUSES, read_only=True)
    gevraagdOp = Moment(source="asked_at", read_only=True)
    beslistOp = Moment(source="settled_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "MeerTijd"


class AnswerSerializer(serializers.Serializer[Any]):
    naam = serializers.CharField(source="name", read_only=True)
    vraag = serializers.CharField(source="question", read_only=True)
    antwoord = serializers.CharField(source="answer", read_only=True)

    class Meta:
        ref_name = "VraagEnAntwoord"


class ContributionSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(read_only=True)
    organisatie = OrganisationSerializer(source="organisation", read_only=True)
    soort = serializers.CharField(source="kind", read_only=True)
    titel = serializers.CharField(source="title", read_only=True)
    informatieklasse = serializers.CharField(source="information_class", read_only=True)
    gemaaktOp = Moment(source="created_at", read_only=True)
    gecorrigeerdOp = Moment(source="corrected_at", read_only=True, allow_null=True)
    inhoud = AnswerSerializer(source="content", many=True, read_only=True)

    class Meta:
        ref_name = "Bijdrage"


class RequestSerializer(serializers.Serializer[Any]):
    """Who asks whom by when; the question itself is one look further, and that look is recorded."""

    id = serializers.UUIDField(read_only=True)
    casus = serializers.CharField(source="case.reference", read_only=True)
    soort = Word(KINDS, source="kind", read_only=True)
    status = Word(REQUEST_STATUSES, read_only=True)
    vrager = OrganisationSerializer(source="asker", read_only=True)
    gevraagde = OrganisationSerializer(source="asked", read_only=True)
    gevraagdOp = Moment(source="asked_at", read_only=True)
    uiterlijk = Moment(source="due_at", read_only=True)
    eersteTermijn = Moment(source="first_due_at", read_only=True)
    afgehandeldOp = Moment(source="settled_at", read_only=True, allow_null=True)

    class Meta:
        ref_name = "Verzoek"


class RequestContentsSerializer(RequestSerializer):
    vraag = serializers.CharField(source="question", read_only=True)
    weigeringsgrond = serializers.CharField(source="decline_ground", read_only=True)
    toelichtingWeigering = serializers.CharField(source="decline_reason", read_only=True)
    meerTijd = ExtensionSerializer(source="extensions.all", many=True, read_only=True)


class RequestDetailSerializer(RequestContentsSerializer):
    antwoord = ContributionSerializer(read_only=True, allow_null=True)

    class Meta:
        ref_name = "VerzoekMetInhoud"


class RequestFilters(Filters):
    casus = serializers.CharField(required=False, max_length=24)
    status = Word(REQUEST_STATUSES, required=False)
