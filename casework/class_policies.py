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
    line = (
        actor.line
        if is_own or not is_elsewhere(actor.organisation, thing.case)
        else matrix.ELSEWHERE
    )
    if matrix.opened(line, is_own=is_own).has(thing.information_class, thing.theme):
        return None
    return _("In uw rol leest u deze informatieklasse niet.")


def is_elsewhere(organisation: Organisation, case: Case) -> bool:
    """Whether it is a gemeente, in a case that another gemeente leads."""
    kinds = (organisation.kind, case.lead.kind)
    return kinds == (Kind.GEMEENTE, Kind.GEMEENTE) and case.lead_id != organisation.pk


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
    return why_not_get_class(thing.information_class, thing.case, receiver)


def why_not_get_class(
    information_class: InformationClass | str, case: Case, receiver: Organisation
) -> str | None:
    """Whether there is anyone at such a partner who may read it, in this case."""
    if not is_elsewhere(receiver, case):
        return why_not_kind_gets_class(information_class, case, receiver.kind, receiver.name)
    if matrix.receiving(receiver.kind, information_class, case.theme, is_elsewhere=True):
        return None
    return _(
        "%(partner)s krijgt in een zaak van een andere gemeente informatieklasse %(class)s nooit."
    ) % {"partner": receiver.name, "class": information_class}


def why_not_kind_gets_class(
    information_class: InformationClass | str, case: Case, kind: str, name: str
) -> str | None:
    """For who may not know which partner of that kind takes part, if any: it tells neither."""
    if matrix.receiving(kind, information_class, case.theme):
        return None
    return _("Een partner als %(partner)s krijgt informatieklasse %(class)s nooit.") % {
        "partner": name,
        "class": information_class,
    }
