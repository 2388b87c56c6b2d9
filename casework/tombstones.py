"""What is told of what was destroyed: that it was, when and on which ground; never what it held."""

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.models import DestructionLine
from partners.actor import Actor
from partners.refusals import Destroyed

Kind = DestructionLine.Kind


def of_case(actor: Actor, reference: str) -> QuerySet[DestructionLine]:
    """In this case, as far as the actor's organisation knew of it."""
    rows = DestructionLine.objects.visible_to(actor).destroyed()
    return rows.filter(case_reference=reference).select_related("organisation")


def refuse_destroyed_case(actor: Actor, reference: str) -> None:
    """
    :raises Destroyed: when there was such a case, and the actor's organisation took part in it.
    """
    _refuse(actor, of_case(actor, reference).filter(kind=Kind.CASE))


def refuse_destroyed(actor: Actor, kind: str, key: object) -> None:
    """
    :raises Destroyed: when there was such a thing, and the actor's organisation knew of it.
    """
    rows = DestructionLine.objects.visible_to(actor).destroyed()
    itself = Q(kind=kind, object_id=str(key))
    _refuse(actor, rows.filter(itself | Q(part_keys__contains=[f"{kind}:{key}"])))


def _refuse(actor: Actor, rows: QuerySet[DestructionLine]) -> None:
    """The privacy officer has the list, and opens no cases or contributions."""
    line = rows.first() if actor.reads_cases else None
    if line is None or line.settled_at is None:
        return
    raise Destroyed(
        _("Vernietigd op %(day)s, op grond van: %(source)s.")
        % {"day": date_format(line.settled_at, "j F Y"), "source": line.source}
    )
