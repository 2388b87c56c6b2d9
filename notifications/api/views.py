"""One's own notifications, for systems that ask instead of listening at the socket."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from notifications import inbox
from notifications.api.serializers import NotificationFilters, NotificationSerializer
from partners.acting import moment
from partners.api.views import ActorView


class NotificationList(ActorView):
    """De eigen meldingen van de organisatie van de sleutel; met `na` juist die daarna."""

    @extend_schema(
        operation_id="meldingenLijst",
        tags=["meldingen"],
        parameters=[NotificationFilters],
        responses=NotificationSerializer(many=True),
    )
    def get(self, request: Request) -> Response:
        after = self.wanted(NotificationFilters).get("na")
        own = inbox.of_capacity(self.actor)
        return self.page(own if after is None else own.after(after), NotificationSerializer)


class NotificationReading(ActorView):
    """Een melding is gelezen; nog eens melden verandert niets."""

    pagination_class = None

    @extend_schema(
        operation_id="meldingLezen",
        tags=["meldingen"],
        request=None,
        responses=NotificationSerializer,
    )
    def post(self, request: Request, pk: UUID) -> Response:
        found = inbox.open_one(among=inbox.of_capacity(self.actor), pk=pk, at=moment())
        return Response(NotificationSerializer(found).data)
