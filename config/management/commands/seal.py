"""Seal the trails, as the one role that may number entries and with the one key."""

import logging
import signal
from threading import Event
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, connection
from django.utils import timezone

from config.checks import refuse_to_seal_unsafely
from partners.audit.keyring import keyring
from partners.audit.sealing import BATCH, Sealer

# An entry is sealed within two seconds of its commit.
PAUSE = 0.5
logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Seals the audit trails, until it is told to stop."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="seal what is there, and end")
        parser.add_argument(
            "--new-key",
            action="store_true",
            help="go on under a new key, when the old AUDIT_SEAL_SEED is lost",
        )

    def handle(self, *, once: bool, new_key: bool, **options: Any) -> None:
        refuse_to_seal_unsafely()
        sealer = Sealer(keyring(), takes_new_key=new_key)
        stop = Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while not stop.is_set():
            sealed = _seal(sealer)
            if sealed == BATCH:
                continue
            if once:
                break
            stop.wait(PAUSE)


def _seal(sealer: Sealer) -> int:
    """What fails was undone; the next round finds it again, after a restart of the database too."""
    try:
        return sealer.seal(at=timezone.now())
    except DatabaseError as error:
        logger.error("sealing failed, and is tried again: %s", error)
        connection.close()
        return 0
