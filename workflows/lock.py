"""The lock of every flow: a row lock on the process that waits its turn, but not for ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection, transaction
from django.utils.translation import gettext as _
from psycopg.errors import LockNotAvailable

from partners.refusals import Conflict

LONGEST_WAIT = "8s"


@contextmanager
def waiting_lock(flow_class: type[Any], process_pk: int) -> Iterator[None]:
    """Hold the process row until the transaction ends.

    :raises Conflict: when others held it for longer than the longest wait.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [LONGEST_WAIT])
        processes = flow_class.process_class._default_manager
        try:
            processes.select_for_update().get(pk=process_pk)
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise Conflict(
                    _("Anderen werken nu aan deze zaak. Probeer het over een minuut weer.")
                ) from error
            raise
        yield
