"""What recurs in the answers of every resource, and the filters of a list."""

from typing import Any

from rest_framework import serializers

from partners.api.pagination import NAMES


class OrganisationSerializer(serializers.Serializer[Any]):
    code = serializers.CharField(read_only=True)
    naam = serializers.CharField(source="name", read_only=True)

    class Meta:
        ref_name = "Organisatie"


class Filters(serializers.Serializer[None]):
    """The query of a list; a name it does not know is a mistake, not a list without a filter."""

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        unknown = sorted(set(self.initial_data) - set(self.fields) - NAMES)
        if unknown:
            raise serializers.ValidationError(
                dict.fromkeys(unknown, "Deze parameter bestaat niet."), code="unknown"
            )
        return attrs
