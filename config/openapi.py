"""The description of the API in OpenAPI, and the address at which anyone may read it."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.renderers import OpenApiJsonRenderer
from rest_framework.request import Request
from rest_framework.views import APIView

from partners.api.edge import UNAVAILABLE
from partners.api.problems import MEDIA_TYPE, RETRY_AFTER, TITLES

ALWAYS = (401, 403, 406, 429, 500, UNAVAILABLE)
FOR_A_BODY = (400, 409, 413, 415)
SCHEMA = {
    "type": "object",
    "description": "Problem details als in RFC 9457.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "format": "uri"},
        "fouten": {
            "type": "array",
            "description": "Alle fouten in de aanvraag tegelijk.",
            "items": {
                "type": "object",
                "required": ["naam", "code", "reden"],
                "properties": {
                    "naam": {"type": "string", "description": "Leeg: over het geheel."},
                    "code": {"type": "string"},
                    "reden": {"type": "string"},
                },
            },
        },
    },
}
VERSION_HEADER = {
    "description": "De volledige versie van de API.",
    "schema": {"type": "string"},
}
RETRY_HEADER = {
    "description": "Na hoeveel seconden het opnieuw kan.",
    "schema": {"type": "string", "example": RETRY_AFTER},
}

Operation = dict[str, Any]


class Schema(AutoSchema):
    def get_description(self) -> str:  # type: ignore[override]  # as in drf-spectacular
        """What the view says of itself; base classes speak to programmers."""
        return (type(self.view).__dict__.get("__doc__") or "").strip()


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # untyped
    target_class = "partners.api.authentication.TokenAuthentication"
    name = "sleutel"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}


class OpenApi(APIView):
    """Open to all, from every origin (API Design Rules, /core/publish-openapi)."""

    schema = None
    authentication_classes = ()
    permission_classes = ()
    http_method_names = ("get", "head")

    def get(self, request: Request) -> HttpResponse:
        return HttpResponse(
            document(),
            content_type="application/json",
            headers={"Access-Control-Allow-Origin": "*"},
        )


@cache
def document() -> bytes:
    """Made once in a process: it takes a while, and does not change."""
    with translation.override(settings.LANGUAGE_CODE):
        found = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
        rendered: bytes = OpenApiJsonRenderer().render(found)
    return rendered


def describe_problems(result: dict[str, Any], **context: Any) -> dict[str, Any]:
    """Give every answer its version, and every operation the mistakes that it can answer with."""
    result.setdefault("components", {}).setdefault("schemas", {})["Probleem"] = SCHEMA
    for path, operations in result["paths"].items():
        for method, operation in operations.items():
            for answer in operation["responses"].values():
                answer.setdefault("headers", {})["API-Version"] = VERSION_HEADER
            for status in _mistakes(path, method, operation):
                operation["responses"][str(status)] = _problem(status)
    return result


def _mistakes(path: str, method: str, operation: Operation) -> list[int]:
    statuses = set(ALWAYS)
    if operation.get("parameters"):
        statuses.add(400)
    if "{" in path:
        statuses.add(404)
    if method == "post":
        statuses.update(FOR_A_BODY)
    return sorted(statuses)


def _problem(status: int) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Probleem"}}}
    headers = {"API-Version": VERSION_HEADER}
    if status == UNAVAILABLE:
        headers["Retry-After"] = RETRY_HEADER
    return {
        "description": TITLES[status],
        "headers": headers,
        "content": content,
    }
