"""The live product with canaries in it, and everybody who went everywhere to look for them."""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from websockets.sync.client import connect as open_socket
from websockets.typing import Origin

from config import programs
from config.database_roles import Connection, connect
from config.demo.accounts import DOMAIN
from config.embedded.processes import wait_until
from partners.models import ApiToken, CalendarKey
from tests.faults.visitor import Visitor
from tests.isolation.addresses import THING_OF, VARIABLE, addresses
from tests.isolation.canaries import Canaries, let_loose
from tests.isolation.crawl import Crawler
from tests.isolation.planting import plant
from tests.live import Live
from tests.servers import FOLDER, sealer_url

# ruff: noqa: S608  put together from constants alone
LOGINS = {
    "coordinator": "iv.oss",
    "police": "liaison1.politie",
    "grid": "liaison.netbeheerder",
    "stranger": "iv.meierijstad",
    "secretary": "secretaris.oss",
    "privacy officer elsewhere": "fg.meierijstad",
    "anonymous": "",
}
OF_CASE = {
    "contribution": "casework_contribution",
    "subject": "casework_subject",
    "disclosure": "casework_disclosure",
    "request": "casework_request",
    "commitment": "casework_commitment",
    "participation": "casework_participation",
    "handover": "casework_handover",
    "escalation": "casework_escalation",
    "referral": "casework_referral",
    "item": "casework_agendaitem",
    "step": "workflows_step",
}
BY_ANOTHER = {
    "document": """SELECT d.id FROM casework_document d
        JOIN casework_contribution c ON c.id = d.contribution_id WHERE c.case_id = %s""",
    "extension": """SELECT e.id FROM casework_extension e
        JOIN casework_request r ON r.id = e.request_id WHERE r.case_id = %s""",
    "meeting": "SELECT meeting_id FROM casework_agendaitem WHERE case_id = %s",
}
UUID_LENGTH = 36
SOCKET_SECONDS = 1.0
MAIL_SECONDS = 60.0


@dataclass
class Roost:
    live: Live
    canaries: Canaries
    owner: Connection
    ids: dict[str, list[str]] = field(init=False)
    planted: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        case = self.canaries.case_id
        self.planted = plant(self.owner, case)
        queries = {
            **{
                name: f"SELECT id FROM {table} WHERE case_id = %s"
                for name, table in OF_CASE.items()
            },
            **BY_ANOTHER,
        }
        self.ids = {
            name: [str(row[0]) for row in self.owner.execute(query.encode(), [case]).fetchall()]
            for name, query in queries.items()
        }
        self.ids["case"] = [self.canaries.reference]

    def paths(self) -> Iterator[str]:
        """Every address with every id of the case, whoever may go there."""
        for name, address in addresses().items():
            variable = VARIABLE.search(address.route)
            if variable is None:
                yield "/" + address.route.removeprefix("^").rstrip("$")
            for key in self.ids.get(THING_OF.get(name, ""), ()):
                yield "/" + VARIABLE.sub(key, address.route)

    def visitor(self, name: str) -> Visitor:
        login = LOGINS[name]
        if not login:
            nobody = Visitor(self.live.url, "")
            nobody.opens("/account/login/")
            return nobody
        visitor = Visitor(self.live.url, login).comes_in()
        visitor.key = self._key(login)
        return visitor

    def _key(self, login: str) -> str:
        key = secrets.token_urlsafe(32)
        self.owner.execute(
            """INSERT INTO partners_apitoken (membership_id, digest, created_at, expires_at)
               SELECT min(m.id), %s, now(), now() + interval '1 day' FROM partners_membership m
               JOIN partners_person p ON p.id = m.person_id WHERE p.email = %s
               ON CONFLICT (membership_id) DO UPDATE SET digest = excluded.digest""",
            [ApiToken.digest_of(key), f"{login}@{DOMAIN}"],
        )
        return key

    def _feed(self, login: str) -> str:
        """The address at which a calendar reads along with this person."""
        key = secrets.token_urlsafe(32)
        self.owner.execute(
            """INSERT INTO partners_calendarkey (membership_id, digest, created_at)
               SELECT min(m.id), %s, now() FROM partners_membership m
               JOIN partners_person p ON p.id = m.person_id WHERE p.email = %s""",
            [CalendarKey.digest_of(key), f"{login}@{DOMAIN}"],
        )
        return f"/agenda/{key}.ics"

    def own_ids(self) -> dict[str, str]:
        """Keys that are a word of their own, by what they are of: whose they are may read them."""
        return {
            key: f"the key of a {thing}"
            for thing, keys in self.ids.items()
            for key in keys
            if len(key) == UUID_LENGTH
        }

    def crawled(self, name: str) -> Crawler:
        crawler = Crawler(self.visitor(name))
        if LOGINS[name]:
            crawler.asks("GET", self._feed(LOGINS[name]))
        known = [self.canaries.reference, *(one for ids in self.ids.values() for one in ids)]
        crawler.goes_everywhere(["/", *self.paths()], known)
        description = crawler.asks("GET", "/api/v1/openapi.json").partition(b"\n\n")[2]
        words = [self.canaries.words[name] for name in ("address", "name of a person", "title")]
        crawler.told_apart = crawler.asks_the_api(description.decode(), words)
        crawler.served["socket"] = self._frames(crawler.visitor)
        return crawler

    def _frames(self, visitor: Visitor) -> bytes:
        """All that a socket says to who says that it has nothing yet."""
        if not visitor.login:
            return b""
        epoch, _seq = replace(visitor, key="").standing()
        address = self.live.url.replace("http", "ws", 1) + "/ws/meldingen"
        frames = []
        with open_socket(
            address,
            origin=Origin(self.live.url),
            additional_headers={"Cookie": visitor.cookie},
            proxy=None,
        ) as socket:
            for seq in (0, 10**9):
                socket.send(json.dumps({"type": "hello", "epoch": epoch, "seq": seq}))
                try:
                    while True:
                        frames.append(str(socket.recv(timeout=SOCKET_SECONDS)))
                except TimeoutError:
                    continue
        return "\n".join(frames).encode()

    def send_mail(self) -> bytes:
        """All mail that waits, sent at once by a real worker; a demo person's goes to its log."""
        self.owner.execute("UPDATE procrastinate_jobs SET scheduled_at = now()")
        worker = programs.start_worker(self.live.group, self.live.environ)
        try:
            assert wait_until(lambda: not self._mail_waits(), seconds=MAIL_SECONDS)
        finally:
            worker.process.terminate()
            worker.process.wait(MAIL_SECONDS)
            self.live.group.forget(worker)
        return worker.log.read_bytes()

    def _mail_waits(self) -> bool:
        return bool(
            self.owner.execute(
                """SELECT FROM procrastinate_jobs
                   WHERE task_name = 'notifications.mail' AND status IN ('todo', 'doing')"""
            ).rowcount
        )

    def seal(self) -> None:
        """A real sealer, until there is nothing left to number."""
        database = urlsplit(self.live.database_url_web).path.removeprefix("/")
        environ = self.live.environ | {
            "DATABASE_URL": sealer_url(database),
            "AUDIT_SEAL_SEED": secrets.token_hex(32),
        }
        sealer = programs.start_sealer(self.live.group, environ)
        waiting = "SELECT FROM audit_trailentry WHERE seq IS NULL"
        try:
            assert wait_until(
                lambda: not self.owner.execute(waiting).rowcount, seconds=MAIL_SECONDS
            )
        finally:
            sealer.process.terminate()
            sealer.process.wait(MAIL_SECONDS)
            self.live.group.forget(sealer)

    def logs(self) -> dict[str, bytes]:
        """Of web, worker and sealer, and of the database that all runs of the tests share."""
        assert self.live.web is not None
        found = [*self.live.web.log.parent.iterdir(), *FOLDER.glob("*/log/postgres*")]
        return {path.name: path.read_bytes() for path in found}


def settle(live: Live) -> Roost:
    """Mail that other tests left behind is not sent: what waits afterwards is of this case."""
    owner = connect(live.database_url_owner)
    owner.execute("UPDATE procrastinate_jobs SET status = 'cancelled' WHERE status = 'todo'")
    return Roost(live, let_loose(live), owner)
