"""Keep a Wpg-20 decision or a covenant, and end it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from casework import arrangement_policies as policies
from casework import disclosing_actions as actions
from casework.models import Arrangement
from partners.actor import Actor
from partners.audit.recording import record
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.refusals import Conflict, require


@dataclass(frozen=True)
class Terms:
    """What was decided or agreed, as it stands on paper."""

    kind: str
    partnership: str
    interest: str
    decided_by_name: str
    reference: str
    document: str
    purpose: str
    themes: tuple[str, ...]
    classes: tuple[str, ...]
    receiver_ids: tuple[int, ...]
    ground_codes: tuple[str, ...]
    conditions: str
    valid_from: date
    valid_until: date | None


@transaction.atomic
def keep(*, terms: Terms, actor: Actor, at: datetime) -> Arrangement:
    """
    :raises Refused: when the actor keeps none for its organisation.
    :raises Conflict: when it is kept already.
    """
    require(policies.why_not_keep_arrangements(actor))
    given = {
        **vars(terms),
        "themes": sorted(terms.themes),
        "classes": sorted(terms.classes),
        "receiver_ids": sorted(terms.receiver_ids),
        "ground_codes": sorted(terms.ground_codes),
    }
    try:
        with transaction.atomic():
            arrangement = Arrangement.objects.create(
                **given,
                organisation=actor.organisation,
                added_by=actor.membership,
                added_at=at,
            )
    except IntegrityError as error:
        raise Conflict(_("Een afspraak met dit kenmerk is er al.")) from error
    _record(actions.ARRANGEMENT_KEPT, arrangement, actor, at)
    return arrangement


@transaction.atomic
def end(
    *,
    arrangement: Arrangement,
    first_day_without: date,
    reason: str,
    successor: Arrangement | None,
    actor: Actor,
    at: datetime,
) -> Arrangement:
    """No disclosure leans on it from that day; the database ends those that do on the same day.

    :raises Refused: when it is another's, or the actor keeps none.
    :raises Conflict: when a colleague was first.
    """
    require(policies.why_not_end_arrangement(actor, arrangement))
    arrangement = Arrangement.objects.select_for_update().get(pk=arrangement.pk)
    if arrangement.ended_by_id is not None:
        raise Conflict(_("Dit is al beëindigd. Ververs de pagina."))
    told = leaning(arrangement)
    arrangement.valid_until = max(first_day_without, arrangement.valid_from + timedelta(days=1))
    arrangement.ended_by = actor.membership
    arrangement.end_reason = reason
    arrangement.successor = successor
    arrangement.save(update_fields=["valid_until", "ended_by", "end_reason", "successor"])
    _record(actions.ARRANGEMENT_ENDED, arrangement, actor, at)
    for reference, receiver in told:
        for organisation in (arrangement.organisation_id, receiver):
            _tell(arrangement, reference, organisation, actor, at)
    return arrangement


def leaning(arrangement: Arrangement) -> list[tuple[str, int]]:
    """Case and receiver of what leans on it now: for its own organisation, and nobody else."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM casework_leaning(%s)", [arrangement.pk])
        return [(str(reference), int(receiver)) for reference, receiver in cursor.fetchall()]


def _record(action: str, arrangement: Arrangement, actor: Actor, at: datetime) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=arrangement,
        touched=arrangement.receiver_ids,
        ground=arrangement.reference,
    )


def _tell(
    arrangement: Arrangement, reference: str, organisation: int, actor: Actor, at: datetime
) -> None:
    tell(
        News(
            kind="arrangement_ended",
            case_reference=reference,
            organisation_id=organisation,
            roles=tuple(sorted(CASE_ROLES)),
            at=at,
            by=actor,
            link=f"/regelingen/{arrangement.pk}",
        )
    )
