"""What is given, asked for, blocked, weighed and corrected: a contribution or a subject."""

from typing import TypedDict

from django.db import connection

from casework.models import Contribution, Subject
from partners.refusals import Hidden

Thing = Contribution | Subject


class OfThing(TypedDict):
    """The columns of a row that is of one thing."""

    contribution: Contribution | None
    subject: Subject | None


def of_thing(thing: Thing | None) -> OfThing:
    if isinstance(thing, Contribution):
        return {"contribution": thing, "subject": None}
    return {"contribution": None, "subject": thing}


def reference_of_own(thing: Thing) -> str:
    """Of its case; also where the own organisation left that, and does not see it any more.

    :raises Hidden: when it is another's.
    """
    is_contribution = isinstance(thing, Contribution)
    keys = (thing.pk, None) if is_contribution else (None, thing.pk)
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_reference_of_own(%s, %s)", keys)
        row = cursor.fetchone()
    if row is None or row[0] is None:
        raise Hidden(thing._meta.model_name or "", thing.pk)
    return str(row[0])
