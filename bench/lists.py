"""The lists and pages at ten thousand cases, and again at a hundred thousand, or a million."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from time import perf_counter
from urllib.parse import urlsplit

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.filling import Filling
from bench.row import Row, p
from bench.site import Site
from config.demo.answers import Answers, objection_filed
from config.demo.walk import do
from partners.actor import Actor
from tests.cases import a_case
from tests.cast import Cast
from tests.faults.visitor import Visitor

LOOKS = 60
SIZES = (10_000, 100_000)
MILLION = 1_000_000
RESTRICTED = 30.0
GROWTH = 2.0


@dataclass(frozen=True)
class Place:
    name: str
    actor: Actor
    path: str


def measure(site: Site) -> list[Row]:
    cast = Cast()
    closed, reference = _closed_case(cast)
    with site.administrator() as administrator:
        running = administrator.execute(
            "SELECT id FROM casework_case WHERE closed_at IS NULL AND stage <> 'signal'"
        ).fetchall()
        filling = Filling(administrator, [closed], [one for (one,) in running])
        filling.prepare()
        sizes = (*SIZES, MILLION) if os.environ["BENCH_MILLION"] else SIZES
        return list(_at_each_size(site, filling, _places(cast, reference), sizes))


def _at_each_size(
    site: Site, filling: Filling, places: list[Place], sizes: tuple[int, ...]
) -> Iterator[Row]:
    before: dict[str, float] = {}
    filled = 1
    for size in sizes:
        began = perf_counter()
        filling.fill(filled, size)
        filled = size
        print(f"filled to {size} cases in {perf_counter() - began:.0f} s", flush=True)
        for place in places:
            is_api = place.path.startswith("/api/")
            visitor = site.system(place.actor) if is_api else site.visitor(place.actor)
            first, p50, p95 = looks(site, visitor, place.path)
            queries = queries_of(place, visitor)
            what = f"{place.name} at {size:,} cases"
            if is_api:
                limit = RESTRICTED if size == SIZES[1] else None
                yield Row(f"{what}, p50 ({queries} queries)", p50, "ms", limit)
            yield Row(f"{what}, p95 ({queries} queries; the first look {first:.0f} ms)", p95, "ms")
            if place.name in before:
                grown = p95 / before[place.name]
                what = f"{place.name}, p95 at {size:,} / at {SIZES[0]:,}"
                yield Row(what, grown, "x", GROWTH)
            before.setdefault(place.name, p95)


def _places(cast: Cast, reference: str) -> list[Place]:
    return [
        Place("API, 50 cases, restricted partner", cast.grid, "/api/v1/casussen"),
        Place("worklist", cast.coordinator, "/werkvoorraad"),
        Place("case list", cast.coordinator, "/zaken"),
        Place("case list, restricted partner", cast.grid, "/zaken"),
        Place("case page", cast.coordinator, f"/zaken/{reference}"),
        Place("throughput", cast.secretary, "/doorstroom"),
    ]


def looks(site: Site, visitor: Visitor, path: str) -> tuple[float, float, float]:
    """One client, one connection that stays open; the first look stands apart."""
    line = HTTPConnection(urlsplit(site.live.url).netloc)
    took = [_look(line, visitor, path) for _ in range(LOOKS + 1)]
    line.close()
    return 1000 * took[0], p(50, took[1:]), p(95, took[1:])


def _look(line: HTTPConnection, visitor: Visitor, path: str) -> float:
    headers = (
        {"Authorization": f"Bearer {visitor.key}"} if visitor.key else {"Cookie": visitor.cookie}
    )
    began = perf_counter()
    line.request("GET", path, headers=headers)
    response = line.getresponse()
    response.read()
    took = perf_counter() - began
    assert response.status == 200, (path, response.status)
    return took


def queries_of(place: Place, visitor: Visitor) -> int:
    """In this process, through all of it; after a first time that fills caches."""
    client = Client(SERVER_NAME="localhost")
    client.cookies.load(visitor.cookies)
    headers = {"Authorization": f"Bearer {visitor.key}"} if visitor.key else {}
    client.get(place.path, headers=headers)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(place.path, headers=headers)
    assert response.status_code == 200, (place.path, response.status_code)
    return len(captured)


def _closed_case(cast: Cast) -> tuple[int, str]:
    """Walked from the signal to the evaluation."""
    case = a_case(cast, at="objection")
    asked: Answers = {
        "event": "asked",
        "asked_on": timezone.localdate().isoformat(),
        "guarantees": "Een nieuwe huurder.",
    }
    do(case, "closure_period", cast.coordinator, asked)
    do(case, "decide_lifting", cast.mayor)
    do(case, "reopen", cast.coordinator)
    do(case, "objection", cast.coordinator, objection_filed())
    do(case, "decide_objection", cast.mayor, {"result": "withdrawn", "motive": "Ingetrokken."})
    do(case, "evaluate", cast.coordinator)
    connection.close()
    return case.pk, case.reference
