"""Things of the dossier, found by the owner of the database by case, organisation or person."""

from dataclasses import dataclass
from typing import Any

from config.database_roles import Connection

Things = dict[str, Any]


@dataclass(frozen=True)
class Finder:
    owner: Connection
    case: int

    def one(self, table: str, where: str = "true", *values: Any, of: int | None = None) -> Any:
        if of is not None:
            where, values = "organisation_id = %s", (of,)
        query = f"SELECT id FROM {table} WHERE case_id = %s AND {where}"  # noqa: S608  from here
        return _first(self.owner, query, self.case, *values)

    def document(self) -> Any:
        query = """SELECT d.id FROM casework_document d
                   JOIN casework_contribution c ON c.id = d.contribution_id WHERE c.case_id = %s"""
        return _first(self.owner, query, self.case)

    def of_meeting(self) -> Things:
        query = "SELECT meeting_id FROM casework_agendaitem WHERE case_id = %s"
        item = self.one("casework_agendaitem")
        return {"item": item, "meeting": _first(self.owner, query, self.case)}

    def of_signal(self) -> Things:
        query = "SELECT signal_id FROM casework_waterbedorigin WHERE case_id = %s"
        signal = _first(self.owner, query, self.case)
        receipts = "SELECT id FROM casework_signalreceipt WHERE signal_id = %s"
        return {"signal": signal, "receipt": _first(self.owner, receipts, signal)}

    def of_ladder(self) -> Things:
        return {
            "escalation": self.one("casework_escalation", "withdrawn_at IS NULL"),
            "referral": self.one("casework_referral"),
        }

    def of_partner(self, partner: int) -> Things:
        request = self.one("casework_request", "asked_id = %s", partner)
        return {
            "request": request,
            "extension": _first(
                self.owner, "SELECT id FROM casework_extension WHERE request_id = %s", request
            ),
            "step": self.one("workflows_step", "request_id = %s", request),
            "commitment": self.one("casework_commitment", "party_id = %s", partner),
        }


def clearance_of(owner: Connection, membership: int) -> Any:
    query = "SELECT id FROM partners_clearance WHERE membership_id = %s AND ended_at IS NULL"
    return _first(owner, query, membership)


def notification_of(owner: Connection, person: int) -> Any:
    query = "SELECT id FROM notifications_notification WHERE person_id = %s ORDER BY created_at"
    return _first(owner, query, person)


def inquiry_of(owner: Connection, person: int) -> Any:
    return _first(owner, "SELECT id FROM casework_inquiry WHERE person_id = %s", person)


def draft_of(owner: Connection, region: str) -> Any:
    query = """SELECT v.id FROM workflows_formuleversion v JOIN partners_region r
               ON r.id = v.region_id WHERE v.status = 'draft' AND r.code = %s"""
    return _first(owner, query, region)


def line_of(owner: Connection, organisation: int) -> Any:
    query = "SELECT id FROM audit_trailentry WHERE organisation_id = %s ORDER BY entry_id"
    return _first(owner, query, organisation)


def waiting_list_of(owner: Connection, organisation: int) -> Any:
    query = """SELECT id FROM casework_destructionlist
               WHERE organisation_id = %s AND decided_at IS NULL"""
    return _first(owner, query, organisation)


def rights_request_of(owner: Connection, organisation: int, label: str) -> Any:
    query = "SELECT id FROM casework_rightsrequest WHERE organisation_id = %s AND label = %s"
    return _first(owner, query, organisation, label)


def row_of(owner: Connection, organisation: int) -> Any:
    query = "SELECT id FROM workflows_enforcementrow WHERE organisation_id = %s ORDER BY id"
    return _first(owner, query, organisation)


def arrangement_of(owner: Connection, organisation: int) -> Any:
    query = "SELECT id FROM casework_arrangement WHERE organisation_id = %s"
    return _first(owner, query, organisation)


def _first(owner: Connection, query: str, *values: Any) -> Any:
    row = owner.execute(query.encode(), values).fetchone()
    assert row is not None, query
    return row[0]
