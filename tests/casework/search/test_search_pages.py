"""The page and the address of the API: words go in the body, and come back escaped."""

import pytest
from django.test import Client

from casework.models import Case
from casework.search.results import Hit
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from tests.api.client import Client as ApiClient
from tests.api.conftest import Keys, keys, owner  # noqa: F401  fixtures
from tests.casework.search.conftest import PutIn
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def browser_of(actor: Actor) -> Client:
    client = Client()
    client.force_login(actor.person)
    session = client.session
    session[SESSION_KEY] = actor.membership.pk
    session.save()
    return client


def test_the_page_works_without_javascript_and_htmx_gets_the_part(
    cast: Cast, case: Case, put_in: PutIn
) -> None:
    put_in("Vuurkorf in de tuin", to=cast.landlord)
    browser = browser_of(cast.coordinator)
    assert "Waar zoekt u naar?" in browser.get("/zoeken").content.decode()
    whole = browser.post("/zoeken", {"words": "vuurkorf"})
    assert whole.headers["Cache-Control"] == "private, no-store"
    page = whole.content.decode()
    assert "<mark>Vuurkorf</mark> in de tuin" in page
    assert 'value="vuurkorf"' in page, "what was asked stands in the box"
    part = browser.post("/zoeken", {"words": "vuurkorf"}, headers={"HX-Request": "true"})
    assert "<mark>Vuurkorf</mark>" in part.content.decode()
    assert "<html" not in part.content.decode()


def test_what_a_person_wrote_is_escaped_before_the_words_are_marked() -> None:
    hit = Hit("case", "x", "x", "x", "x", 1, "\x02<i>\x03 & <script>", "/")
    assert hit.marked == "<mark>&lt;i&gt;</mark> &amp; &lt;script&gt;"
    assert hit.plain == "<i> & <script>"


def test_nothing_found_and_nothing_for_you_look_the_same(cast: Cast, put_in: PutIn) -> None:
    put_in("Vuurkorf")
    browser = browser_of(cast.grid)
    hidden, missing = (
        browser.post("/zoeken", {"words": word}, headers={"HX-Request": "true"}).content
        for word in ("vuurkorf", "vuurvlieg")
    )
    assert hidden == missing
    assert "Niets gevonden" in hidden.decode()


def test_an_empty_box_says_what_to_do(cast: Cast) -> None:
    answer = browser_of(cast.coordinator).post("/zoeken", {"words": ""})
    assert answer.status_code == 422
    assert "Vul in waar u naar zoekt." in answer.content.decode()


def test_more_than_a_few_go_by_page(cast: Cast, put_in: PutIn) -> None:
    for number in range(7):
        put_in(f"Vuurkorf {number}")
    browser = browser_of(cast.coordinator)
    assert "Alle 7 in Bijdragen" in browser.post("/zoeken", {"words": "vuurkorf"}).content.decode()
    all_of_them = browser.post(
        "/zoeken", {"words": "vuurkorf", "kind": "contribution", "page": "1"}
    )
    assert all_of_them.content.decode().count("<mark>") == 7


def test_the_api_finds_the_same(cast: Cast, put_in: PutIn, keys: Keys) -> None:  # noqa: F811
    made = put_in("Vuurkorf", to=cast.landlord)
    for actor, count in ((cast.landlord, 1), (cast.grid, 0)):
        api = ApiClient(keys.give(actor))
        answer = api.post("/zoeken", {"zoekterm": "vuurkorf"}).json()
        assert answer["aantal"] == count
        rows = [row for group in answer["groepen"] for row in group["resultaten"]]
        assert [row["id"] for row in rows] == ([str(made.pk)] if count else [])
        assert [row["fragment"] for row in rows] == (["Vuurkorf"] if count else [])
    one = api.post("/zoeken", {"zoekterm": "vuurkorf", "soort": "bijdrage"}).json()
    assert [group["soort"] for group in one["groepen"]] == ["bijdrage"]
    assert api.post("/zoeken", {"zoekterm": "x"}).status_code == 400
