"""The sealed log of one organisation, to be exported and to be proven from.

Read by the owner or by the sealer, who see whole logs; row-level security shows the web its own.
"""

from collections.abc import Iterator
from pathlib import Path

from django.db import connection

from partners.audit.models import Checkpoint, Payload, SealKey, TrailEntry
from partners.audit.proof.folder import write_folder
from partners.audit.proof.tree import leaf_hash
from partners.audit.recording import payload_hash
from partners.audit.sealed_lines import line_as, rows
from partners.audit.stored_tree import StoredTree, latest_checkpoint
from partners.models import Organisation


class NothingSealed(Exception):
    """What there is not, as a Dutch sentence."""


class SealedLog:
    """`size` is that of the latest checkpoint: what came after it is not sealed yet."""

    def __init__(self, organisation: Organisation) -> None:
        """
        :raises NothingSealed: when there is no checkpoint.
        """
        latest = latest_checkpoint(organisation.pk)
        if latest is None:
            raise NothingSealed(f"Van {organisation.code} is nog niets verzegeld.")
        self.organisation, self.size = organisation, latest.size
        self.complete = StoredTree(organisation.pk).complete
        self._rows = TrailEntry.objects.filter(organisation=organisation)
        # The lowest number whose row is not as it was sealed, once the lines were read.
        self.first_bad: int | None = None

    def waiting(self) -> int:
        """How many entries are not sealed yet."""
        return self._rows.filter(seq=None).count()

    def entries(self) -> Iterator[tuple[bytes, bytes]]:
        """Line and leaf hash, as the rows are now; see `first_bad` afterwards."""
        expected = 0
        for row in rows(self._rows.filter(seq__lt=self.size).order_by("seq")):
            seq, sealed = row.seq or 0, row.leaf_hash or b""
            line = line_as(row, seq)
            if self.first_bad is None and (seq != expected or leaf_hash(line) != sealed):
                self.first_bad = expected
            expected += 1
            yield line, sealed
        if self.first_bad is None and expected < self.size:
            self.first_bad = expected

    def line(self, seq: int) -> bytes:
        """
        :raises NothingSealed: when no entry has that number.
        """
        for row in rows(self._rows.filter(seq=seq)):
            return line_as(row, seq)
        raise NothingSealed(f"Er is geen regel met volgnummer {seq}.")

    def note(self, size: int) -> str:
        """
        :raises NothingSealed: when no checkpoint has that size.
        """
        found = Checkpoint.objects.filter(organisation=self.organisation, size=size).first()
        if found is None:
            raise NothingSealed(f"Er is geen controlepunt van {size} regels.")
        return found.note

    def notes(self) -> list[str]:
        """Of every checkpoint, the oldest first."""
        found = Checkpoint.objects.filter(organisation=self.organisation, size__lte=self.size)
        return list(found.order_by("size").values_list("note", flat=True))

    def verifiers(self) -> list[str]:
        found = SealKey.objects.filter(organisation=self.organisation)
        return list(found.values_list("verifier", flat=True))

    def export(self, folder: Path) -> None:
        """
        :raises Unreadable: when there is something in that folder already.
        """
        write_folder(folder, self.entries(), self.notes(), self.verifiers())

    def first_bad_payload(self) -> int | None:
        """The number of the first own entry whose payload is another than its hash says.

        One that was destroyed on time is gone, and nothing is wrong with that. The sealer may not
        read payloads: for it, none is.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege('audit_payload', 'SELECT')")
            if cursor.fetchone() != (True,):
                return None
        own = self._rows.filter(seq__lt=self.size, entry__organisation=self.organisation)
        kept = Payload.objects.filter(entry__trails__in=own).order_by("entry__trails__seq")
        facts = kept.values_list("entry__trails__seq", "entry__payload_hash", "salt", "content")
        mine = facts.filter(entry__trails__organisation=self.organisation)
        for seq, known, salt, content in mine.iterator(chunk_size=2000):
            if payload_hash(salt, content) != known:
                return seq
        return None
