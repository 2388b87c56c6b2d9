"""Requests for a disclosure, for tests of the walls: one waits, one was asked back."""

from datetime import timedelta

from django.utils import timezone

from casework.models import Case, DisclosureRequest
from casework.provisions import Want
from casework.services import disclosure_requests
from casework.undisclosed import undisclosed
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground
from tests.cast import Cast


def ask_around(cast: Cast, *, asking: Case, restricted: Case, foreign: Case) -> None:
    """One waits for politie, one was asked back by Oss; and one in each of two other cases."""
    ask_for(asking, cast.prosecutor, cast.police)
    ask_back(ask_for(asking, cast.police, cast.coordinator), cast.coordinator)
    ask_for(restricted, cast.coordinator, cast.police)
    ask_for(foreign, cast.prosecutor, cast.stranger)


def ask_for(case: Case, by: Actor, of: Actor) -> DisclosureRequest:
    """For a kind of information, and for the first of what `of` put in that `by` was not given."""
    with acting_as(by):
        found = Case.objects.get(pk=case.pk)
        theirs = [
            one
            for one in undisclosed(by, found)
            if one.organisation_id == of.organisation_id and one.contribution_id
        ]
        return disclosure_requests.ask(
            case=found,
            holder=of.organisation,
            want=Want(
                about="Eerdere meldingen",
                purpose="Wegen welke maatregel past",
                receiver_ground=Ground.objects.get(code="avg-6-1-e"),
                necessity="Nodig om te wegen.",
                due_at=timezone.now() + timedelta(days=10),
                thing=theirs[0] if theirs else None,
            ),
            actor=by,
            at=timezone.now(),
        )


def ask_back(request: DisclosureRequest, of: Actor) -> None:
    with acting_as(of):
        disclosure_requests.ask_back(
            request=DisclosureRequest.objects.get(pk=request.pk),
            text="Over welke periode?",
            actor=of,
            at=timezone.now(),
        )
