"""No word is left of what was destroyed, in any table or file, whatever hung on it."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from casework import actions
from casework.models import Case, Contribution, DestructionList, Request, Subject
from casework.retention import destroying, lists
from casework.retention.due import due
from config.demo.people import actor_of
from notifications.models import Notification
from partners.acting import acting_as
from partners.audit.recording import record
from tests.cases import a_case
from tests.casework.retention import words
from tests.casework.retention.conftest import approve
from tests.casework.retention.hanging import hang_all, make_due, put_in
from tests.casework.retention.words import LETS_GO, NO_WORDS, STAYS, Row
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("files", "as_owner")

TELLS_OF_IT = {"audit_entry", "audit_trailindex", "casework_destructionline"}
"""Where its key is left: the trail, and the tombstone."""


@pytest.fixture
def cast(as_owner: None) -> Cast:
    return Cast()


def test_no_word_is_left_of_what_hung_on_it(cast: Cast, files: Path) -> None:
    word = f"kanarie{uuid4().hex[:10]}"
    case = a_case(cast, at="answer")
    by = cast.coordinator
    things = put_in(case, by, word)
    make_due(things, by)
    listing = _approved(cast)
    hang_all(case, things, cast, word)
    hung = _hung_on(things)
    for row in sorted(hung, key=str):
        words.plant(row, word)
    _record_and_tell(case, hung, cast, word)
    settle_what_is_deferred()
    planted = set(words.where(word))
    assert planted >= {"audit_payload", "casework_searchwords", "casework_document"}
    assert any(word.encode() in one.read_bytes() for one in files.rglob("*") if one.is_file())
    assert destroying.destroy_all(timezone.now()) == len(things)
    assert {one.result for one in listing.lines.all()} == {"destroyed"}
    assert list(words.where(word)) == []
    gone = {row for row in hung if row.table not in STAYS}
    for row in gone:
        left = words.rows(f"SELECT 1 FROM {row.table} WHERE id::text = %s", row.key)  # noqa: S608
        assert not left, row
    for row in gone:
        if "-" in row.key:
            assert set(words.where(row.key)) <= TELLS_OF_IT, row
    assert not [one for one in files.rglob("*") if one.is_file()]
    asked = Request.objects.get(pk=next(row.key for row in hung if row.table == "casework_request"))
    assert (asked.question, asked.answer_id) == ("", None)


def test_every_exception_is_one_still() -> None:
    columns = {(table, name) for _of, table, name in words.rows(words.REFERENCES)}
    assert columns >= set(LETS_GO)
    for table, name in NO_WORDS:
        assert name in {one[0] for one in words.rows(words.TEXTS, table)}


def _approved(cast: Cast) -> DestructionList:
    with acting_as(cast.coordinator):
        now = timezone.now()
        items = due(cast.coordinator, timezone.localdate(now))
        made = lists.propose(items=items, actor=cast.coordinator, at=now)
    approve(made, actor_of("fg.oss"))
    return made


def _hung_on(things: tuple[Contribution, Subject]) -> set[Row]:
    """Of each table that can hang on it there is a row, or the test proves too little."""
    hung: set[Row] = set()
    for thing in things:
        table = thing._meta.db_table
        found = words.hanging(Row(table, str(thing.pk)))
        assert words.hanging_tables(table) - {row.table for row in found} == set()
        hung |= found
    return hung


def _record_and_tell(case: Case, hung: set[Row], cast: Cast, word: str) -> None:
    """An entry with a payload about each, and a notification that leads to it."""
    by, now = cast.coordinator, timezone.now()
    with acting_as(by):
        for row in hung:
            record(
                actions.CONTRIBUTION_READ,
                actor=by,
                at=now,
                thing=(row.table.partition("_")[2], row.key),
                case_reference=case.reference,
                payload={"said": word},
            )
    pages = {
        "casework_contribution": "bijdragen",
        "casework_correctionnotice": "correcties",
        "casework_consent": "instemmingen",
        "casework_disclosurerequest": "verstrekkingsverzoeken",
        "casework_emergency": "noodtoegang",
        "casework_errorreport": "foutmeldingen",
    }
    for row in hung:
        if row.table in pages:
            Notification.objects.create(
                person=by.person,
                organisation=by.organisation,
                kind="disclosure_given",
                case_reference=case.reference,
                link=f"/{pages[row.table]}/{row.key}",
                created_at=now,
            )


def settle_what_is_deferred() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
