"""Pages of a list without a count: one row more is read, to know whether there is a next page."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from rest_framework import serializers
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

PAGE = 50
LARGEST = 100
LAST = 10_000
NAMES = frozenset({"pagina", "paginaGrootte"})


class Asked(serializers.Serializer[None]):
    pagina = serializers.IntegerField(default=1, min_value=1, max_value=LAST)
    paginaGrootte = serializers.IntegerField(  # noqa: N815  names of the API are camelCase
        default=PAGE, min_value=1, max_value=LARGEST
    )


class Pages(BasePagination):
    def paginate_queryset(
        self, queryset: QuerySet[Any] | Sequence[Any], request: Request, view: Any = None
    ) -> list[Any]:
        """
        :raises ValidationError: when the page asked for is no number or out of bounds.
        """
        asked = Asked(data=request.query_params)
        asked.is_valid(raise_exception=True)
        self.request = request
        self.number, size = asked.validated_data["pagina"], asked.validated_data["paginaGrootte"]
        start = (self.number - 1) * size
        found = list(queryset[start : start + size + 1])
        self.has_next = len(found) > size
        return found[:size]

    def get_paginated_response(self, data: Any) -> Response:
        return Response(
            {
                "resultaten": data,
                "volgende": self._link(self.number + 1) if self.has_next else None,
                "vorige": self._link(self.number - 1) if self.number > 1 else None,
            }
        )

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        return listing(schema, "volgende", "vorige")

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            _parameter("pagina", "Welke pagina, vanaf 1.", {"maximum": LAST, "default": 1}),
            _parameter(
                "paginaGrootte", "Hoeveel per pagina.", {"maximum": LARGEST, "default": PAGE}
            ),
        ]

    def _link(self, number: int) -> str:
        return link_to(self.request, pagina=str(number))


def link_to(request: Request, *, without: str = "", **changed: str) -> str:
    """This same address with other query parameters."""
    kept = {name: value for name, value in request.query_params.items() if name != without}
    query = urlencode({**kept, **changed})
    return request.build_absolute_uri(f"{request.path}?{query}")


def listing(schema: dict[str, Any], *links: str) -> dict[str, Any]:
    """How OpenAPI describes a page with its links."""
    link = {"type": ["string", "null"], "format": "uri"}
    return {
        "type": "object",
        "required": ["resultaten", *links],
        "properties": {"resultaten": schema, **{name: dict(link) for name in links}},
    }


def _parameter(name: str, description: str, bounds: dict[str, int]) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": {"type": "integer", "minimum": 1, **bounds},
    }
