"""Many cases, by copying a few that were walked through the services: all their rows, by SQL.

A copy gets keys, dates and a reference of its own. Its gemeente is one of the region's in turn, and
the netbeheerder and the corporatie are others in nine cases of ten: so a partner sees a tenth.
One in ten copies has its contents and its trail too; of the rest these would only cost time.
"""

from dataclasses import dataclass

from config.database_roles import Connection

STRIDE = 10_000_000
TABLES = {
    "casework_case": "id",
    "casework_participation": "case_id",
    "casework_request": "case_id",
    "casework_outcome": "case_id",
    "workflows_caseprocess": "case_id",
    "workflows_step": "case_id",
}
CONTENTS = ("subject", "contribution", "decision", "disclosure")
KEYS = {"case_id", "process_id", "subject_id", "entry_id", "number"}
ORGANISATIONS = {
    "lead_id",
    "organisation_id",
    "holder_id",
    "asker_id",
    "asked_id",
    "sender_id",
    "receiver_id",
    "by_id",
}
ARRAYS = {"party_ids", "overview_ids", "kept_by_ids"}
# In days; running cases are young.
_AGE = "(CASE WHEN n % 33 = 0 THEN n % 40 ELSE 30 + n % 700 END)::int"
SWAP = """
CREATE UNLOGGED TABLE bench_swap (turn bigint, was bigint, becomes bigint, PRIMARY KEY (turn, was));
INSERT INTO partners_organisation (valid_from, kind, code, name)
SELECT '2000-01-01', kind, 'B-' || left(code, 18), name || ' elders' FROM partners_organisation
WHERE kind IN ('netbeheerder', 'corporatie') AND code IN ('NB-ENEXIS', 'WC-VOORBEELDHUIS');
WITH here AS (
    SELECT a.organisation_id AS id, row_number() OVER (ORDER BY a.organisation_id) - 1 AS place,
        count(*) OVER () AS many
    FROM partners_servicearea a JOIN partners_organisation o ON o.id = a.organisation_id
    JOIN partners_region r ON r.id = a.region_id
    WHERE r.code = 'VR21' AND o.kind = 'gemeente' AND a.valid_until IS NULL
)
INSERT INTO bench_swap
SELECT turn, was.id, becomes.id FROM generate_series(0, 999) AS turn
JOIN here AS was ON true JOIN here AS becomes ON becomes.place = (was.place + turn) % was.many
UNION ALL
SELECT turn, was.id, becomes.id FROM generate_series(0, 999) AS turn
JOIN partners_organisation was ON was.code IN ('NB-ENEXIS', 'WC-VOORBEELDHUIS')
JOIN partners_organisation becomes ON becomes.code = 'B-' || left(was.code, 18)
WHERE turn % 10 <> 0;
"""


@dataclass(frozen=True)
class Filling:
    """`closed` and `running` are the cases to copy; one copy in 33 is of a running one."""

    administrator: Connection
    closed: list[int]
    running: list[int]

    def prepare(self) -> None:
        self.administrator.execute(SWAP.encode())

    def fill(self, since: int, until: int) -> None:
        """Copies number `since` to `until`, that one not included."""
        connection = self.administrator
        connection.execute("SET session_replication_role = replica")
        for table, key in TABLES.items():
            self._copy(table, f"JOIN {table} t ON t.{key} = {self._original}", since, until)
        for table in (f"casework_{name}" for name in CONTENTS):
            mine = f"t.case_id = {self._original} AND n % 10 = 0"
            self._copy(table, f"JOIN {table} t ON {mine}", since, until)
        of_case = f"""JOIN casework_case o ON o.id = {self._original} AND n % 10 = 0
            JOIN audit_entry e ON e.case_reference = o.reference"""
        self._copy("audit_entry", f"{of_case} JOIN audit_entry t ON t.id = e.id", since, until)
        rows = f"{of_case} JOIN audit_trailentry r ON r.entry_id = e.id"
        for table, key in (("audit_trailentry", "id"), ("audit_trailindex", "row_id")):
            self._copy(table, f"{rows} JOIN {table} t ON t.{key} = r.id", since, until)
        connection.execute("SET session_replication_role = DEFAULT")
        connection.execute("VACUUM ANALYZE")

    @property
    def _original(self) -> str:
        closed, running = f"'{set(self.closed)}'::bigint[]", f"'{set(self.running)}'::bigint[]"
        return f"""(CASE WHEN n % 33 = 0
            THEN ({running})[1 + (n / 33) % {len(self.running)}]
            ELSE ({closed})[1 + n % {len(self.closed)}] END)"""

    def _copy(self, table: str, source: str, since: int, until: int) -> None:
        columns = self.administrator.execute(
            """SELECT column_name, data_type FROM information_schema.columns
               WHERE table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position""",
            [table],
        ).fetchall()
        names = ", ".join(f'"{name}"' for name, _ in columns)
        values = ", ".join(_copied(table, str(name), str(kind)) for name, kind in columns)
        statement = f"""INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE
            SELECT {values} FROM generate_series({since}, {until - 1}) AS n {source}"""  # noqa: S608
        self.administrator.execute(statement.encode())


def _copied(table: str, name: str, kind: str) -> str:
    own = f't."{name}"'
    if kind == "uuid":
        return f"md5({own}::text || n)::uuid"
    if name in KEYS or (name == "id" and kind == "bigint"):
        return f"{own} + n * {STRIDE}::bigint"
    if name in ORGANISATIONS:
        return _swapped(own)
    if name in ARRAYS:
        return f"ARRAY(SELECT {_swapped('o')} FROM unnest({own}) o)"  # noqa: S608
    if kind in ("timestamp with time zone", "date"):
        return f"({own} - make_interval(days => {_AGE}))::{kind}"
    if name in ("reference", "case_reference"):
        return f"'2025-VR21-' || (n * 100 + right({own}, 2)::int + 1000000)"
    if table == "casework_decision" and name == "step":
        return f"left({own}, 60) || '-' || n"
    return own


def _swapped(value: str) -> str:
    return f"""coalesce((SELECT becomes FROM bench_swap
        WHERE turn = n % 1000 AND was = {value}), {value})"""  # noqa: S608
