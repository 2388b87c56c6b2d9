"""Sealing beside the acts it has to keep up with, and what a long sealed trail costs to use."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter, sleep
from urllib.parse import urlsplit

from django.utils import timezone

from bench.lists import MILLION
from bench.row import Row, p
from bench.site import Site
from bench.trail_pages import Pages
from config import programs
from config.database_roles import Connection
from config.embedded.processes import wait_until
from config.programs import ROOT
from partners import actions
from partners.acting import acting_as
from partners.audit.recording import record
from tests.cast import Cast

SHORT, LONG = 10_000, 100_000
ACTS = 300
HEAP = 20_000
MINUTES = 300.0
PER_SECOND, TICKS, TICK = 200, 150, 0.1
# Of politie, who touches what is of Oss: two trails an act, half a minute between two.
ADD = """
WITH act AS (
    INSERT INTO audit_entry (at, person_id, organisation_id, membership_id, role, action,
        object_type, object_id, case_reference, ground, result, origin, trace, payload_hash)
    SELECT now() - (%(many)s - n) * interval '30 seconds', %(person)s, %(organisation)s,
        %(membership)s, 'liaison',
        CASE n %% 5000 WHEN 1 THEN 'access.denied' ELSE 'case.viewed' END, 'case', n::text, '',
        CASE n %% 5000 WHEN 2 THEN 'Wpg 18' ELSE '' END,
        CASE n %% 5000 WHEN 1 THEN 'denied' ELSE 'ok' END, 'web', md5(n::text), ''
    FROM generate_series(1, %(many)s) AS n
    RETURNING id)
INSERT INTO audit_trailentry (id, entry_id, organisation_id)
SELECT gen_random_uuid(), id, trail FROM act, unnest(%(trails)s::bigint[]) AS trail
"""
UNSEALED = "SELECT coalesce(min(entry_id), 0) FROM audit_trailentry WHERE seq IS NULL"
LAST = "SELECT max(id) FROM audit_entry"


class Trails:
    def __init__(self, administrator: Connection, cast: Cast) -> None:
        self.connection, self.cast = administrator, cast

    def add(self, many: int, trails: list[int]) -> None:
        by = self.cast.police
        facts = {
            "person": by.person.pk,
            "organisation": by.organisation_id,
            "membership": by.membership.pk,
            "many": many,
            "trails": trails,
        }
        self.connection.execute(ADD.encode(), facts)

    def first_unsealed(self) -> int:
        """The lowest number of an entry; 0 when all is sealed."""
        return self._number(UNSEALED)

    def last(self) -> int:
        return self._number(LAST)

    def until_sealed(self) -> float:
        """The seconds that it takes from now."""
        began = perf_counter()
        assert wait_until(lambda: not self.first_unsealed(), seconds=1200, pause=0.02)
        return perf_counter() - began

    def _number(self, query: str) -> int:
        found = self.connection.execute(query.encode()).fetchone()
        return int(found[0]) if found else 0


def measure(site: Site) -> list[Row]:
    cast = Cast()
    rows: list[Row] = [_acts(cast)]
    environ = programs.environ_of_sealer(site.house.state, site.house.servers, site.live.environ)
    with site.administrator() as administrator:
        trails = Trails(administrator, cast)
        programs.start_sealer(site.live.group, environ)
        trails.until_sealed()
        rows += [_heap(trails), *_steadily(trails), *_long(site, trails)]
    return rows


def _acts(cast: Cast) -> Row:
    """The yardstick: entries written as the product writes them, each in its transaction."""
    touched = [cast.coordinator.organisation_id]
    began = perf_counter()
    for number in range(ACTS):
        with acting_as(cast.police):
            thing = ("case", str(number))
            record(
                actions.LOGGED_IN,
                actor=cast.police,
                at=timezone.now(),
                thing=thing,
                touched=touched,
            )
    rate = ACTS / (perf_counter() - began)
    return Row("acts recorded in two trails by one client (yardstick)", rate, "a second")


def _heap(trails: Trails) -> Row:
    both = [trails.cast.police.organisation_id, trails.cast.coordinator.organisation_id]
    trails.add(HEAP // 2, both)
    return Row(f"a heap of {HEAP:,} entries sealed", HEAP / trails.until_sealed(), "a second")


def _steadily(trails: Trails) -> Iterator[Row]:
    """From the commit of each act to the commit of its seal."""
    both = [trails.cast.police.organisation_id, trails.cast.coordinator.organisation_id]
    waiting: list[tuple[int, float]] = []
    took: list[float] = []
    began = perf_counter()
    for tick in range(TICKS):
        trails.add(int(PER_SECOND * TICK), both)
        waiting.append((trails.last(), perf_counter()))
        while perf_counter() < began + (tick + 1) * TICK:
            _settle(trails, waiting, took)
            sleep(0.01)
    while waiting:
        _settle(trails, waiting, took)
    rate = TICKS * PER_SECOND * TICK / (perf_counter() - began)
    yield Row(f"acts in two trails each, for {TICKS * TICK:.0f} s", rate, "a second")
    yield Row("their commit to their seal, p50", p(50, took), "ms")
    yield Row("their commit to their seal, the last", 1000 * max(took), "ms", 2000)


def _settle(trails: Trails, waiting: list[tuple[int, float]], took: list[float]) -> None:
    first = trails.first_unsealed()
    while waiting and (not first or waiting[0][0] < first):
        took.append(perf_counter() - waiting.pop(0)[1])


def _long(site: Site, trails: Trails) -> Iterator[Row]:
    """The pages at two lengths; export and verification at the longer one."""
    log = trails.cast.coordinator.organisation
    pages = Pages(site, trails.connection, trails.cast.privacy_officer)
    sealed = 0
    for size in (SHORT, MILLION if os.environ["BENCH_MILLION"] else LONG):
        trails.add(size - sealed, [log.pk])
        sealed = size
        trails.until_sealed()
        trails.connection.execute("VACUUM ANALYZE audit_entry, audit_trailentry, audit_trailindex")
        yield from pages.at(size)
    yield Row(f"{sealed:,} entries saved from the page", _saved(site, trails.cast), "s", MINUTES)
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "spoor")
        owner = {**site.live.environ, "DATABASE_URL": site.live.database_url_owner}
        export = ["manage.py", "audit", "export", "--organisatie", log.code, "--uit", target]
        proof = ["manage.py", "audit", "prove", "--organisatie", log.code, "--regel", "4711"]
        proof += ["--uit", str(Path(folder) / "proof")]
        verify = ["-m", "partners.audit.verifier", target]
        for what, command in (("exported", export), ("verified", verify), ("one proven", proof)):
            yield Row(f"{sealed:,} entries {what}", _seconds(command, owner), "s", MINUTES)


def _saved(site: Site, cast: Cast) -> float:
    """As one file, to its last byte."""
    visitor = site.visitor(cast.privacy_officer)
    line = HTTPConnection(urlsplit(site.live.url).netloc, timeout=1200)
    began = perf_counter()
    line.request("GET", "/auditspoor.zip", headers={"Cookie": visitor.cookie})
    response = line.getresponse()
    assert response.status == 200, response.status
    while response.read(1 << 20):
        continue
    line.close()
    return perf_counter() - began


def _seconds(command: list[str], environ: dict[str, str]) -> float:
    began = perf_counter()
    subprocess.run([sys.executable, *command], cwd=ROOT, env=environ, check=True)  # noqa: S603  our own
    return perf_counter() - began
