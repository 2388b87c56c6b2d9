"""That a record for named people is to be rectified, a colleague who is not named does not hear."""

import pytest

from casework.models import InformationClass, RightsRequest, RightsShare
from config.database_roles import Connection
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from tests.casework.rights.namesakes import NAME, case_of_namesakes
from tests.cast import Cast
from tests.isolation.rights_rows import answered, recorded, registered
from tests.isolation.test_shut_notifications import clearances

pytestmark = pytest.mark.django_db


def count_heard(actor: Actor) -> int:
    with acting_as(actor):
        return Notification.objects.filter(person=actor.person, kind="rights_granted").count()


@pytest.mark.parametrize("right", ["rectification", "restriction", "erasure", "objection"])
def test_only_the_named_hear_what_was_granted_of_it(
    right: str, cast: Cast, owner: Connection
) -> None:
    """Of the two other records of that name both colleagues hear."""
    with clearances(owner, cast.police, *cast.police.clearances, "hennep"):
        named = actor_of("liaison1.politie")
        recorded(case_of_namesakes(cast), named, "J.Jansen", InformationClass.X)
        found = registered(actor_of("fg.oss"), NAME, RightsRequest.Right(right))
        answered(found, actor_of("fg.politie"), RightsShare.Outcome.GRANTED)
        assert (count_heard(named), count_heard(cast.second_police)) == (3, 2)
