"""A person's own notifications, for systems that ask instead of listening at the socket."""

from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import GenericAPIView, ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from notifications import inbox
from notifications.api.serializers import AfterSerializer, NotificationSerializer
from notifications.models import Notification
from partners.actor import Actor


def _actor(request: Request) -> Actor:
    actor: Actor = request._request.actor  # type: ignore[attr-defined]  # set by the authentication
    return actor


@extend_schema(operation_id="meldingenLijst", tags=["meldingen"], parameters=[AfterSerializer])
class NotificationList(ListAPIView[Notification]):
    """De eigen meldingen, de nieuwste eerst; met `na` juist die daarna, op volgorde."""

    serializer_class = NotificationSerializer

    def get_queryset(self) -> QuerySet[Notification]:
        if getattr(self, "swagger_fake_view", False):
            return Notification.objects.none()
        asked = AfterSerializer(data=self.request.query_params)
        asked.is_valid(raise_exception=True)
        own = inbox.of(_actor(self.request).person)
        after = asked.validated_data.get("na")
        return own if after is None else own.after(after)


class NotificationReading(GenericAPIView[Notification]):
    """Een melding is gelezen; nog eens is geen fout."""

    serializer_class = NotificationSerializer

    @extend_schema(operation_id="meldingLees", tags=["meldingen"], request=None)
    def post(self, request: Request, pk: UUID) -> Response:
        person = _actor(request).person
        notification = inbox.open_one(person=person, pk=pk, at=timezone.now())
        return Response(self.get_serializer(notification).data)
