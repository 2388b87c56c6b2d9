"""Put a contribution in another information class, with a reason, and tell whom it concerns."""

from datetime import datetime

from django.db import OperationalError, transaction
from django.utils.translation import gettext as _

from casework import actions, policies, reclassing_policies
from casework.models import ClassChange, Contribution, InformationClass
from casework.models.disclosure import seen_by
from partners.actor import Actor
from partners.audit.recording import record
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require


@transaction.atomic
def reclassify(
    *,
    contribution: Contribution,
    to: InformationClass,
    reason: str,
    actor: Actor,
    at: datetime,
) -> None:
    """The database changes the class as the row comes in; then who may no longer read it, does not.

    Extracts follow, as the trigger of 0027_class_change says which.

    :raises Refused: when it is another's, and `to` is not kept closer.
    :raises Conflict: when someone changed it meanwhile.
    """
    require(reclassing_policies.why_not_reclassify(actor, contribution, to))
    case, holder = contribution.case, contribution.organisation_id
    before = contribution.information_class
    extracts = [(one, _readers(one, at)) for one in _extracts_of(contribution)]
    # The entry first: whoever raises a class may not see the contribution any longer.
    _record(contribution, {"to": str(to), "reason": reason}, _readers(contribution, at), actor, at)
    if holder != actor.organisation_id:
        _tell(contribution, policies.clearance_for(case, to), actor, at)
    change = ClassChange(
        contribution=contribution,
        organisation=actor.organisation,
        changed_by=actor.membership,
        from_class=before,
        to_class=to,
        reason=reason,
        changed_at=at,
    )
    try:
        # Not read back: the one who put it in may have closed it to itself.
        with transaction.atomic():
            ClassChange.objects.bulk_create([change])
    except OperationalError as error:
        raise Conflict(_("De klasse is intussen gewijzigd. Ververs de pagina.")) from error
    now = {one.pk: one.information_class for one in _extracts_of(contribution)}
    for extract, readers in extracts:
        if now.get(extract.pk) != extract.information_class:
            # Without the reason: that is told of the whole, and not to who got a part.
            _record(extract, {"to": str(to)}, readers, actor, at)


def _extracts_of(contribution: Contribution) -> list[Contribution]:
    """As far as one sees them: its holder each, and another none but what it was given."""
    direct = list(contribution.extracts.all())
    return [*direct, *(further for one in direct for further in _extracts_of(one))]


def _readers(contribution: Contribution, at: datetime) -> list[int]:
    return [one.receiver_id for one in seen_by(contribution, at)]


def _record(
    contribution: Contribution,
    change: dict[str, str],
    readers: list[int],
    actor: Actor,
    at: datetime,
) -> None:
    record(
        actions.CLASS_CHANGED,
        actor=actor,
        at=at,
        thing=contribution,
        case_reference=contribution.case.reference,
        touched=[contribution.organisation_id, *readers],
        payload={"from": contribution.information_class, **change},
    )


def _tell(contribution: Contribution, clearance: str, actor: Actor, at: datetime) -> None:
    reference = contribution.case.reference
    tell(
        News(
            kind="class_changed",
            case_reference=reference,
            organisation_id=contribution.organisation_id,
            roles=tuple(sorted(CASE_ROLES)),
            at=at,
            by=actor,
            link=f"/zaken/{reference}",
            clearance=clearance,
        )
    )
