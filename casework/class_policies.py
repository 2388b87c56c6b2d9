"""Why not, by information class: what the role matrix says, whatever was disclosed.

An emergency takes the place of a disclosure alone: the `emergency_wall` asks the matrix as well.
"""

from django.utils.translation import gettext as _

from casework.models import Case, Contribution, InformationClass, Subject
from partners import matrix
from partners.actor import Actor
from partners.models import Kind, Organisation


def why_not_by_class(actor: Actor, thing: Contribution | Subject) -> str | None:
    """Twin of models.by_class: what the role may read of its own, or of what others disclosed."""
    is_own = thing.organisation_id == actor.organisation_id
    line = actor.line if is_own or not is_elsewhere(actor, thing.case) else matrix.ELSEWHERE
    if matrix.opened(line, is_own=is_own).has(thing.information_class, thing.theme):
        return None
    return _("In uw rol leest u deze informatieklasse niet.")


def is_elsewhere(actor: Actor, case: Case) -> bool:
    """Whether the actor works for a gemeente, in a case that another gemeente leads."""
    kinds = (actor.organisation.kind, case.lead.kind)
    return kinds == (Kind.GEMEENTE, Kind.GEMEENTE) and case.lead_id != actor.organisation_id


def why_not_write_class(
    actor: Actor, case: Case, information_class: InformationClass | str
) -> str | None:
    """Who may not read a class of the own organisation does not write it either."""
    if matrix.opened(actor.line, is_own=True).has(information_class, case.theme):
        return None
    return _("In uw rol legt u niets vast in informatieklasse %(class)s.") % {
        "class": information_class
    }


def why_not_receive_class(thing: Contribution | Subject, receiver: Organisation) -> str | None:
    """Whether there is anyone at such a partner who may read it."""
    if matrix.receiving(receiver.kind, thing.information_class, thing.theme):
        return None
    return _("Een partner als %(partner)s krijgt informatieklasse %(class)s nooit.") % {
        "partner": receiver.name,
        "class": thing.information_class,
    }
