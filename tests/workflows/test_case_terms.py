"""The terms of a case: they begin, pause, go on, are extended once, and end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework.models import Case
from config.demo.walk import open_step
from partners.acting import acting_as, engine_sees
from partners.audit.models import Entry, Payload
from partners.refusals import Conflict, Refused
from tests.cases import a_case
from tests.cast import Cast
from workflows import arrival
from workflows.dates import case_term
from workflows.formules.formule import CaseTerm as Said
from workflows.formules.formule import Formule
from workflows.models import CaseTerm, TermPause
from workflows.services import case_terms
from workflows.terms import Length

NOW = datetime(2026, 3, 3, 9, tzinfo=timezone.get_default_timezone())


def formule(**changes: Any) -> Formule:
    said: dict[str, Any] = {
        "length": Length.parse("8w"),
        "is_statutory": True,
        "source": "Awb 4:13",
        "title": "Beslissen op de aanvraag",
        "extension": Length.parse("4w"),
        "most_pause": Length.parse("10d"),
    }
    return Formule("Test", "Awb", (), (), case_terms={"decision": Said(**(said | changes))})


@pytest.fixture
def case(cast: Cast) -> Case:
    return a_case(cast, at="urgency")


@contextmanager
def inside_a_step(case: Case, cast: Cast) -> Iterator[dict[str, Any]]:
    """As within the service of a step: what each service is called with."""
    with acting_as(cast.coordinator, at=NOW), engine_sees(case.pk):
        yield {"case": case, "code": "decision", "actor": cast.coordinator, "at": NOW}


def begun(given: dict[str, Any], **changes: Any) -> CaseTerm:
    return case_terms.begin(starts_on=date(2026, 4, 1), formule=formule(**changes), **given)


def test_it_runs_from_the_day_it_began_as_the_formule_says(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        term = begun(given)
        assert (term.title, term.source, term.owner) == (
            "Beslissen op de aanvraag",
            "Awb 4:13",
            "coordinator",
        )
        assert case_terms.due_on(case, "decision") == date(2026, 5, 27)
        assert case_term("decision")(case) == date(2026, 5, 27)
        assert case_terms.due_on(case, "objection") is None
        with pytest.raises(Conflict, match="loopt al"):
            begun(given)


def test_a_pause_moves_the_end_by_its_days(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
        case_terms.pause(from_on=date(2026, 4, 10), reason="Gegevens ontbreken.", **given)
        paused = CaseTerm.objects.get(case=case)
        assert paused.is_paused(date(2026, 4, 10))
        assert not paused.is_paused(date(2026, 4, 9))
        with pytest.raises(Conflict, match="al opgeschort"):
            case_terms.pause(from_on=date(2026, 4, 11), reason="Nog eens.", **given)
        case_terms.resume(on=date(2026, 4, 14), **given)
        assert case_terms.due_on(case, "decision") == date(2026, 6, 1)  # 31 May is a Sunday
        with pytest.raises(Conflict, match="niet opgeschort"):
            case_terms.resume(on=date(2026, 4, 15), **given)


def test_all_pauses_together_last_no_longer_than_the_formule_lets_them(
    case: Case, cast: Cast
) -> None:
    """Ten days: four, and of the second no more than six, whatever day it is resumed."""
    with inside_a_step(case, cast) as given:
        begun(given)
        case_terms.pause(from_on=date(2026, 4, 10), reason="", **given)
        case_terms.resume(on=date(2026, 4, 14), **given)
        case_terms.pause(from_on=date(2026, 4, 20), reason="", **given)
        term = CaseTerm.objects.get(case=case)
        assert term.due_on == date(2026, 6, 8)  # 27 May and ten days is a Saturday
        assert term.is_paused(date(2026, 4, 25))
        assert not term.is_paused(date(2026, 4, 26))
        case_terms.resume(on=date(2026, 5, 20), **given)
        assert case_terms.due_on(case, "decision") == date(2026, 6, 8)
        with pytest.raises(Refused, match="zo lang opgeschort als mag"):
            case_terms.pause(from_on=date(2026, 5, 1), reason="", **given)


def test_without_a_bound_there_is_no_end_while_it_pauses(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        begun(given, most_pause=None)
        case_terms.pause(from_on=date(2026, 4, 10), reason="", **given)
        assert case_terms.due_on(case, "decision") is None
        assert case_term("decision")(case) is None
        case_terms.resume(on=date(2026, 7, 10), **given)
        assert case_terms.due_on(case, "decision") == date(2026, 8, 26)


@pytest.mark.parametrize("from_on", [date(2026, 3, 31), date(2026, 5, 28)])
def test_it_pauses_only_while_it_runs(case: Case, cast: Cast, from_on: date) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
        with pytest.raises(Refused, match="waarop de termijn loopt"):
            case_terms.pause(from_on=from_on, reason="", **given)


def test_it_does_not_go_on_before_it_paused(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
        case_terms.pause(from_on=date(2026, 4, 10), reason="", **given)
        with pytest.raises(Refused, match="vanaf het begin"):
            case_terms.resume(on=date(2026, 4, 9), **given)
        case_terms.resume(on=date(2026, 4, 10), **given)
        assert case_terms.due_on(case, "decision") == date(2026, 5, 27)


def test_it_is_extended_once(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
        case_terms.extend(reason="Advies laat op zich wachten.", **given)
        assert case_terms.due_on(case, "decision") == date(2026, 6, 24)
        with pytest.raises(Conflict, match="al een keer verlengd"):
            case_terms.extend(reason="Nog eens.", **given)


def test_it_is_not_extended_where_the_formule_knows_none(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        begun(given, extension=None)
        with pytest.raises(Refused, match="kan niet worden verlengd"):
            case_terms.extend(reason="", **given)


def test_after_its_end_it_may_begin_anew(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
        case_terms.end(**given)
        assert case_terms.due_on(case, "decision") is None
        acts: tuple[Any, ...] = (case_terms.end, case_terms.extend, case_terms.resume)
        more: dict[Any, dict[str, Any]] = {
            case_terms.extend: {"reason": ""},
            case_terms.resume: {"on": date(2026, 5, 1)},
        }
        for act in acts:
            with pytest.raises(Conflict, match="loopt niet"):
                act(**given, **more.get(act, {}))
        begun(given)
        assert case_terms.due_on(case, "decision") == date(2026, 5, 27)


def test_each_act_stands_in_the_trail_and_its_reason_in_the_payload_alone(
    case: Case, cast: Cast
) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
        case_terms.pause(from_on=date(2026, 4, 10), reason="Mevrouw is ziek.", **given)
        case_terms.resume(on=date(2026, 4, 14), **given)
        case_terms.extend(reason="Het advies is laat.", **given)
        case_terms.end(**given)
    with acting_as(cast.privacy_officer):
        entries = Entry.objects.filter(action__startswith="term.").order_by("pk")
        assert [one.action for one in entries] == [
            *("term.begun", "term.paused", "term.resumed", "term.extended", "term.ended"),
        ]
        assert {one.case_reference for one in entries} == {case.reference}
        assert {one.object_type for one in entries} == {"caseterm"}
        reasons = Payload.objects.filter(entry__in=entries).values_list("content", flat=True)
        assert {one["reason"] for one in reasons} == {"Mevrouw is ziek.", "Het advies is laat."}


def test_a_step_that_lasts_as_long_moves_along(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        step = open_step(case, "urgency", cast.mayor)
        node = step.flow_task
        node.until, usual = case_term("decision"), node.until
        try:
            begun(given)
            case_terms.extend(reason="", **given)
            step.refresh_from_db()
        finally:
            node.until = usual
        assert timezone.localdate(step.due_at) == date(2026, 6, 24)
        assert step.due_at != arrival.due_at(step)


def test_everyone_who_takes_part_reads_when_it_ends_and_why(
    case: Case, cast: Cast, log_in: Any
) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
        case_terms.pause(from_on=date(2026, 4, 10), reason="Mevrouw is ziek.", **given)
        case_terms.resume(on=date(2026, 4, 14), **given)
    for actor in (cast.coordinator, cast.police, cast.grid):
        page = log_in(actor).get(f"/zaken/{case.reference}/stappen").content.decode()
        assert "Beslissen op de aanvraag" in page
        assert 'datetime="2026-06-01"' in page
        assert "Awb 4:13" in page
        assert "Opgeschort van vrijdag 10 april 2026 tot dinsdag 14 april 2026, 4 dagen" in page
        assert "Mevrouw" not in page
    assert log_in(cast.stranger).get(f"/zaken/{case.reference}/stappen").status_code == 404


def test_outside_a_step_the_database_lets_nobody_change_a_term(case: Case, cast: Cast) -> None:
    with inside_a_step(case, cast) as given:
        begun(given)
    with acting_as(cast.coordinator, at=NOW):
        term = CaseTerm.objects.get(case=case)
        assert CaseTerm.objects.update(due_on=date(2030, 1, 1)) == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            TermPause.objects.create(term=term, from_on=date(2026, 4, 10))
        said = Formule("Test", "Awb", (), (), case_terms={"more": formule().case_terms["decision"]})
        with pytest.raises(DatabaseError):
            case_terms.begin(starts_on=date(2026, 4, 1), formule=said, **(given | {"code": "more"}))
    with acting_as(cast.stranger, at=NOW):
        assert not CaseTerm.objects.exists()
