"""What is given, asked for, blocked, weighed and corrected: a contribution or a subject."""

from typing import TypedDict

from casework.models import Contribution, Subject

Thing = Contribution | Subject


class OfThing(TypedDict):
    """The columns of a row that is of one thing."""

    contribution: Contribution | None
    subject: Subject | None


def of_thing(thing: Thing | None) -> OfThing:
    if isinstance(thing, Contribution):
        return {"contribution": thing, "subject": None}
    return {"contribution": None, "subject": thing}
