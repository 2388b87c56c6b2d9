"""What went wrong in systems like this one, each tried here as who may see the least.

Numbers of their issues stand with each. That lists take no more queries when there is more of
everything (Open Zaak #1057) is held by test_query_counts.py, and that nothing leaks through side
doors (Open Zaak CVE-2026-54657) by test_canaries.py as well.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from casework.models import Case, Disclosure
from casework.services import disclosures
from config.database_roles import Connection
from partners.acting import acting_as
from partners.audit.models import Entry, Result
from tests.api.conftest import Keys
from tests.cases import a_case
from tests.cast import Cast
from tests.isolation.acts import end_participation
from tests.isolation.addresses import addresses
from tests.isolation.callers import Caller, caller, keys_for
from tests.isolation.conftest import LogIn
from tests.isolation.dossier import MESSAGE, Dossier
from tests.isolation.entitlements import ENTITLED
from tests.isolation.finding import Finder
from tests.isolation.keeping_rows import dispose

pytestmark = pytest.mark.django_db


@pytest.fixture
def keys(owner: Connection) -> Iterator[Keys]:
    with keys_for(owner) as keys:
        yield keys


@pytest.fixture
def shared(dossier: Dossier, cast: Cast) -> Disclosure:
    """The message of the decision, with a document, as it was given to politie."""
    with acting_as(cast.police):
        return Disclosure.objects.select_related("contribution").get(
            case=dossier.settled, contribution__title=MESSAGE, receiver=cast.police.organisation
        )


def doors(shared: Disclosure, owner: Connection, case: int) -> list[str]:
    document = Finder(owner, case).document()
    return [f"/bijdragen/{shared.contribution_id}", f"/documenten/{document}"]


def test_failure_1_a_share_that_is_taken_back_is_gone_by_every_door_at_once(
    shared: Disclosure, dossier: Dossier, owner: Connection, cast: Cast, log_in: LogIn
) -> None:
    """TheHive #2366: the case was gone and its tasks, documents and search hits stayed."""
    browser = log_in(cast.police)
    pages = doors(shared, owner, dossier.settled.pk)
    case = f"/zaken/{dossier.settled.reference}"
    assert [browser.get(page).status_code for page in pages] == [200, 200]
    assert MESSAGE in browser.get(case).content.decode()
    with acting_as(cast.coordinator):
        given = Disclosure.objects.get(pk=shared.pk)
        disclosures.withdraw(disclosure=given, actor=cast.coordinator, at=timezone.now())
    assert [browser.get(page).status_code for page in pages] == [404, 404]
    assert MESSAGE not in browser.get(case).content.decode()
    with acting_as(cast.police), connection.cursor() as cursor:
        for table, key in (("contribution", "id"), ("document", "contribution_id")):
            cursor.execute(
                f"SELECT count(*) FROM casework_{table} WHERE {key} = %s",  # noqa: S608  from here
                [shared.contribution_id],
            )
            assert cursor.fetchone() == (0,)


def test_failure_2_taking_back_a_share_or_a_partner_takes_nothing_of_its_owner(
    shared: Disclosure, dossier: Dossier, owner: Connection, cast: Cast, log_in: LogIn
) -> None:
    """TheHive #1973 and #1767: the data of the owner went along."""
    before = kept(owner)
    with acting_as(cast.coordinator):
        given = Disclosure.objects.get(pk=shared.pk)
        disclosures.withdraw(disclosure=given, actor=cast.coordinator, at=timezone.now())
    end_participation(owner, dossier.settled, cast.grid)
    assert kept(owner) == before
    browser = log_in(cast.coordinator)
    pages = doors(shared, owner, dossier.settled.pk)
    assert [browser.get(page).status_code for page in pages] == [200, 200]


def kept(owner: Connection) -> dict[str, Any]:
    found = {}
    for table in ENTITLED:
        row = owner.execute(f"SELECT count(*) FROM {table}".encode()).fetchone()  # noqa: S608
        found[table] = row and row[0]
    return found


def test_failure_3_every_list_and_every_count_has_the_filter_of_the_page(
    dossier: Dossier, keys: Keys, cast: Cast
) -> None:
    """Open Zaak CVE-2026-54657, viewflow #505: a side door without it."""
    by = caller(cast.grid, keys)
    foreign = (dossier.early.reference, dossier.restricted.reference, dossier.foreign.reference)
    tried = 0
    for address in addresses().values():
        if "<" in address.route or address.name.startswith(("account_", "mfa_", "/account")):
            continue
        content = _text(by, "/" + address.route.removeprefix("^").rstrip("$"))
        assert not [one for one in foreign if one in content], address.name
        tried += bool(content)
    assert tried > 40
    own = _text(by, "/api/v1/casussen")
    assert dossier.asking.reference in own
    for reference in foreign:
        answer = _text(by, f"/api/v1/verzoeken?casus={reference}")
        assert answer == _text(by, "/api/v1/verzoeken?casus=2026-VR21-999999").replace(
            "2026-VR21-999999", reference
        )


def _text(by: Caller, path: str) -> str:
    answer = by.call("GET", path)
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return str(content.decode(errors="replace"))


def test_failure_7_a_look_and_a_look_that_was_refused_leave_an_entry(
    shared: Disclosure, dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    """Open Zaak #245 and #1885: reads were not in the trail, nor what was refused."""
    page = f"/bijdragen/{shared.contribution_id}"
    for actor, status, result in (
        (cast.police, 200, Result.OK),
        (cast.grid, 404, Result.DENIED),
    ):
        with acting_as(actor):
            before = set(Entry.objects.filter(person_id=actor.person.pk).values_list("pk"))
        assert log_in(actor).get(page).status_code == status
        with acting_as(actor):
            entries = Entry.objects.filter(person_id=actor.person.pk)
            new = [one for one in entries if (one.pk,) not in before]
        found = [one for one in new if one.object_id == str(shared.contribution_id)]
        assert [one.result for one in found] == [result], actor.organisation


@pytest.fixture(scope="module")
def disposed(owner: Connection) -> Case:
    """Of Oss, with something of politie; the netbeheerder was asked, and put in nothing."""
    cast = Cast()
    case = a_case(cast, at="answer")
    dispose(owner, case, cast.police, cast.coordinator)
    return case


def test_failure_12_who_opens_what_was_disposed_of_reads_when_and_on_which_ground(
    disposed: Case, keys: Keys, cast: Cast, log_in: LogIn
) -> None:
    """CRT #1870: a bare 404. A partner without overview reads it too; who never knew reads 404."""
    case, address = disposed, f"/zaken/{disposed.reference}"
    for actor, status in ((cast.grid, 410), (cast.police, 410), (cast.stranger, 404)):
        page = log_in(actor).get(address)
        assert page.status_code == status, actor.organisation
        told = page.content.decode()
        assert ("Vernietigd op" in told, "Procesgegevens" in told) == (status == 410,) * 2
    answer = caller(cast.grid, keys).call("GET", f"/api/v1/casussen/{case.reference}")
    assert answer.status_code == 410
    assert "Vernietigd op" in answer.content.decode()
