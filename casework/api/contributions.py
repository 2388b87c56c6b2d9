"""A contribution with its contents; the look is on record, as on its page."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from casework import access
from casework.api.serializers import ContributionSerializer
from casework.services import contributions
from partners.acting import moment
from partners.api.views import ActorView


class ContributionDetail(ActorView):
    """Een bijdrage met inhoud: van de eigen organisatie, of aan haar verstrekt."""

    pagination_class = None

    @extend_schema(
        operation_id="bijdrageInzien", tags=["bijdragen"], responses=ContributionSerializer
    )
    def get(self, request: Request, pk: UUID) -> Response:
        found = access.contribution(self.actor, pk)
        contributions.note_reading(contribution=found, actor=self.actor, at=moment())
        return Response(ContributionSerializer(found).data)
