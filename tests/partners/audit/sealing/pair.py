"""A log and a partner that keeps its checkpoints, and what the owner of a database can do to it."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from config.database_roles import Connection
from notifications.models import Notification
from partners import actions
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit import witnessing
from partners.audit.models import Entry, WitnessedLog

SEAL_ANEW = """DELETE FROM audit_checkpoint WHERE organisation_id = %(log)s;
    DELETE FROM audit_treenode WHERE organisation_id = %(log)s;
    UPDATE audit_trailentry SET seq = NULL, leaf_hash = NULL WHERE organisation_id = %(log)s"""
TABLES = ("audit_entry", "audit_trailentry", "audit_treenode", "audit_checkpoint", "audit_sealkey")


@dataclass(frozen=True)
class Pair:
    """Oss has a log; the privacy officer of politie, in the same region, keeps its checkpoints."""

    oss: Actor
    witness: Actor
    owner: Connection

    @property
    def log(self) -> Any:
        return self.oss.organisation

    def looks(self) -> WitnessedLog | None:
        with acting_as(self.witness):
            return witnessing.look(log=self.log, by=self.witness, at=timezone.now())

    def tampers(self, change: str) -> None:
        """As the owner of the database, with the triggers put aside."""
        found = self.owner.execute(
            "SELECT entry_id FROM audit_trailentry WHERE seq = 137 AND organisation_id = %s",
            [self.log.pk],
        ).fetchone()
        assert found is not None
        for table in TABLES:
            self.owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER".encode())
        for one in change.split(";"):
            self.owner.execute(one.encode(), {"log": self.log.pk, "entry": found[0]})
        for table in TABLES:
            self.owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER".encode())


def told(actor: Actor) -> list[str]:
    with acting_as(actor):
        rows = Notification.objects.filter(person=actor.person, kind="log_differs")
        return [f"{one.link}" for one in rows]


def entries_of(actor: Actor) -> list[str]:
    with acting_as(actor):
        rows = Entry.objects.filter(action=actions.LOG_DIFFERS)
        return [one.object_id for one in rows]
