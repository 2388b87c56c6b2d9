"""Someone of the cast at a browser without a screen: what they open, fill in and may find."""

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.test.client import ClientHandler
from django.utils import timezone

from config.demo import answers as hennep
from config.demo.themes import answers_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from tests.journeys.page import Page, Values
from workflows.flows import flow_of

if TYPE_CHECKING:
    from tests.journeys.company import Company

WORKLIST = "/werkvoorraad"
EXPLANATION = "/wie-ziet-wat"
"""The role matrix in words, the same for everybody and of no case."""
AS_A_BROWSER = ClientHandler(enforce_csrf_checks=True)
"""One for all of them: it loads the middleware once."""
Answers = hennep.Answers


class Person:
    """`company` holds the case that all of them work on."""

    def __init__(self, actor: Actor, company: "Company") -> None:
        self.actor = actor
        self.company = company
        self.client = Client()
        self.client.handler = AS_A_BROWSER
        self.logged_in_on: date | None = None

    def opens(self, address: str, *, status: int = 200) -> Page:
        self._log_in()
        return self._page(address, self.client.get(address), status)

    def posts(self, address: str, values: Values, *, status: int = 302) -> Page:
        """Send values as a browser sends a form: with the token that the page gave."""
        self._log_in()
        return self._page(address, self.client.post(address, values), status)

    def reports(self, **changes: Any) -> None:
        """Report a case by the page; from here on it is the case of the whole company."""
        theme = self.company.theme
        address = f"/melden/{theme}"
        page = self.opens(address)
        ordinary = answers_of(theme)
        given = (ordinary.signal() if theme == "hennep" else ordinary.report()) | changes
        form = page.form("submission")
        if "proportionality" in form.names:
            given = given | hennep.weighed()
        answer = self.posts(address, form.filled(given))
        self.company.case = answer.address.rsplit("/", 1)[-1]

    def does(self, node: str, only: Answers | None = None, /, **changes: Any) -> None:
        """Find the task on the own worklist, open it, fill it in and complete it."""
        self.fills_in(node, only, status=302, **changes)

    def fills_in(
        self, node: str, only: Answers | None = None, /, *, status: int, **changes: Any
    ) -> Page:
        """Post the form of a task as it was rendered, with the ordinary answers typed in.

        `only` are other answers than the ordinary ones; a change to None leaves a field as it is.
        """
        address = self.task(node)
        form = self.opens(address).form()
        given = self._ordinary_answers(node, form.names) if only is None else only
        if "proportionality" in form.names:
            given = given | hennep.weighed()
        wanted = {name: one for name, one in (given | changes).items() if one is not None}
        return self.posts(address, form.filled(wanted), status=status)

    def task(self, node: str) -> str:
        """Its address, from the worklist.

        :raises LookupError: when it does not stand there.
        """
        flow: Any = flow_of(self.company.theme).instance
        wanted = f"{flow.node(node).task_title} in zaak {self.company.case}"
        for link in self.opens(WORKLIST).links:
            if " ".join(link.text.split()) == wanted:
                return link.address
        raise LookupError(f"“{wanted}” is not on the worklist of {self.actor.organisation}")

    @property
    def token(self) -> str:
        """What any page gives a form of this person to send along."""
        html = self.opens("/mijn-account").html
        given: list[str] = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
        return given[0]

    @property
    def case_address(self) -> str:
        return f"/zaken/{self.company.case}"

    @property
    def request_address(self) -> str:
        """Of the first request on the page of the case."""
        links = self.opens(self.case_address).links
        return next(link.address for link in links if link.address.startswith("/verzoeken/"))

    def reads(self, title: str) -> Page:
        """Open the newest contribution of that title, from the page of the case."""
        links = [
            one
            for one in self.opens(self.case_address).links
            if one.text == title and one.address.startswith("/bijdragen/")
        ]
        if not links:
            raise LookupError(f"no link “{title}” on the case of {self.actor.organisation}")
        return self.opens(links[-1].address)

    def request_to(self, partner: str) -> Page:
        """The request that was put to this partner, from the page of the case."""
        links = self.opens(self.case_address).links
        found = [
            one
            for one in links
            if one.text.endswith(f"van {partner}") and one.address.startswith("/verzoeken/")
        ]
        return self.opens(found[-1].address)

    def notifications(self) -> list[str]:
        """What the inbox, mail and socket say and point to, numbered or not."""
        with acting_as(self.actor):
            return [f"{one} {one.link}" for one in Notification.objects.of(self.actor.person)]

    def may_not_open(self, address: str) -> None:
        self.opens(address, status=404)

    def has_no_task(self, node: str) -> None:
        with pytest.raises(LookupError):
            self.task(node)

    def sees(self, *texts: str, but_not: tuple[str, ...] = ()) -> None:
        """Somewhere behind the links one has; and nowhere what is named as `but_not`."""
        found = "\n".join(page.text for page in self.wanders())
        for text in texts:
            assert text in found, f"{self.actor.organisation} does not see “{text}”"
        for text in but_not:
            assert text not in found, f"{self.actor.organisation} sees “{text}”"

    def does_not_see(self, *texts: str) -> None:
        self.sees(but_not=texts)

    def wanders(self) -> Iterator[Page]:
        """Every page one can come to by links, from the case and from the own lists."""
        waiting = [
            self.case_address,
            f"{self.case_address}/stappen",
            WORKLIST,
            "/zaken",
            "/meldingen",
        ]
        met = {*waiting, EXPLANATION}
        while waiting:
            page = self.opens(waiting.pop(0))
            yield page
            for link in page.links:
                place = urlsplit(link.address)
                if place.netloc or not place.path.startswith("/") or place.path in met:
                    continue
                met.add(place.path)
                waiting.append(place.path)

    def _ordinary_answers(self, node: str, asked: set[str]) -> dict[str, Any]:
        kind = self.actor.organisation.kind
        if self.company.theme == "hennep" and (node, kind) == ("answer", "om"):
            return hennep.answer_of_prosecutor()
        given: dict[str, Any] = getattr(answers_of(self.company.theme), node)()
        indicators = {name: "yes" for name in asked if name.startswith("outcome_")}
        return given | indicators

    def _log_in(self) -> None:
        """A session does not last the night."""
        today = timezone.localdate()
        if self.logged_in_on == today:
            return
        self.logged_in_on = today
        self.client.force_login(self.actor.person)
        session = self.client.session
        session[SESSION_KEY] = self.actor.membership.pk
        session.save()

    def _page(self, address: str, response: Any, status: int) -> Page:
        html = response.content.decode()
        page = Page(response.headers.get("Location", address), response.status_code, html)
        told = f"{address}: {page.status}, not {status}: {page.text[:400]}"
        assert page.status == status, told
        return page
