"""Fields as the API writes them: moments in UTC, and codes in Dutch words."""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from rest_framework import serializers

from partners.models import Role

ROLES = {
    Role.COORDINATOR: "iv-coordinator",
    Role.LIAISON: "liaison",
    Role.DECISION_MAKER: "besluitnemer",
    Role.SECRETARY: "secretaris",
    Role.PRIVACY_OFFICER: "functionaris-gegevensbescherming",
    Role.ADMINISTRATOR: "beheerder",
}


class Moment(serializers.DateTimeField):
    """Any offset comes in; UTC goes out (API Design Rules, /core/date-time)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(default_timezone=UTC, **kwargs)


class Word(serializers.ChoiceField):
    """A code of ours by its Dutch word, in and out."""

    def __init__(self, words: Mapping[Any, str], **kwargs: Any) -> None:
        self.words = {str(code): word for code, word in words.items()}
        self.codes = {word: code for code, word in self.words.items()}
        super().__init__(choices=list(self.codes), **kwargs)

    def to_internal_value(self, data: Any) -> str:
        return self.codes[str(super().to_internal_value(data))]

    def to_representation(self, value: Any) -> str:
        return self.words.get(str(value), str(value))
