"""The years of the test region, who works there, and how a test asks for figures."""

from dataclasses import dataclass

from django.utils import timezone

from casework.throughput.figures import Throughput
from casework.throughput.looking import look
from casework.throughput.queries import Wanted
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Region
from tests.casework.throughput.proefregio import REGION

THIS = timezone.now().year
LAST, BEFORE, FULL = str(THIS - 1), str(THIS - 2), str(THIS - 3)
"""The year counted by hand, the one with a single small gemeente, and the one with many cases."""


@dataclass(frozen=True)
class Members:
    """Ids of memberships."""

    secretary: int
    coordinator: int
    privacy_officer: int
    police: int


def figures(by: Actor, period: str, gemeente: str = "", region: str = REGION) -> Throughput:
    with acting_as(by):
        wanted = Wanted(Region.objects.get(code=region), period, "", gemeente)
        return look(wanted, by=by, at=timezone.now())
