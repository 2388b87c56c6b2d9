"""A task completed, by us and by Viewflow alone; and how soon a second person sees the next."""

import json
from time import perf_counter
from typing import TYPE_CHECKING

from django.db import connection
from websockets.sync.client import connect
from websockets.typing import Origin

from bench.bare_server import BareServer
from bench.row import Row, p
from bench.site import Site
from config.demo import answers
from config.demo.walk import open_step, reported
from partners.acting import acting_as
from tests.cases import a_case
from tests.cast import Cast
from tests.faults.visitor import Visitor

if TYPE_CHECKING:
    from casework.models import Case

TIMES = 60
WARMING_UP = 10
BUDGET = 1.25
VISIBLE_WITHIN = 60.0


def completed(site: Site) -> list[Row]:
    """In turns, so that what else the machine does weighs on all of them alike."""
    cast = Cast()
    police = site.visitor(cast.police)
    ours, stock, bare = [], [], []
    with BareServer(site) as server:
        paths = [_path(reported(cast.second_police), "visit", cast) for _ in range(TIMES)]
        for path in paths:
            ours.append(_post(police, path, answers.visit()))
            stock.append(server.completes_over_http())
            bare.append(server.transits())
    ours, stock, bare = (one[WARMING_UP:] for one in (ours, stock, bare))
    ours_ms, stock_ms, bare_ms = p(50, ours), p(50, stock), p(50, bare)
    return [
        Row("bare Viewflow transition, without HTTP (yardstick), p50", bare_ms, "ms"),
        Row("the same over HTTP by Viewflow's own view (yardstick), p50", stock_ms, "ms"),
        Row("our task over HTTP, with all that belongs to it, p50", ours_ms, "ms"),
        Row("our task over HTTP / bare transition", ours_ms / bare_ms, "x", BUDGET),
        Row("our task over HTTP / Viewflow's own view over HTTP", ours_ms / stock_ms, "x"),
    ]


def visible(site: Site) -> list[Row]:
    """From the click of politie until the coordinator, woken by the socket, has it on a list."""
    cast = Cast()
    police, coordinator = site.visitor(cast.police), site.visitor(cast.coordinator)
    reader = site.system(cast.coordinator)
    seen, told = [], []
    for _ in range(TIMES // 2):
        case = a_case(cast, at="report")
        path = _path(case, "report", cast)
        epoch, seq = coordinator.standing()
        with connect(
            site.live.url.replace("http", "ws", 1) + "/ws/meldingen",
            origin=Origin(site.live.url),
            additional_headers={"Cookie": coordinator.cookie},
            proxy=None,
        ) as socket:
            socket.send(json.dumps({"type": "hello", "epoch": epoch, "seq": seq}))
            assert json.loads(socket.recv())["type"] == "welcome"
            began = perf_counter()
            told.append(_post(police, path, answers.report()))
            while json.loads(socket.recv())["type"] != "event":
                continue
            tasks = reader.opens(f"/api/v1/taken?casus={case.reference}").json["resultaten"]
            seen.append(perf_counter() - began)
            assert [one["stap"] for one in tasks] == ["open_case"]
    after = [one - click for one, click in zip(seen, told, strict=True)]
    return [
        Row("task completed to next task seen by a second user, p50", p(50, after), "ms", 60),
        Row("the same from the click, p50", p(50, seen), "ms"),
    ]


def _path(case: "Case", node: str, cast: Cast) -> str:
    with acting_as(cast.police):
        return f"/taken/{open_step(case, node, cast.police).pk}"


def _post(visitor: Visitor, path: str, values: dict[str, object]) -> float:
    line = visitor.line()
    began = perf_counter()
    answer = visitor.sends(line, path, values)
    took = perf_counter() - began
    assert answer.status == 302, answer.text[:2000]
    connection.close()
    return took
