"""Bring a case to each step through the services, and tell where it is and who has to do it."""

from datetime import timedelta

from django.utils import timezone

from casework.models import Case
from casework.services import commitments, requests
from config.demo import answers
from config.demo.walk import do, open_step, reported
from partners.acting import acting_as
from partners.actor import Actor
from tests.cases import a_case
from tests.cast import Cast

CAST = Cast()


def _place(case: Case, node: str, by: Actor) -> dict[str, str]:
    """Where that step of the case is, and who has to do it."""
    with acting_as(by):
        step = open_step(case, node, by)
    login = by.person.email.partition("@")[0]
    return {"login": login, "path": f"/taken/{step.pk}", "case": f"/zaken/{case.reference}"}


def visit() -> dict[str, str]:
    return _place(reported(CAST.police), "visit", CAST.police)


def report() -> dict[str, str]:
    return _place(a_case(CAST, at="report"), "report", CAST.police)


def open_case() -> dict[str, str]:
    return _place(a_case(CAST, at="open_case"), "open_case", CAST.coordinator)


def weigh() -> dict[str, str]:
    return _place(a_case(CAST, at="weigh"), "weigh", CAST.coordinator)


def supplement() -> dict[str, str]:
    case = a_case(CAST, at="weigh")
    lacking = {"is_complete": "incomplete", "missing": "Zijn er wapens aangetroffen?"}
    do(case, "weigh", CAST.coordinator, lacking)
    return _place(case, "supplement", CAST.police)


def answer() -> dict[str, str]:
    """The OM asks for more time, the corporatie declines, and a commitment is proposed."""
    case = a_case(CAST, at="answer")
    do(case, "answer", CAST.landlord, answers.decline())
    now = timezone.now()
    with acting_as(CAST.prosecutor):
        asked = case.requests.get(asked=CAST.prosecutor.organisation)
        requests.ask_more_time(
            request=asked,
            until=asked.due_at + timedelta(days=7),
            reason="De zaaksofficier is er volgende week.",
            actor=CAST.prosecutor,
            at=now,
        )
    with acting_as(CAST.coordinator):
        commitments.propose(
            case=case,
            party=CAST.grid.organisation,
            text="De aansluiting nog deze week controleren.",
            due_on=timezone.localdate() + timedelta(days=5),
            actor=CAST.coordinator,
            at=now,
        )
    place = _place(case, "answer", CAST.prosecutor)
    return place | {"request": f"/verzoeken/{asked.pk}"}


def answer_of_grid() -> dict[str, str]:
    case = a_case(CAST, at="answer")
    with acting_as(CAST.grid):
        asked = case.requests.get(asked=CAST.grid.organisation)
    return _place(case, "answer", CAST.grid) | {"request": f"/verzoeken/{asked.pk}"}


def close_round() -> dict[str, str]:
    return _place(a_case(CAST, at="answer"), "close_round", CAST.coordinator)


def urgency() -> dict[str, str]:
    return _place(a_case(CAST, at="urgency"), "urgency", CAST.mayor)


def choose_measure() -> dict[str, str]:
    return _place(a_case(CAST, at="choose_measure"), "choose_measure", CAST.mayor)


def choose_measure_without_row() -> dict[str, str]:
    case = a_case(CAST, at="choose_measure", premises="grounds")
    return _place(case, "choose_measure", CAST.mayor)


def register_warning() -> dict[str, str]:
    case = a_case(CAST, at="choose_measure")
    do(case, "choose_measure", CAST.mayor)
    return _place(case, "register_warning", CAST.coordinator)


def refrain() -> dict[str, str]:
    case = a_case(CAST, at="weigh")
    do(case, "weigh", CAST.coordinator, power="none")
    return _place(case, "refrain", CAST.coordinator)


def hear() -> dict[str, str]:
    return _place(a_case(CAST, at="hear"), "hear", CAST.coordinator)


def decide() -> dict[str, str]:
    return _place(a_case(CAST, at="decide"), "decide", CAST.mayor)


def close_premises() -> dict[str, str]:
    return _place(a_case(CAST, at="close_premises"), "close_premises", CAST.coordinator)


def recover_costs() -> dict[str, str]:
    return _place(a_case(CAST, at="recover_costs"), "recover_costs", CAST.coordinator)


def objection() -> dict[str, str]:
    return _place(a_case(CAST, at="objection"), "objection", CAST.coordinator)


def decide_objection() -> dict[str, str]:
    case = a_case(CAST, at="objection")
    _object(case)
    return _place(case, "decide_objection", CAST.mayor)


def injunction() -> dict[str, str]:
    case = a_case(CAST, at="objection")
    _object(case)
    return _place(case, "injunction", CAST.coordinator)


def suspension() -> dict[str, str]:
    case = a_case(CAST, at="objection")
    _object(case)
    do(case, "injunction", CAST.coordinator, result="granted")
    return _place(case, "suspension", CAST.coordinator)


def appeal() -> dict[str, str]:
    case = a_case(CAST, at="objection")
    _object(case)
    do(case, "decide_objection", CAST.mayor)
    return _place(case, "appeal", CAST.coordinator)


def _object(case: Case) -> None:
    do(case, "objection", CAST.coordinator, answers.objection_filed())


def closure_period() -> dict[str, str]:
    return _place(a_case(CAST, at="objection"), "closure_period", CAST.coordinator)


def decide_lifting() -> dict[str, str]:
    return _place(_lifting_asked(), "decide_lifting", CAST.mayor)


def reopen() -> dict[str, str]:
    case = _lifting_asked()
    do(case, "decide_lifting", CAST.mayor)
    return _place(case, "reopen", CAST.coordinator)


def evaluate() -> dict[str, str]:
    case = _lifting_asked()
    do(case, "decide_lifting", CAST.mayor)
    do(case, "reopen", CAST.coordinator)
    _object(case)
    do(case, "decide_objection", CAST.mayor, {"result": "withdrawn", "motive": "Ingetrokken."})
    return _place(case, "evaluate", CAST.coordinator)


def _lifting_asked() -> Case:
    case = a_case(CAST, at="objection")
    today = timezone.localdate().isoformat()
    asked = {"event": "asked", "asked_on": today, "guarantees": "Een nieuwe huurder."}
    do(case, "closure_period", CAST.coordinator, asked)
    return case


STEPS = (
    visit,
    report,
    open_case,
    weigh,
    supplement,
    answer,
    answer_of_grid,
    close_round,
    urgency,
    choose_measure,
    choose_measure_without_row,
    register_warning,
    refrain,
    hear,
    decide,
    close_premises,
    recover_costs,
    objection,
    decide_objection,
    injunction,
    suspension,
    appeal,
    closure_period,
    decide_lifting,
    reopen,
    evaluate,
)
