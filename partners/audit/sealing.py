"""Gives each committed entry its number in the log of its partner, and signs what the log is now.

Works as the role `schakelpunt_sealer`. Each batch is one transaction under one lock, so that of
several sealers one seals at a time, and a kill leaves either the whole batch or nothing of it.
"""

import logging
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction

from partners.audit.keyring import Keyring
from partners.audit.models import Checkpoint as KeptCheckpoint
from partners.audit.models import SealKey, TrailEntry, TreeNode
from partners.audit.proof.checkpoints import Checkpoint, open_checkpoint
from partners.audit.proof.notes import BadNote, SigningKey, VerifierKey, sign
from partners.audit.proof.tree import EMPTY, Growth, leaf_hash
from partners.audit.sealed_lines import Row, line_as, rows
from partners.audit.stored_tree import STRIDE, StoredTree, latest_checkpoint
from partners.models import Organisation

BATCH = 2000
LOCK = 6_962_9162
GIVE = """
UPDATE audit_trailentry AS trail SET seq = given.seq, leaf_hash = given.leaf_hash
FROM unnest(%s::uuid[], %s::bigint[], %s::bytea[]) AS given (id, seq, leaf_hash)
WHERE trail.id = given.id
"""
logger = logging.getLogger(__name__)


class CannotSeal(Exception):
    """The stored log is not what was signed, or its key is not ours; it is left as it is."""


@dataclass
class Log:
    """One partner's log, as far as it is sealed, and what this batch adds to it."""

    organisation_id: int
    origin: str
    keys: list[SigningKey]
    growth: Growth
    nodes: list[TreeNode] = field(default_factory=list)

    def take(self, row: Row) -> tuple[int, bytes]:
        """Number and hash that this row gets."""
        seq = self.growth.size
        leaf = leaf_hash(line_as(row, seq))
        for level, place, root in self.growth.append(leaf):
            if level % STRIDE == 0:
                node = TreeNode(
                    organisation_id=self.organisation_id, level=level, place=place, root=root
                )
                self.nodes.append(node)
        return seq, leaf


class Sealer:
    """Remembers the trees it has grown, as long as nobody else grew them."""

    def __init__(self, keyring: Keyring, *, takes_new_key: bool = False) -> None:
        """`takes_new_key` is for a secret that is lost: the log goes on under a key of its own."""
        self._keyring = keyring
        self._takes_new_key = takes_new_key
        self._grown: dict[int, Growth] = {}
        self._left: dict[int, str] = {}

    @property
    def left_alone(self) -> dict[int, str]:
        """The logs that could not be sealed, by the id of the organisation, and why."""
        return dict(self._left)

    def seal(self, *, at: datetime) -> int:
        """Seal what is committed, up to one batch; the number of entries that were sealed."""
        with transaction.atomic():
            _lock()
            unsealed = TrailEntry.objects.filter(seq=None).exclude(organisation__in=self._left)
            by_log: dict[int, list[Row]] = defaultdict(list)
            for row in rows(unsealed.order_by("entry_id")[:BATCH]):
                by_log[row.organisation_id].append(row)
            grown = {}
            for organisation_id, taken in by_log.items():
                try:
                    growth = self._extend(organisation_id, taken, at)
                except CannotSeal as refusal:
                    self._leave(organisation_id, str(refusal))
                else:
                    grown[organisation_id] = growth
        self._grown.update(grown)
        return sum(len(by_log[organisation_id]) for organisation_id in grown)

    def _extend(self, organisation_id: int, taken: Sequence[Row], at: datetime) -> Growth:
        log = self._open(organisation_id, at)
        given = [(row.pk, *log.take(row)) for row in taken]
        with connection.cursor() as cursor:
            cursor.execute(GIVE, [list(column) for column in zip(*given, strict=True)])
            if cursor.rowcount != len(given):
                raise RuntimeError("an entry that was there is gone, or was sealed meanwhile")
        TreeNode.objects.bulk_create(log.nodes)
        checkpoint = Checkpoint(log.origin, log.growth.size, log.growth.root())
        KeptCheckpoint.objects.create(
            organisation_id=organisation_id,
            size=checkpoint.size,
            root=checkpoint.root,
            note=sign(checkpoint.text, log.keys),
            at=at,
        )
        return log.growth

    def _open(self, organisation_id: int, at: datetime) -> Log:
        """
        :raises CannotSeal: when what is stored is not what was signed last, by a key of ours.
        """
        known = list(SealKey.objects.filter(organisation=organisation_id))
        code = Organisation.objects.values_list("code", flat=True).get(pk=organisation_id)
        origin = (
            VerifierKey.parse(known[0].verifier).name if known else self._keyring.origin_of(code)
        )
        keys = self._keyring.keys_of(origin)
        latest = latest_checkpoint(organisation_id)
        if latest is not None and not self._takes_new_key:
            _require_vouched(latest, [key.verifier for key in keys])
        size = latest.size if latest else 0
        for verifier in {str(key.verifier) for key in keys} - {key.verifier for key in known}:
            SealKey.objects.create(
                organisation_id=organisation_id, verifier=verifier, since_size=size, at=at
            )
        return Log(organisation_id, origin, keys, self._growth(organisation_id, latest))

    def _growth(self, organisation_id: int, latest: KeptCheckpoint | None) -> Growth:
        """The tree at the latest checkpoint: as remembered, or else as stored."""
        size, root = (latest.size, bytes(latest.root)) if latest else (0, EMPTY)
        growth = self._grown.get(organisation_id)
        if growth is None or growth.size != size:
            growth = _stored(organisation_id, size)
        if growth.root() != root:
            raise CannotSeal("the stored tree is not that of its last checkpoint")
        return growth.copy()

    def _leave(self, organisation_id: int, why: str) -> None:
        """The others go on; this one waits for a person, and for a restart."""
        logger.error("the log of organisation %s is not sealed any more: %s", organisation_id, why)
        self._left[organisation_id] = why


def _lock() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _stored(organisation_id: int, size: int) -> Growth:
    try:
        return Growth.of_size(size, StoredTree(organisation_id).complete)
    except LookupError as error:
        raise CannotSeal(str(error)) from error


def _require_vouched(latest: KeptCheckpoint, ours: Sequence[VerifierKey]) -> None:
    """
    :raises CannotSeal: when the last note is not ours, or says otherwise than its row.
    """
    try:
        signed = open_checkpoint(latest.note, ours)
    except BadNote as error:
        raise CannotSeal(
            f"its last checkpoint: {error}. After a change of AUDIT_SEAL_SEED the old one goes in "
            "AUDIT_SEAL_SEED_PREVIOUS; when it is lost: manage.py seal --new-key"
        ) from error
    if (signed.size, signed.root) != (latest.size, bytes(latest.root)):
        raise CannotSeal("its last checkpoint is stored otherwise than it was signed")
