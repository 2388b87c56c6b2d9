"""What views of the API have in common, and the answer where there is no address."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.exceptions import NotFound
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer, Serializer

from partners.actor import Actor
from partners.api.parsers import ObjectParser


class ActorView(GenericAPIView[Any]):
    """Runs for an actor, in the transaction that the edge opened."""

    parser_classes = (ObjectParser,)
    http_method_names = ("get", "head", "post")

    @property
    def actor(self) -> Actor:
        actor: Actor = self.request._request.actor  # type: ignore[attr-defined]  # HasActor saw it
        return actor

    def wanted(self, filters: type[Serializer[None]]) -> dict[str, Any]:
        """The filters of the query that were given.

        :raises ValidationError: with every mistake in them.
        """
        return checked(filters, self.request.query_params)

    def page(self, rows: QuerySet[Any], serializer: type[BaseSerializer[Any]]) -> Response:
        return self.get_paginated_response(serializer(self.paginate_queryset(rows), many=True).data)


class Nowhere(ActorView):
    """Below /api/, what is not there is told in the same form as what is not yours."""

    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """
        :raises NotFound: always, to who has a key.
        """
        super().initial(request, *args, **kwargs)
        raise NotFound


def checked(serializer: type[Serializer[None]], data: Any) -> dict[str, Any]:
    """
    :raises ValidationError: with every mistake at once.
    """
    asked = serializer(data=data)
    asked.is_valid(raise_exception=True)
    found: dict[str, Any] = asked.validated_data
    return found
