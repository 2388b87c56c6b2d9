"""Pages of a trail, short and long: whatever is looked for, and however rare it is."""

from collections.abc import Iterator

from bench.lists import Place, looks, queries_of
from bench.row import Row
from bench.site import Site
from config.database_roles import Connection
from partners.actor import Actor

GROWTH = 2.0
MIDDLE = """SELECT row_id FROM audit_trailindex WHERE organisation_id = %s
    ORDER BY at DESC, number DESC OFFSET %s LIMIT 1"""


class Pages:
    """Each beside itself in the short trail, which is measured first."""

    def __init__(self, site: Site, administrator: Connection, officer: Actor) -> None:
        self.site, self.administrator, self.officer = site, administrator, officer
        self.before: dict[str, float] = {}

    def at(self, size: int) -> Iterator[Row]:
        visitor = self.site.visitor(self.officer)
        for name, query in self._queries(size).items():
            place = Place(name, self.officer, f"/auditspoor{query}")
            _first, _p50, p95 = looks(self.site, visitor, place.path)
            queries = queries_of(place, visitor)
            yield Row(f"{name} at {size:,} entries, p95 ({queries} queries)", p95, "ms")
            if name in self.before:
                yield Row(f"{name}, at {size:,} / short", p95 / self.before[name], "x", GROWTH)
            self.before.setdefault(name, p95)

    def _queries(self, size: int) -> dict[str, str]:
        half = [self.officer.organisation_id, size // 2]
        found = self.administrator.execute(MIDDLE.encode(), half).fetchone()
        middle = found[0] if found else ""
        return {
            "page of the trail": "",
            "its middle": f"?ouder={middle}",
            "refusals, one entry in 5,000": "?soort=refusal",
            "a ground, one entry in 5,000": "?grondslag=Wpg+18",
            "one thing": "?kenmerk=4711",
            "looks from outside": "?soort=look&organisatie=anderen",
        }
