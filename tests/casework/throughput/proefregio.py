"""A region of its own, with cases put in by the owner of the database: as many as one likes.

The services make one case at a time and stamp it with the present; figures need a past.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import connection

from config.database_roles import Connection, connect, with_login
from partners.actor import Actor
from partners.models import Kind, Membership, Role
from tests.servers import OWNER, PASSWORD, admin_url

REGION = "VR99"
DOMAIN = "proefregio.example"
FLOW = "workflows/flows.hennep.HennepFlow"
OF_REGION = "(SELECT id FROM casework_case WHERE region_id = %s)"
TAKE_OUT = (
    f"DELETE FROM workflows_step WHERE case_id IN {OF_REGION}",  # noqa: S608  a constant
    f"DELETE FROM workflows_caseprocess WHERE case_id IN {OF_REGION}",  # noqa: S608  a constant
    f"DELETE FROM casework_outcome WHERE case_id IN {OF_REGION}",  # noqa: S608  a constant
    "ALTER TABLE casework_case DISABLE TRIGGER guard_item",
    "DELETE FROM casework_case WHERE region_id = %s",
    "ALTER TABLE casework_case ENABLE TRIGGER guard_item",
    "DELETE FROM casework_throughput_kept WHERE region_id = %s",
)


@dataclass
class Proefregio:
    owner: Connection
    region_id: int

    def organisation(self, code: str, kind: Kind, name: str) -> int:
        found = self._one(
            "INSERT INTO partners_organisation (kind, code, name, valid_from)"
            " VALUES (%s, %s, %s, '2020-01-01') RETURNING id",
            [kind, code, name],
        )
        self.owner.execute(
            "INSERT INTO partners_servicearea (organisation_id, region_id, valid_from)"
            " VALUES (%s, %s, '2020-01-01')",
            [found, self.region_id],
        )
        return found

    def member(self, organisation: int, role: Role) -> int:
        person = self._one(
            "INSERT INTO partners_person"
            " (email, name, password, is_active, is_demo, is_service, date_joined)"
            " VALUES (%s, 'Geheime Naam', '', true, true, false, now()) RETURNING id",
            [f"{role}.{organisation}@{DOMAIN}"],
        )
        return self._one(
            "INSERT INTO partners_membership"
            " (person_id, organisation_id, role, mandate, valid_from)"
            " VALUES (%s, %s, %s, '', '2020-01-01') RETURNING id",
            [person, organisation, role],
        )

    def cases(
        self, lead: int, opened: datetime, days: list[float | None], reached: int = 0
    ) -> list[int]:
        """One case for each item of `days`, which tells after how many it closed.

        Of those closed, the first `reached` came to what they were for.
        """
        owner = self._one(
            "SELECT id FROM partners_membership WHERE organisation_id = %s LIMIT 1", [lead]
        )
        rows = self.owner.execute(
            "INSERT INTO casework_case (reference, theme, title, region_id, lead_id, owner_id,"
            " woonkern, priority, stage, opened_at, closed_at, party_ids, overview_ids)"
            " SELECT 'P' || nextval('casework_case_id_seq'), 'hennep', 'Proefzaak', %s, %s, %s,"
            " 'Geheimdorp', 'normal', CASE WHEN d IS NULL THEN 'intake' ELSE 'closed' END,"
            " %s, %s + d * interval '1 day', ARRAY[%s]::bigint[], ARRAY[%s]::bigint[]"
            " FROM unnest(%s::float8[]) AS d RETURNING id",
            [self.region_id, lead, owner, opened, opened, lead, lead, days],
        ).fetchall()
        ids = [int(str(row[0])) for row in rows]
        self.owner.execute(
            "INSERT INTO workflows_caseprocess"
            " (flow_class, status, created, case_id, formule_version_id)"
            " SELECT %s, 'NEW', %s, c, v.id"
            " FROM unnest(%s::bigint[]) AS c, workflows_formuleversion v"
            " WHERE v.theme = 'hennep' AND v.region_id IS NULL AND v.version = 1",
            [FLOW, opened, ids],
        )
        self.owner.execute(
            "INSERT INTO casework_outcome (case_id, indicator, is_reached)"
            " SELECT id, 'Doel', row_number() OVER (ORDER BY id) <= %s FROM casework_case"
            " WHERE id = ANY(%s) AND closed_at IS NOT NULL",
            [reached, ids],
        )
        return ids

    def steps(
        self, cases: list[int], node: str, holder: int, *, days: list[float], term: float
    ) -> None:
        """A step in each case, begun when the case did: done after `days`, due after `term`."""
        self.owner.execute(
            "INSERT INTO workflows_step (flow_task, flow_task_type, status, created, finished,"
            " due_at, token, role, mandate, outcome, case_id, process_id, holder_id)"
            " SELECT %s, 'HUMAN', 'DONE', c.opened_at, c.opened_at + w.d * interval '1 day',"
            " c.opened_at + %s * interval '1 day', 'start', 'coordinator', '', '', c.id, p.id, %s"
            " FROM unnest(%s::bigint[], %s::float8[]) AS w (id, d)"
            " JOIN casework_case c ON c.id = w.id JOIN workflows_caseprocess p ON p.case_id = c.id",
            [f"{FLOW}.{node}", term, holder, cases, days],
        )

    def _one(self, query: str, values: list[object]) -> int:
        found = self.owner.execute(query, values).fetchone()
        if found is None:
            raise LookupError(query)
        return int(str(found[0]))


@contextmanager
def proefregio() -> Iterator[Proefregio]:
    """Committed, for the web's role sees nothing of another's transaction; taken out at the end."""
    name = str(connection.settings_dict["NAME"])
    with connect(with_login(admin_url(), OWNER, PASSWORD, name)) as owner:
        region = Proefregio(owner, 0)
        region.region_id = region._one(
            "INSERT INTO partners_region (code, name, valid_from)"
            " VALUES (%s, 'Proefregio', '2020-01-01') RETURNING id",
            [REGION],
        )
        try:
            yield region
        finally:
            _take_out(owner, region.region_id)


def _take_out(owner: Connection, region: int) -> None:
    for statement in TAKE_OUT:
        owner.execute(statement.encode(), [region] if "%s" in statement else None)
    owner.execute(
        "DELETE FROM partners_membership WHERE person_id IN"
        " (SELECT id FROM partners_person WHERE email LIKE %s)",
        [f"%@{DOMAIN}"],
    )
    owner.execute("DELETE FROM partners_person WHERE email LIKE %s", [f"%@{DOMAIN}"])
    organisations = owner.execute(
        "DELETE FROM partners_servicearea WHERE region_id = %s RETURNING organisation_id", [region]
    ).fetchall()
    ids = [row[0] for row in organisations]
    owner.execute("DELETE FROM partners_organisation WHERE id = ANY(%s)", [ids])
    owner.execute("DELETE FROM partners_region WHERE id = %s", [region])


def actor(membership: int) -> Actor:
    return Actor(Membership.objects.select_related("person", "organisation").get(pk=membership))


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, 12, tzinfo=UTC)
