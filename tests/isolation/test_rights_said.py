"""The database says whose rights became less, also of those who hold the thing themselves."""

from collections.abc import Iterator

import pytest
from django.utils import timezone

from casework.models import Case, Contribution, InformationClass, Subject
from casework.services import contributions
from casework.services.contributions import Draft
from config.database_roles import Connection
from partners.acting import acting_as
from tests.cases import a_case
from tests.cast import Cast
from tests.giving import give

NOW = timezone.now()


@pytest.fixture(scope="module")
def note(owner: Connection) -> Contribution:
    """Of politie, disclosed to Oss."""
    cast = Cast()
    case = a_case(cast, at="answer")
    with acting_as(cast.police, at=NOW):
        note = contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", "Notitie", InformationClass.B, []),
            actor=cast.police,
            at=NOW,
        )
    give(note, cast.police, cast.coordinator, at=NOW)
    return note


@pytest.fixture
def police(cast: Cast) -> str:
    return f"organisation {cast.police.organisation_id}"


@pytest.fixture
def oss(cast: Cast) -> str:
    return f"organisation {cast.coordinator.organisation_id}"


@pytest.fixture(autouse=True)
def listening(owner: Connection) -> Iterator[None]:
    owner.execute("LISTEN rights")
    yield
    owner.execute("UNLISTEN rights")


def said(owner: Connection, statement: str, *given: object) -> set[str]:
    """What is said when it commits, and nothing that is said later."""
    owner.execute(statement.encode(), given)
    owner.execute("SELECT pg_notify('rights', 'that is all')")
    words = set()
    for heard in owner.notifies(timeout=10):
        if heard.payload == "that is all":
            break
        words.add(heard.payload)
    return words


def test_a_class_that_changes_is_said_to_its_own_holder(
    owner: Connection, note: Contribution, police: str
) -> None:
    change = "UPDATE casework_contribution SET information_class = %s WHERE id = %s"
    assert said(owner, change, "Z", note.pk) == {police}
    assert said(owner, change, "Z", note.pk) == set()
    assert said(owner, change, "B", note.pk) == {police}
    same = "UPDATE casework_contribution SET case_id = case_id WHERE id = %s"
    assert said(owner, same, note.pk) == set()


def test_the_class_of_a_subject_that_changes_is_said_to_its_holder(
    owner: Connection, note: Contribution
) -> None:
    with acting_as(Cast().coordinator):
        subject = Subject.objects.filter(case=note.case_id).order_by("pk")
        key, holder = subject.values_list("pk", "organisation_id")[0]
    change = "UPDATE casework_subject SET information_class = %s WHERE id = %s"
    assert f"organisation {holder}" in said(owner, change, "Z", key)


def test_a_disclosure_that_is_taken_out_is_said_to_its_receiver(
    owner: Connection, note: Contribution, oss: str
) -> None:
    end = "UPDATE casework_disclosure SET valid_until = now() WHERE contribution_id = %s"
    assert said(owner, end, note.pk) == {oss}
    out = "DELETE FROM casework_disclosure WHERE contribution_id = %s"
    assert said(owner, out, note.pk) == {oss}


def test_a_participation_that_is_taken_out_is_said_to_who_took_part(
    owner: Connection, note: Contribution, cast: Cast
) -> None:
    partner = cast.grid.organisation_id
    out = "DELETE FROM casework_participation WHERE case_id = %s AND organisation_id = %s"
    assert f"organisation {partner}" in said(owner, out, note.case_id, partner)
