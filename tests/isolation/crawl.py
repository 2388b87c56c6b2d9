"""Whoever goes everywhere: every link, every address with known ids, every parameter of the API."""

import json
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection
from urllib.parse import quote, urljoin, urlsplit

from tests.faults.visitor import PATIENCE, Visitor

LINK = re.compile(r'(?:href|hx-get|src|action|data-[\w-]*url)="([^"#]+)')
NUMBER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-VR\d\d-\d+|\d+")
LIKE = 4
"""Of pages that differ in a number alone one looks at so many, but for those of the case."""
API = "/api/v1"
UNWRITTEN = "kanarie000000000000"
ONCE = re.compile(rb"(?i)\ndate: [^\n]*|urn:uuid:[0-9a-f-]{36}|\nx-trace[^\n]*")
LEAVE = ("/account/logout", "/static/")
PARAMETERS = re.compile(r"\{(\w+)\}")
PARTS = re.compile(r"[/?&=.]")


@dataclass
class Crawler:
    """`served` is all that came back: the line of status, headers and body."""

    visitor: Visitor
    served: dict[str, bytes] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    told_apart: list[str] = field(default_factory=list)

    def asks(self, method: str, path: str, body: str = "", media_type: str = "") -> bytes:
        headers = {"Accept-Encoding": "identity"}
        if self.visitor.key and path.startswith("/api/"):
            headers["Authorization"] = f"Bearer {self.visitor.key}"
        elif self.visitor.cookies:
            headers |= {"Cookie": self.visitor.cookie, "Origin": self.visitor.url}
            headers["X-CSRFToken"] = self._token
        if media_type:
            headers["Content-Type"] = media_type
        line = HTTPConnection(urlsplit(self.visitor.url).netloc, timeout=PATIENCE)
        try:
            line.request(method, quote(path, safe="/?&=%:+,;@~-._[]()"), body or None, headers)
            response = line.getresponse()
            head = f"{response.status} {response.reason}\n{response.msg}".encode()
            answer = head + b"\n" + response.read()
            self.statuses[response.status] += 1
            at_login = "/account/login/" in response.getheader("Location", "")
            if self.visitor.login and at_login and not path.startswith("/account/"):
                raise AssertionError(f"put out before {method} {path}, after {[*self.served][-5:]}")
        finally:
            line.close()
        self.served[f"{method} {path}"] = answer
        return answer

    @property
    def _token(self) -> str:
        """So that what is refused is refused for what it is, and not for where it came from."""
        return next((one for name, one in self.visitor.cookies.items() if "csrf" in name), "")

    def goes_everywhere(self, start: Iterable[str], known: Iterable[str]) -> None:
        """`known` are whole parts of addresses of which every page is looked at."""
        always = set(known)
        waiting = deque(start)
        seen: set[str] = set()
        like: Counter[str] = Counter()
        while waiting:
            path = waiting.popleft()
            kind = NUMBER.sub("#", path)
            is_known = not always.isdisjoint(PARTS.split(path))
            if path in seen or path.startswith(LEAVE) or (like[kind] >= LIKE and not is_known):
                continue
            seen.add(path)
            like[kind] += 1
            waiting.extend(self._links(path, self.asks("GET", path)))

    def _links(self, path: str, answer: bytes) -> Iterator[str]:
        head, _line, body = answer.decode(errors="replace").partition("\n\n")
        found = [unescape(link) for link in LINK.findall(body)] + re.findall(
            r"(?im)^location: (\S+)", head
        )
        if path.startswith("/api/"):
            found += re.findall(r'"(https?://[^"]+|/api/[^"]+)"', body)
        for link in found:
            parts = urlsplit(urljoin(self.visitor.url + path, link))
            if f"{parts.scheme}://{parts.netloc}" == self.visitor.url:
                yield parts.path + (f"?{parts.query}" if parts.query else "")

    def asks_the_api(self, description: str, words: Iterable[str]) -> list[str]:
        """Every parameter of every list, with words of others and with one that nobody wrote.

        Where the two are told apart, the words themselves masked: there must be none.
        """
        told_apart = []
        for path, operations in json.loads(description)["paths"].items():
            if "get" not in operations or PARAMETERS.search(path):
                continue
            given = [*operations.get("parameters", []), *operations["get"].get("parameters", [])]
            for one in given:
                if one.get("in") == "query":
                    place = f"{API}{path}?{one['name']}="
                    unwritten = self._masked(place, UNWRITTEN)
                    told_apart += [
                        place for word in words if self._masked(place, word) != unwritten
                    ]
        return told_apart

    def _masked(self, place: str, word: str) -> bytes:
        answer = self.asks("GET", place + word).replace(word.encode(), b"word")
        return ONCE.sub(b"", answer)
