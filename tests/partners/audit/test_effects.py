"""The watch over all tests finds an act without an entry and an entry without an act."""

import pytest
from django.db import connection
from django.utils import timezone

from casework import actions
from casework.models import Case, InformationClass, SubjectKind
from casework.services import subjects
from partners.acting import acting_as
from partners.audit.actions import action
from partners.audit.recording import record
from tests import effects
from tests.cases import a_case
from tests.cast import Cast
from tests.effects import (
    WITHOUT_EFFECT,
    WITHOUT_ENTRY,
    WRITTEN_BY_LOOKS,
    tables,
    why_wrong,
    wrongs_of_this,
)


class Undone(Exception):
    pass


def put_in_a_subject(case: Case, cast: Cast, label: str) -> None:
    with acting_as(cast.coordinator):
        subjects.record_subject(
            case=case,
            kind=SubjectKind.PREMISES,
            information_class=InformationClass.B,
            label=label,
            details={},
            actor=cast.coordinator,
            at=timezone.now(),
        )


def test_a_service_that_forgets_its_entry_is_found(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = a_case(cast, at="weigh")
    with wrongs_of_this() as found:
        put_in_a_subject(case, cast, "Kanaalstraat 17")
    assert found == []

    monkeypatch.setattr(subjects, "record", lambda *_args, **_facts: None)
    with wrongs_of_this() as found:
        put_in_a_subject(case, cast, "Kanaalstraat 19")
    assert found == ["an act without an entry: INSERT:casework_subject"]


def test_an_entry_without_its_act_is_found(cast: Cast) -> None:
    case = a_case(cast, at="weigh")
    with wrongs_of_this() as found, acting_as(cast.coordinator):
        record(actions.SUBJECT_RECORDED, actor=cast.coordinator, at=timezone.now(), thing=case)
    assert found == ["an entry without an act: subject.recorded"]


def test_what_is_undone_counts_for_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    case = a_case(cast, at="weigh")
    monkeypatch.setattr(subjects, "record", lambda *_args, **_facts: None)

    def undone() -> None:
        with acting_as(cast.coordinator):
            put_in_a_subject(case, cast, "Kanaalstraat 17")
            raise Undone

    with wrongs_of_this() as found, pytest.raises(Undone):
        undone()
    assert found == []


@pytest.mark.parametrize("entry", ["case.viewed:ok", "access.denied:denied"])
def test_a_look_and_a_denial_account_for_no_act(entry: str) -> None:
    seen = ["INSERT:casework_subject", f"entry:{entry}"]
    assert why_wrong(seen) == ["an act without an entry: INSERT:casework_subject"]
    assert why_wrong([*seen, "entry:subject.recorded:ok"]) == []


@pytest.mark.parametrize("news", ["notifications_notification", "workflows_termnotice"])
def test_news_of_an_act_is_no_act(news: str) -> None:
    seen = [f"INSERT:{news}", "entry:subject.recorded:ok"]
    assert why_wrong(seen) == ["an entry without an act: subject.recorded"]
    assert why_wrong([*seen, "INSERT:casework_subject"]) == []


def test_a_look_may_be_a_row_itself() -> None:
    seen = ["INSERT:casework_inquiry", "entry:inquiry.made:ok"]
    assert why_wrong(seen) == []
    assert why_wrong(seen[:1]) == ["an act without an entry: INSERT:casework_inquiry"]


def test_what_a_failing_test_did_wrong_is_not_told_of_the_next() -> None:
    def failing() -> None:
        with wrongs_of_this():
            effects._wrongs.append("left behind")
            raise Undone

    with pytest.raises(Undone):
        failing()
    assert effects._wrongs == []


def test_looks_denials_and_sessions_need_no_effect() -> None:
    assert why_wrong(["entry:case.viewed:ok"]) == []
    assert why_wrong(["entry:access.denied:denied"]) == []
    assert why_wrong(["entry:session.begun:ok"]) == []


def test_every_table_that_can_tell_of_a_case_is_watched(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'effects_note'"
        )
        watched = {name for (name,) in cursor.fetchall()}
    assert watched == {*tables(), "audit_entry"}
    assert {"casework_case", "workflows_step", "workflows_step_previous"} <= watched


def test_each_exception_is_of_a_table_or_an_action_that_there_is() -> None:
    assert {*WITHOUT_ENTRY, *WRITTEN_BY_LOOKS} <= set(tables())
    for name in WITHOUT_EFFECT:
        assert action(name).name == name
