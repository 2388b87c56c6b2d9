"""What the actor's organisation has in a case already, and that a later step gives along."""

from django.db.models import QuerySet

from casework.models import Case, Contribution, Subject
from partners.actor import Actor

EVENT_FILE = ("application", "scan")
"""What the services get of the event, beside the answers that come later."""


def own_subjects(case: Case, actor: Actor) -> QuerySet[Subject]:
    """Not what others disclosed: one gives of one's own alone."""
    rows = Subject.objects.visible_to(actor)
    return rows.filter(case=case, organisation=actor.organisation)


def event_file(case: Case, actor: Actor) -> QuerySet[Contribution]:
    return _own(case, actor).filter(kind__in=EVENT_FILE)


def last_person(case: Case, actor: Actor) -> Subject | None:
    return own_subjects(case, actor).order_by("-pk").first()


def last_start_plan(case: Case, actor: Actor) -> Contribution | None:
    return _own(case, actor).filter(kind="start-plan").order_by("-created_at").first()


def _own(case: Case, actor: Actor) -> QuerySet[Contribution]:
    rows = Contribution.objects.filter(case=case, organisation=actor.organisation)
    return rows.select_related("case")
