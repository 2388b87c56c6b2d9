"""`python -m bench`: each measure beside its yardstick, on servers of its own, as one table."""

import argparse
import os
import time
from importlib import import_module
from typing import TYPE_CHECKING

import django

from bench.row import Row, table
from tests.faults.house import House

if TYPE_CHECKING:
    from bench.site import Site

MEASURES = {
    "tasks": "bench.tasks:completed",
    "second": "bench.tasks:visible",
    "sockets": "bench.sockets:measure",
    "rights": "bench.rights:measure",
    "weight": "bench.weight:measure",
    "start": "bench.start:measure",
    "seals": "bench.seals:measure",
    "lists": "bench.lists:measure",
}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("measures", nargs="*", metavar="measure", help=", ".join(MEASURES))
    options.add_argument(
        "--million",
        action="store_true",
        help="lists at 1,000,000 cases, and a trail of as many entries",
    )
    asked = options.parse_args()
    os.environ["BENCH_MILLION"] = "1" if asked.million else ""
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, load {_load()}")
    rows: list[Row] = []
    with House() as house:
        site = _site(house)
        for name in asked.measures or MEASURES:
            began = time.perf_counter()
            module, _, function = MEASURES[name].partition(":")
            found: list[Row] = getattr(import_module(module), function)(site)
            rows += found
            print(f"\n{name}: {time.perf_counter() - began:.0f} s, load {_load()}")
            print(table(found), flush=True)
    print(f"\n{table(rows)}")


def _site(house: House) -> "Site":
    """Filled and served; this process is one program more that logs in as the web does."""
    house.populate()
    house.live.start_web()
    os.environ.update(house.live.environ, DJANGO_SETTINGS_MODULE="bench.settings")
    django.setup()
    site: Site = import_module("bench.site").Site(house)
    return site


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


main()
