"""The own trail as a log of processing (Logboek Dataverwerkingen), by its read extension.

Names and form are those of that standard, so English and in camelCase; docs/api.md tells what of
it is covered.
"""

from typing import Any

from django.conf import settings
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from partners.acting import moment
from partners.api.activities import address_of, slug_in
from partners.api.views import ActorView, checked
from partners.audit import trail
from partners.audit.dataverwerkingen import (
    PSEUDONYM,
    STATUSES,
    Asked,
    line_as_processing,
    name_of_log,
    read,
)
from partners.audit.lines import Line

ACTIVITY = "dpl.core.processing_activity_id"
SUBJECT = "dpl.core.data_subject_id"
SUBJECT_TYPE = "dpl.core.data_subject_id_type"
PAGE, LARGEST = 100, 1000
# The last millisecond of 2099.
LATEST = 4_102_444_799_999


class AttributesSerializer(serializers.Serializer[Any]):
    """Their names have points in them, which an attribute of a class cannot have."""

    def get_fields(self) -> dict[str, Any]:
        return {
            ACTIVITY: serializers.URLField(read_only=True),
            SUBJECT: serializers.CharField(required=False, read_only=True),
            SUBJECT_TYPE: serializers.CharField(required=False, read_only=True),
            "schakelpunt.case": serializers.CharField(required=False, read_only=True),
            "schakelpunt.ground": serializers.CharField(required=False, read_only=True),
            "schakelpunt.organisation": serializers.CharField(read_only=True),
            "schakelpunt.result": serializers.CharField(read_only=True),
        }

    class Meta:
        ref_name = "ProcessingAttributes"


class LineSerializer(serializers.Serializer[Any]):
    traceId = serializers.UUIDField(read_only=True)  # noqa: N815  names of the standard
    spanId = serializers.RegexField(r"^[0-9a-f]{16}$", read_only=True)  # noqa: N815
    status = serializers.ChoiceField(choices=sorted({*STATUSES.values(), "Error"}), read_only=True)
    name = serializers.CharField(read_only=True)
    startTime = serializers.IntegerField(read_only=True)  # noqa: N815
    endTime = serializers.IntegerField(read_only=True)  # noqa: N815
    resource = serializers.DictField(read_only=True)
    attributes = AttributesSerializer(read_only=True)

    class Meta:
        ref_name = "ProcessingActivity"


class LogSerializer(serializers.Serializer[Any]):
    logbookId = serializers.CharField(read_only=True)  # noqa: N815
    organizationName = serializers.CharField(read_only=True)  # noqa: N815

    class Meta:
        ref_name = "LogbookMetadata"


class LinesSerializer(serializers.Serializer[Any]):
    metadata = LogSerializer(read_only=True)
    processingActivities = LineSerializer(many=True, read_only=True)  # noqa: N815
    nextCursor = serializers.UUIDField(read_only=True, allow_null=True)  # noqa: N815

    class Meta:
        ref_name = "ListProcessingActivities"


class QuerySerializer(serializers.Serializer[None]):
    """At least a trace, an activity or a subject, as the standard asks: no log as a whole."""

    traceId = serializers.UUIDField(required=False)  # noqa: N815
    startTime = serializers.IntegerField(  # noqa: N815
        required=False, min_value=0, max_value=LATEST, help_text="Milliseconden sinds 1970."
    )
    endTime = serializers.IntegerField(  # noqa: N815
        required=False, min_value=0, max_value=LATEST, help_text="Milliseconden sinds 1970."
    )
    cursor = serializers.UUIDField(
        required=False, help_text="De `nextCursor` van het vorige antwoord."
    )
    pageSize = serializers.IntegerField(  # noqa: N815
        default=PAGE, min_value=1, max_value=LARGEST
    )

    def get_fields(self) -> dict[str, Any]:
        return {
            **super().get_fields(),
            ACTIVITY: serializers.URLField(source="activity", required=False, max_length=500),
            SUBJECT: serializers.CharField(source="subject", required=False, max_length=200),
        }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        unknown = sorted(set(self.initial_data) - set(self.fields))
        if unknown:
            told = dict.fromkeys(unknown, "Dit veld bestaat niet.")
            raise serializers.ValidationError(told, code="unknown")
        if not {"traceId", "activity", "subject"} & set(attrs):
            raise serializers.ValidationError(
                f"Geef ten minste traceId, {ACTIVITY} of {SUBJECT}.", code="required"
            )
        return attrs

    class Meta:
        ref_name = "ProcessingActivityRequest"


class ProcessingView(ActorView):
    """Het eigen auditspoor als Logboek Dataverwerkingen, voor de functionaris
    gegevensbescherming; het inzien komt er zelf in.
    """

    pagination_class = None

    @extend_schema(
        operation_id="listProcessingActivitiesPost",
        tags=["processing-activities"],
        request=QuerySerializer,
        responses=OpenApiResponse(LinesSerializer),
    )
    def post(self, request: Request) -> Response:
        trail.require_reader(self.actor)
        given = checked(QuerySerializer, request.data)
        asked = Asked(
            trace=given.get("traceId"),
            activity=slug_in(given["activity"]) if "activity" in given else None,
            subject=given.get("subject"),
            since=given.get("startTime"),
            until=given.get("endTime"),
        )
        older_than, size = given.get("cursor"), given["pageSize"]
        page = read(asked, by=self.actor, at=moment(), older_than=older_than, size=size)
        organisation = self.actor.organisation
        return Response(
            {
                "metadata": {
                    "logbookId": name_of_log(self.actor),
                    "organizationName": organisation.name,
                },
                "processingActivities": [_shown(one, organisation.code) for one in page.lines],
                "nextCursor": page.older,
            }
        )


def _shown(line: Line, organisation_code: str) -> dict[str, Any]:
    shown = line_as_processing(line, organisation_code)
    activity, subject = shown.pop("activity"), shown.pop("subject")
    attributes = {
        ACTIVITY: address_of(activity),
        SUBJECT: subject,
        SUBJECT_TYPE: subject and PSEUDONYM,
        "schakelpunt.case": line.entry.case_reference,
        "schakelpunt.ground": line.entry.ground,
        "schakelpunt.organisation": line.entry.organisation.code,
        "schakelpunt.result": line.entry.result,
    }
    resource = {"service.name": "schakelpunt", "service.version": settings.VERSION}
    return {
        **shown,
        "resource": {"attributes": resource},
        "attributes": {name: value for name, value in attributes.items() if value},
    }
