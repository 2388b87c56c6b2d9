"""Words of one partner's information are in no byte that reaches another, by whatever door.

Everybody follows every link, tries every address with every id of the case and every parameter of
the API, and listens at the socket. Whose words they are finds each of them in the same way: a
crawl that finds nothing proves nothing.
"""

from collections.abc import Iterator

import pytest

from tests.isolation.canary_search import words_in
from tests.isolation.crawl import Crawler
from tests.isolation.roost import LOGINS, Roost, settle
from tests.live import Live

pytestmark = pytest.mark.slow

OUTSIDE = tuple(name for name in LOGINS if name not in ("coordinator", "police", "grid"))
ALL = (*LOGINS,)
FOR_THE_GRID = {"answer of the grid"}
"""The netbeheerder was asked one thing in this case: it has its own answer."""
OWN_TRAIL = ("/auditspoor", "/auditregels", "/processing-activities")
METHODS = ("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


@pytest.fixture(scope="module")
def roost(live: Live) -> Iterator[Roost]:
    roost = settle(live)
    with roost.owner:
        yield roost


@pytest.fixture(scope="module")
def crawls(roost: Roost) -> dict[str, Crawler]:
    return {name: roost.crawled(name) for name in ALL}


def heard(roost: Roost, served: dict[str, bytes]) -> dict[str, str]:
    """Which canaries, by what they are, and where first."""
    return _heard({word: name for name, word in roost.canaries.words.items()}, served)


def _heard(names: dict[str, str], served: dict[str, bytes]) -> dict[str, str]:
    found: dict[str, str] = {}
    for place, content in served.items():
        for word in words_in(content, names):
            # Who asks for a word may get to hear what he asked for.
            if word not in place:
                found.setdefault(names[word], place)
    return found


def keys_heard(roost: Roost, served: dict[str, bytes]) -> dict[str, str]:
    """Which things of the case are named by their key, and where first.

    In the trail of an organisation stands what its own people asked for and were refused.
    """
    keys = roost.own_ids()
    found: dict[str, str] = {}
    for place, content in served.items():
        if any(trail in place for trail in OWN_TRAIL):
            continue
        for key, thing in keys.items():
            if key.encode() in content and key not in place:
                found.setdefault(thing, place)
    return found


def feed(crawler: Crawler) -> bytes:
    return next(answer for place, answer in crawler.served.items() if "/agenda/" in place)


def test_a_calendar_tells_of_own_cases_and_no_word_of_them(
    roost: Roost, crawls: dict[str, Crawler]
) -> None:
    """What others read of theirs, the tests below look at too."""
    assert b"BEGIN:VEVENT" in feed(crawls["coordinator"])
    assert roost.canaries.reference.encode() not in feed(crawls["stranger"])
    for name in ("coordinator", "police", "grid"):
        assert heard(roost, {"feed": feed(crawls[name])}) == {}


def test_whose_words_they_are_finds_every_one(roost: Roost, crawls: dict[str, Crawler]) -> None:
    for reader in ("coordinator", "police", "grid"):
        own = {name for name, who in roost.canaries.readers.items() if who == reader}
        missed = own - set(heard(roost, crawls[reader].served))
        assert missed == set(), f"the crawl of {reader} is blind to these"
    assert "the key of a contribution" in keys_heard(roost, crawls["coordinator"].served)
    found = set(_heard(roost.planted, crawls["coordinator"].served))
    assert {"casework_commitment.text", "casework_disclosure.purpose"} <= found


@pytest.mark.parametrize("name", OUTSIDE)
def test_who_takes_no_part_finds_none(name: str, roost: Roost, crawls: dict[str, Crawler]) -> None:
    crawler = crawls[name]
    assert heard(roost, crawler.served) == {}
    assert keys_heard(roost, crawler.served) == {}
    assert _heard(roost.planted, crawler.served) == {}
    assert len(crawler.served) > 200, "it went nowhere"
    assert 500 not in crawler.statuses
    assert crawler.told_apart == [], "here one learns whether somebody wrote a word"


def test_a_party_without_overview_finds_its_own_and_what_it_was_told(
    roost: Roost, crawls: dict[str, Crawler]
) -> None:
    assert set(heard(roost, crawls["grid"].served)) == FOR_THE_GRID
    assert roost.canaries.reference.encode() in b"".join(crawls["grid"].served.values())


@pytest.mark.parametrize("name", ["stranger", "secretary", "anonymous"])
def test_no_refusal_of_a_method_speaks(name: str, roost: Roost) -> None:
    crawler = Crawler(roost.visitor(name))
    for path in set(roost.paths()):
        for method in METHODS:
            if roost.canaries.reference in path or any(one in path for one in _ids(roost)):
                crawler.asks(method, path, "{}" if path.startswith("/api/") else "")
    assert heard(roost, crawler.served) == {}
    assert crawler.statuses.keys() <= {200, 302, 400, 401, 403, 404, 405, 415, 422, 429}
    expired = b"Uw formulier was verlopen"
    assert not any(expired in answer for answer in crawler.served.values()), "refused too early"


def _ids(roost: Roost) -> list[str]:
    return [f"/{one}" for ids in roost.ids.values() for one in ids]


def test_no_mail_and_no_log_holds_any(roost: Roost) -> None:
    """Not even those of who receives them: neither is a place for information of a case."""
    mail = roost.send_mail()
    assert b"Subject: " in mail
    assert heard(roost, {"mail": mail}) == {}
    roost.seal()
    logs = roost.logs()
    assert {"web", "worker", "sealer", "postgres"} <= {name.partition(".")[0] for name in logs}
    assert heard(roost, logs) == {}


def test_a_page_that_breaks_says_nothing_of_what_it_was_about(roost: Roost) -> None:
    """A 500, for who may read everything: neither the answer nor the log repeats it."""
    crawler = Crawler(roost.visitor("coordinator"))
    roost.owner.execute("ALTER TABLE casework_commitment RENAME TO aside")
    try:
        answer = crawler.asks("GET", f"/zaken/{roost.canaries.reference}")
    finally:
        roost.owner.execute("ALTER TABLE aside RENAME TO casework_commitment")
    assert crawler.statuses == {500: 1}
    assert heard(roost, {"answer": answer, **roost.logs()}) == {}
