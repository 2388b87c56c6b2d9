"""Every night: the checkpoints are sent, and each partner holds the others to what it kept."""

import logging

from django.db import DatabaseError
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from notifications.checkpoints.addresses import visible_to
from notifications.checkpoints.delivery import deliver
from notifications.checkpoints.officers import officer_of, officers
from notifications.models import CheckpointAddress
from partners.acting import acting_as
from partners.audit.witnessing import look, partners_of
from partners.refusals import Unrecorded
from partners.trace import traced

logger = logging.getLogger(__name__)


@app.periodic(cron="7 4 * * *")
@app.task(name="notifications.send_checkpoints", queueing_lock="send_checkpoints")
def send_checkpoints(timestamp: int) -> None:
    """Also when a log did not grow: whoever expects one every day notices silence."""
    now = timezone.now()
    for officer in officers(at=now):
        with acting_as(officer, at=now):
            for address in visible_to(officer):
                deliver_checkpoint.defer(
                    address_id=address.pk, organisation_id=officer.organisation_id
                )


@app.task(
    name="notifications.deliver_checkpoint",
    retry=RetryStrategy(max_attempts=5, exponential_wait=5),
)
def deliver_checkpoint(address_id: int, organisation_id: int) -> None:
    """
    :raises NotDelivered: to be tried again after 5, 25, 125, 625 and 3125 seconds.
    """
    now = timezone.now()
    officer = officer_of(organisation_id, at=now)
    if officer is None:
        return
    with traced("job"):
        with acting_as(officer, at=now):
            rows = visible_to(officer).select_related("organisation")
            address: CheckpointAddress | None = rows.filter(pk=address_id).first()
        if address is not None:
            deliver(address=address, actor=officer, at=now)


@app.periodic(cron="37 4 * * *")
@app.task(name="notifications.witness_logs", queueing_lock="witness_logs")
def witness_logs(timestamp: int) -> None:
    """Each look in a transaction of its own: one that fails keeps no other from being looked at.

    A difference that the trail does not take is undone with its look, and found the next night.
    """
    now = timezone.now()
    for officer in officers(at=now):
        for log in partners_of(officer.organisation, at=now):
            try:
                with traced("job"), acting_as(officer, at=now):
                    look(log=log, by=officer, at=now)
            except (DatabaseError, Unrecorded) as error:
                # Never the message: PostgreSQL puts in it what the row holds.
                logger.error(
                    "the log of organisation %s could not be looked at for %s: %s",
                    log.pk,
                    officer.organisation_id,
                    type(error).__name__,
                )
