"""Set and end the desks of partners: from a day, never rewritten, and told to the partner."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from partners import actions
from partners.actor import Actor
from partners.audit.recording import record
from partners.models import ContactPoint, Organisation, Region, Role
from partners.models.membership import CASE_ROLES
from partners.news import News, tell
from partners.policies import why_not_keep_desks
from partners.refusals import Refused, require


@dataclass(frozen=True)
class Desk:
    """`gemeente` narrows it to the cases of one gemeente."""

    region: Region
    theme: str
    organisation: Organisation
    name: str
    gemeente: Organisation | None = None
    email: str = ""
    phone: str = ""


@transaction.atomic
def set_desk(*, desk: Desk, since: date, actor: Actor, at: datetime) -> ContactPoint:
    """The desk that it replaces ends on the day it begins.

    :raises Refused: when the actor does not keep the desks of that region, or a later one is there.
    """
    require(why_not_keep_desks(actor, desk.region, at), object_type="contactpoint")
    if since < timezone.localdate(at):
        raise Refused(_("Kies vandaag of een dag die nog komt."))
    alike = ContactPoint.objects.select_for_update().filter(
        region=desk.region, organisation=desk.organisation, gemeente=desk.gemeente, theme=desk.theme
    )
    last = alike.order_by("-valid_from").first()
    if last is not None and since <= last.valid_from:
        raise Refused(_("Kies een dag na de laatste wijziging."))
    if last is not None and last.valid_until is None:
        _end(last, since)
    elif last is not None and last.valid_until is not None and since < last.valid_until:
        raise Refused(_("Kies een dag na de laatste wijziging."))
    made = ContactPoint.objects.create(
        region=desk.region,
        theme=desk.theme,
        organisation=desk.organisation,
        gemeente=desk.gemeente,
        desk=desk.name,
        email=desk.email,
        phone=desk.phone,
        valid_from=since,
    )
    _note(actions.DESK_SET, made, actor, at)
    return made


@transaction.atomic
def end_desk(*, desk: ContactPoint, day: date, actor: Actor, at: datetime) -> ContactPoint:
    """`day` is the first on which nobody answers there any more.

    :raises Refused: when the actor does not keep the desks of that region, or it ended before.
    """
    require(why_not_keep_desks(actor, desk.region, at), object_type="contactpoint")
    desk = ContactPoint.objects.select_for_update().get(pk=desk.pk)
    if desk.valid_until is not None:
        raise Refused(_("Dit aanspreekpunt is al beëindigd."))
    if day < timezone.localdate(at):
        raise Refused(_("Kies vandaag of een dag die nog komt."))
    if day <= desk.valid_from:
        raise Refused(_("Kies een dag na het begin van dit aanspreekpunt."))
    _end(desk, day)
    _note(actions.DESK_ENDED, desk, actor, at)
    return desk


def _end(desk: ContactPoint, day: date) -> None:
    desk.valid_until = day
    desk.save(update_fields=["valid_until"])


def _note(action: str, desk: ContactPoint, actor: Actor, at: datetime) -> None:
    record(action, actor=actor, at=at, thing=desk, touched=[desk.organisation_id])
    tell(
        News(
            kind="desk_changed",
            case_reference="",
            organisation_id=desk.organisation_id,
            roles=(*sorted(CASE_ROLES - {Role.DECISION_MAKER}),),
            at=at,
            by=actor,
            link="/aanspreekpunten",
        )
    )
