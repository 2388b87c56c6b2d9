"""A case reference in an address: anything else leads nowhere, and into no trail."""

from django.urls import register_converter


class CaseReference:
    regex = r"[0-9]{4}-VR[0-9]{2}-[0-9]{6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(CaseReference, "case")
