"""The bare flow, done in this process and served beside the product, on the same database."""

import sys
from dataclasses import replace
from time import perf_counter
from types import TracebackType
from typing import Self

from django.db import transaction

from bench import bare
from bench.site import Site
from config import programs
from config.embedded.ports import LOOPBACK, free_port
from tests.cast import Cast

GRANT = """
GRANT ALL ON viewflow_process, viewflow_task, viewflow_task_previous TO schakelpunt_web;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO schakelpunt_web;
"""


class BareServer:
    """The same web server, session and role in the database as the product has."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.url = f"http://{LOOPBACK}:{free_port()}"
        self.person = Cast().police.person
        self.visitor = replace(site.visitor(Cast().police), url=self.url)

    def __enter__(self) -> Self:
        with self.site.house.owner() as owner:
            owner.execute(GRANT.encode())
        environ = {**self.site.live.environ, "DJANGO_SETTINGS_MODULE": "bench.bare_settings"}
        address = ["--host", LOOPBACK, "--port", self.url.rpartition(":")[2]]
        self.child = self.site.house.group.spawn(
            "bare",
            [sys.executable, "-m", "uvicorn", "bench.bare_web:application", *address],
            environ=environ,
            cwd=programs.ROOT,
        )
        programs.await_web(self.child, f"{self.url}/klaar")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.child.process.terminate()
        self.child.process.wait()
        self.site.house.group.forget(self.child)

    def transits(self) -> float:
        task = bare.begin(self.person)
        began = perf_counter()
        with transaction.atomic():
            bare.transit(task.pk, task.process_id)
        return perf_counter() - began

    def completes_over_http(self) -> float:
        task = bare.begin(self.person)
        path = f"/bare/{task.process_id}/visit/{task.pk}/execute/"
        line = self.visitor.line()
        began = perf_counter()
        answer = self.visitor.sends(line, path, {})
        took = perf_counter() - began
        assert answer.status == 302, answer.text[:2000]
        return took
