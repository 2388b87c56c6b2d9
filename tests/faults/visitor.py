"""Someone at a browser without a screen, over real HTTP; follows no redirects."""

import json
import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

from config.demo.accounts import DOMAIN, PASSWORD

PATIENCE = 60.0
UNREACHABLE = (OSError, HTTPException)
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    media_type: str
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


@dataclass
class Visitor:
    """`login` is the name before the @ of a demo account; a key of the API may stand instead."""

    url: str
    login: str
    key: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    def comes_in(self) -> "Visitor":
        self.opens("/account/login/")
        answer = self.posts(
            "/account/login/", {"login": f"{self.login}@{DOMAIN}", "password": PASSWORD}
        )
        assert answer.status == 302, answer.text[:400]
        return self

    def opens(self, path: str) -> Answer:
        return self.asks(self.line(), "GET", path)

    def posts(self, path: str, values: dict[str, Any]) -> Answer:
        return self.sends(self.line(), path, values)

    def line(self) -> HTTPConnection:
        """A connection that is open already, for who wants to be on the dot."""
        connection = HTTPConnection(urlsplit(self.url).netloc, timeout=PATIENCE)
        connection.connect()
        return connection

    def sends(self, line: HTTPConnection, path: str, values: dict[str, Any]) -> Answer:
        if self.key:
            return self.asks(line, "POST", path, json.dumps(values), "application/json")
        token = next(one for name, one in self.cookies.items() if "csrf" in name)
        body = urlencode({**values, "csrfmiddlewaretoken": token}, doseq=True)
        return self.asks(line, "POST", path, body, FORM)

    def asks(
        self, line: HTTPConnection, method: str, path: str, body: str = "", media_type: str = ""
    ) -> Answer:
        """
        :raises OSError, HTTPException: when the web is not there or goes away before it answers.
        """
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {"Cookie": self.cookie}
        if media_type:
            headers["Content-Type"] = media_type
        try:
            line.request(method, path, body or None, headers)
            response = line.getresponse()
            for given in response.msg.get_all("Set-Cookie", []):
                name, _, value = given.partition(";")[0].partition("=")
                self.cookies[name] = value
            return Answer(
                response.status,
                response.getheader("Location", ""),
                response.getheader("Content-Type", ""),
                response.read().decode(),
            )
        finally:
            line.close()

    @property
    def cookie(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def standing(self) -> tuple[str, int]:
        """What the page asks when its socket is down."""
        now = self.opens("/meldingen/stand").json
        return now["epoch"], now["seq"]

    def tasks_of(self, reference: str) -> list[str]:
        """The addresses of the tasks that the case shows."""
        page = self.opens(f"/zaken/{reference}/stappen").text
        return sorted(set(re.findall(r"/taken/\d+", page)))
