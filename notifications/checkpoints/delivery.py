"""Send the newest checkpoint to one address, and keep how that went."""

import smtplib
from datetime import datetime

from notifications.checkpoints import actions, webhook
from notifications.checkpoints.bodies import as_json, as_mail
from notifications.checkpoints.webhook import NotDelivered
from notifications.models import CheckpointAddress
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.kept import Head, head_of
from partners.audit.recording import record
from partners.models import Role
from partners.news import News, tell

PAGE = "/auditspoor/checkpoint"


def deliver(*, address: CheckpointAddress, actor: Actor, at: datetime) -> None:
    """In a transaction of its own, with its entry first: what cannot be recorded is not sent.

    :raises NotDelivered: when the receiver did not take it; that is kept and told as well.
    """
    try:
        with acting_as(actor, at=at):
            head = head_of(address.organisation_id)
            if head is None:
                raise NotDelivered("Er is nog geen controlepunt om te versturen.")
            _keep(address, at, size=head.size)
            _note(actions.SENT, address, actor, at)
            _send(address, head, at)
    except NotDelivered as refusal:
        with acting_as(actor, at=at):
            _keep_failure(address, actor, at, str(refusal))
        raise


def _send(address: CheckpointAddress, head: Head, at: datetime) -> None:
    if address.kind == CheckpointAddress.Kind.WEBHOOK:
        webhook.post(address.target, as_json(head, address.organisation, at), address.secret)
        return
    try:
        as_mail(head, address.organisation, address.target).send()
    except (OSError, smtplib.SMTPException) as error:
        raise NotDelivered("De mail is niet aangenomen.") from error


def _keep(address: CheckpointAddress, at: datetime, *, size: int) -> None:
    address.tried_at, address.delivered_at, address.delivered_size = at, at, size
    address.failing_since, address.failure = None, ""
    address.save(
        update_fields=["tried_at", "delivered_at", "delivered_size", "failing_since", "failure"]
    )


def _keep_failure(address: CheckpointAddress, actor: Actor, at: datetime, why: str) -> None:
    """The privacy officers hear of the first in a row, and see on the page how long it lasts."""
    address.refresh_from_db()
    is_first = address.failing_since is None
    address.tried_at, address.failure = at, why
    address.failing_since = address.failing_since or at
    address.save(update_fields=["tried_at", "failing_since", "failure"])
    _note(actions.NOT_SENT, address, actor, at)
    if is_first:
        tell(
            News(
                kind="checkpoint_not_sent",
                case_reference="",
                organisation_id=address.organisation_id,
                roles=(Role.PRIVACY_OFFICER,),
                at=at,
                by=None,
                link=PAGE,
            )
        )


def _note(action: str, address: CheckpointAddress, actor: Actor, at: datetime) -> None:
    record(action, actor=actor, at=at, thing=("checkpointaddress", str(address.pk)))
