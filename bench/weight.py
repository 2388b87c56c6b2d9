"""What a first page costs to fetch: its HTML and all that this asks for, compressed."""

import gzip
import re
from http.client import HTTPConnection
from urllib.parse import urlsplit

from bench.row import Row
from bench.site import Site
from tests.cast import Cast
from tests.faults.visitor import Visitor

ASSET = re.compile(r'(?:src|href)="(/static/[^"#?]+)')
BUDGET = 150.0


def measure(site: Site) -> list[Row]:
    pages = {
        "log-in page": Visitor(site.live.url, "").opens("/account/login/").text,
        "worklist": site.visitor(Cast().coordinator).opens("/werkvoorraad").text,
    }
    found = []
    for name, html in pages.items():
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//(?!github\.com)', html)
        assets = {path: _fetched(site.live.url, path) for path in set(ASSET.findall(html))}
        size = len(gzip.compress(html.encode())) + sum(assets.values())
        what = f"first page, the {name}, with {len(assets)} assets, compressed"
        found.append(Row(what, size / 1000, "kB", BUDGET))
    return found


def _fetched(url: str, path: str) -> int:
    """As the server sends it to a browser that takes gzip."""
    line = HTTPConnection(urlsplit(url).netloc)
    line.request("GET", path, headers={"Accept-Encoding": "gzip"})
    response = line.getresponse()
    assert response.status == 200, path
    size = len(response.read())
    line.close()
    return size
