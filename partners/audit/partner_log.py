"""The log of another partner of the region, as a witness may see it: hashes, and signed notes."""

from dataclasses import dataclass

from django.db import connection

from partners.audit.proof.notes import VerifierKey
from partners.audit.stored_tree import StoredTree


@dataclass(frozen=True)
class PartnerHead:
    """The newest checkpoint as it is signed, and the keys as the log has stored them."""

    note: str
    verifiers: list[str]

    @property
    def keys(self) -> list[VerifierKey]:
        """
        :raises BadNote: when one of them is no key.
        """
        return [VerifierKey.parse(one) for one in self.verifiers]


class PartnerTree(StoredTree):
    """Through a function of the database, which gives hashes and no entries."""

    def _kept(self, level: int, first: int, end: int) -> list[bytes]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT hash FROM audit_partner_hashes(%s, %s, %s, %s)",
                [self.organisation_id, level, first, end],
            )
            return [bytes(row[0]) for row in cursor.fetchall() if row[0] is not None]


def partner_head(organisation_id: int) -> PartnerHead | None:
    """None when it has none, or is no partner in any region of the actor's organisation."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT note, verifiers FROM audit_partner_head(%s)", [organisation_id])
        row = cursor.fetchone()
    if row is None:
        return None
    return PartnerHead(row[0], list(row[1]))
