"""Bring a case to each step through the services, and print where, for the browser to go there.

Runs in a program of its own, under the conditions of the web: Django's ORM cannot work where
Playwright does.
"""

import inspect
import json
import sys
from datetime import timedelta

from django.utils import timezone

from casework.models import Case, DestructionList, RightsItem, RightsRequest, RightsShare
from casework.retention import destroying, lists
from casework.retention.due import due
from casework.services import commitments, requests
from config.demo import answers
from config.demo.walk import do, open_step, reported
from partners.acting import acting_as
from partners.actor import Actor
from tests.cases import a_case
from tests.cast import Cast, actor_of
from tests.isolation.agreeing import lay_before
from tests.isolation.asking import ask_for
from tests.isolation.correction_rows import correct_and_report
from tests.isolation.emergency_rows import take_emergency
from tests.isolation.ending_rows import give_until, name_until
from tests.isolation.rights_rows import answered, disclose_subject, recorded, registered

CAST = Cast()


def print_places(*names: str) -> None:
    """All of them without names: that takes half a minute."""
    asked = [walk for walk in WALKS if not names or walk.__name__ in names]
    json.dump({walk.__name__: walk() for walk in asked}, sys.stdout)


def print_answers() -> None:
    """By step, as the demo gives them; a browser knows nothing of keys in the database."""
    functions = inspect.getmembers(answers, inspect.isfunction)
    ordinary = {
        name: function()
        for name, function in functions
        if function.__module__ == answers.__name__ and not inspect.signature(function).parameters
    }
    json.dump(ordinary, sys.stdout)


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


def late() -> dict[str, str]:
    """The round is closed, and the OM has not answered yet."""
    case = a_case(CAST, at="answer")
    do(case, "close_round", CAST.coordinator)
    with acting_as(CAST.prosecutor):
        asked = case.requests.get(asked=CAST.prosecutor.organisation)
    return {"login": "liaison1.om", "request": f"/verzoeken/{asked.pk}"}


def disclosure_request() -> dict[str, str]:
    """The OM asks politie for information, and politie asks the mayor to agree."""
    case = a_case(CAST, at="answer")
    request = ask_for(case, CAST.prosecutor, CAST.police)
    consent = lay_before(request, CAST.police, CAST.mayor.organisation)
    of_oss = ask_for(case, CAST.police, CAST.coordinator)
    return {
        "of_police": f"/verstrekkingsverzoeken/{request.pk}",
        "of_oss": f"/verstrekkingsverzoeken/{of_oss.pk}",
        "consent": f"/instemmingen/{consent.pk}",
        "case": f"/zaken/{case.reference}",
    }


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


def emergency() -> dict[str, str]:
    """The lead opened something of politie."""
    taken = take_emergency(a_case(CAST, at="answer"), CAST.coordinator, CAST.police)
    return {"login": "iv.oss", "path": f"/noodtoegang/{taken.pk}"}


def correction() -> dict[str, str]:
    """The lead corrected something, for the corporatie, which had reported an error in it."""
    case = a_case(CAST, at="answer")
    correct_and_report(case, CAST.coordinator, CAST.landlord)
    with acting_as(CAST.coordinator):
        notice = case.correctionnotices.get(receiver=CAST.landlord.organisation)
        report = case.errorreports.get()
    return {
        "login": "iv.oss",
        "case": f"/zaken/{case.reference}",
        "path": f"/correcties/{notice.pk}",
        "error": f"/foutmeldingen/{report.pk}",
        "thing": f"/bijdragen/{notice.contribution_id}",
    }


def destruction() -> dict[str, str]:
    """Politie destroyed what it put in; of another case a list waits, and of a third all is due."""
    officer, police = actor_of("fg.politie"), CAST.police
    found = []
    for decide in (True, False):
        case = reported(police)
        do(case, "visit", police, is_found="no")
        now = timezone.now()
        with acting_as(police):
            items = due(police, timezone.localdate(now))
            found.append((case, items, lists.propose(items=items, actor=police, at=now)))
        if decide:
            with acting_as(officer):
                listing = DestructionList.objects.get(pk=found[0][2].pk)
                lists.decide(found=listing, is_approved=True, reason="", actor=officer, at=now)
            destroying.destroy_all(now)
    do(reported(police), "visit", police, is_found="no")
    (gone, items, done), (_case, _items, waits) = found
    of_this = next(one for one in items if one.case_reference == gone.reference)
    return {
        "case": f"/zaken/{gone.reference}",
        "done": f"/vernietigen/{done.pk}",
        "waits": f"/vernietigen/{waits.pk}",
        "gone": f"/{PAGES_OF[of_this.kind]}/{of_this.object_id}",
    }


PAGES_OF = {"contribution": "bijdragen", "subject": "betrokkenen"}


def rights() -> dict[str, str]:
    """Of two of one name at politie one is to be rectified, which the corporatie got."""
    case = a_case(CAST, at="answer")
    chosen = recorded(case, CAST.police, "Proefpersoon 21", born_on="1984-05-12")
    recorded(
        case, CAST.police, "PROEFPERSOON 21", born_on="1990-05-01", address="Kerkstraat 1, Oss"
    )
    disclose_subject(chosen, CAST.police, CAST.landlord)
    found = registered(
        actor_of("fg.oss"),
        "Proefpersoon 21",
        RightsRequest.Right.RECTIFICATION,
        asked="Mijn geboortejaar is 1985.",
    )
    with acting_as(actor_of("fg.politie")):
        item = RightsItem.objects.get(share__request=found, subject=chosen.pk)
    answered(found, actor_of("fg.politie"), RightsShare.Outcome.PART, chosen=[item.pk])
    with acting_as(CAST.landlord):
        notice = case.correctionnotices.get(receiver=CAST.landlord.organisation)
    with acting_as(CAST.police):
        report = case.errorreports.get(is_binding=True)
    return {
        "path": f"/rechten/{found.pk}",
        "error": f"/foutmeldingen/{report.pk}",
        "notice": f"/correcties/{notice.pk}",
        "case": f"/zaken/{case.reference}",
    }


def ending() -> dict[str, str]:
    """Of the lead: something given, and someone named, that end within the month."""
    case = a_case(CAST, at="answer")
    soon = timezone.now() + timedelta(days=20)
    give_until(case, CAST.coordinator, CAST.police, soon)
    name_until(CAST.second_coordinator, CAST.administrator, timezone.localdate(soon))
    return {"login": "iv.oss", "path": "/toegang-eindigt"}


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
WALKS = (*STEPS, late, disclosure_request, emergency, correction, destruction, rights, ending)
