"""Name people for a theme until a day, renew it, end it: on record, and the FG hears of it."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partners import actions
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Clearance, Membership, Role
from partners.models.clearance import LONGEST
from partners.news import News, tell
from partners.policies import why_not_clear
from partners.refusals import Conflict, Refused, require


@transaction.atomic
def give(
    *, membership: Membership, theme: str, valid_until: date, actor: Actor, at: datetime
) -> Clearance:
    """
    :raises Refused: when the actor may not, it is for too long, or it was given already.
    """
    require(why_not_clear(actor, membership), object_type="clearance")
    _require_day(valid_until, at)
    try:
        with transaction.atomic():
            made = Clearance.objects.create(
                membership=membership,
                theme=theme,
                given_by=actor.person,
                given_at=at,
                valid_until=valid_until,
            )
    except IntegrityError as error:
        raise Refused(_("Deze persoon is voor dit thema al aangewezen: verleng dat.")) from error
    _note(actions.CLEARANCE_GIVEN, made, actor, at)
    return made


@transaction.atomic
def renew(*, clearance: Clearance, valid_until: date, actor: Actor, at: datetime) -> Clearance:
    """
    :raises Refused: when the actor may not, or it is for too long or no longer than it was.
    :raises Conflict: when it ended meanwhile.
    """
    clearance = _still_open(clearance, actor)
    _require_day(valid_until, at)
    if valid_until <= clearance.valid_until:
        raise Refused(_("Kies een dag na die waarop het nu eindigt."))
    clearance.valid_until = valid_until
    clearance.save(update_fields=["valid_until"])
    _note(actions.CLEARANCE_RENEWED, clearance, actor, at)
    return clearance


@transaction.atomic
def end(*, clearance: Clearance, actor: Actor, at: datetime) -> Clearance:
    """At once: pages and sockets of that person follow within a second.

    :raises Refused: when the actor may not.
    :raises Conflict: when it ended meanwhile.
    """
    clearance = _still_open(clearance, actor)
    clearance.ended_at = at
    clearance.save(update_fields=["ended_at"])
    _note(actions.CLEARANCE_ENDED, clearance, actor, at)
    return clearance


def _still_open(clearance: Clearance, actor: Actor) -> Clearance:
    require(why_not_clear(actor, clearance.membership), object_type="clearance")
    rows = Clearance.objects.open().select_for_update(of=("self",))
    found = rows.select_related("membership").filter(pk=clearance.pk).first()
    if found is None:
        raise Conflict(_("Deze aanwijzing is al beëindigd."))
    return found


def _require_day(valid_until: date, at: datetime) -> None:
    today = timezone.localdate(at)
    if not today < valid_until <= today + LONGEST:
        raise Refused(_("Kies een dag die nog komt, en binnen een jaar."))


def _note(action: str, clearance: Clearance, actor: Actor, at: datetime) -> None:
    record(
        action,
        actor=actor,
        at=at,
        thing=clearance,
        payload={
            "membership": clearance.membership_id,
            "theme": clearance.theme,
            "until": clearance.valid_until.isoformat(),
        },
    )
    tell(
        News(
            kind="clearance_changed",
            case_reference="",
            organisation_id=actor.organisation_id,
            roles=(Role.PRIVACY_OFFICER,),
            at=at,
            by=actor,
            link="/aanwijzingen",
        )
    )
