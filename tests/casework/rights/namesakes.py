"""Two people of one name that politie keeps, and one of Oss; and pages as one of the officers."""

from django.test import Client

from casework.models import Case, RightsItem, RightsRequest, Subject
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.rights_rows import recorded

NAME, OTHER = "J. Jansen", "J Jansen"
ANSWER = {"answer": "Uw adres is verwijderd.", "article": "AVG art. 17 lid 3", "telling": "yes"}


def case_of_namesakes(cast: Cast) -> Case:
    found = a_case(cast, at="answer")
    recorded(found, cast.police, NAME, born_on="1984-05-12", address="Hescheweg 21, Oss")
    recorded(found, cast.police, OTHER, born_on="1990-05-01")
    recorded(found, cast.coordinator, NAME, born_on="1984-05-12")
    return found


def kept(label: str = NAME) -> Subject:
    """Of politie."""
    actor = Cast().police
    with acting_as(actor):
        return Subject.objects.get(label=label, organisation=actor.organisation)


def item_of(found: RightsRequest, subject: Subject) -> RightsItem:
    with acting_as(actor_of("fg.politie")):
        return RightsItem.objects.get(share__request=found, subject_id=subject.pk)


def log_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client
