"""Ordinary answers of a case of nazorg."""

from config.demo.answers import LEAD, Answers, days, ground
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Organisation

CONDITIONS = ("work", "debts", "housing", "care", "papers")
NEEDED = {"housing": "Een kamer vanaf de vrijlating.", "care": "Begeleiding bij een verslaving."}


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code=LEAD).pk,
        "person": "B. Voorbeeld",
        "born_on": "1990-05-01",
        "detained_on": days(-20),
        "release_on": days(90),
        "regime": "prison",
        "prison": "Inrichting Voorbeeld",
        "case_manager": "Casemanager Voorbeeld",
        "probation": "yes",
    }


def screen() -> Answers:
    needed = {f"{name}_action": told for name, told in NEEDED.items()}
    return {**_status(), **needed, "risk": "Conflict met een buurtgenoot."}


def open_case() -> Answers:
    return {"woonkern": "Oss", "priority": "normal"}


def start_plan() -> Answers:
    basis = {f"{name}_basis": "consent" for name in CONDITIONS}
    return {"is_known": "yes", "keeps_home": "no", **basis}


def triage() -> Answers:
    return {"stay": "short", "risk": "low", "course": "regular", "motive": "Twee hulpvragen."}


def refer() -> Answers:
    return {"to": ["bij"], "goes_on": "yes"}


def ask() -> Answers:
    return {"partners": ["dji", "reclassering", "corporatie", "zorg"]}


def answer() -> Answers:
    return {
        "response": "answer",
        "answer": "Ons aandeel is geregeld.",
        "sender_ground": ground("avg-6-1-e"),
        "necessity": "De gemeente stemt het plan hierop af.",
    }


def answer_on_condition() -> Answers:
    """Of the corporatie and the zorg, who tell of one condition."""
    return {**answer(), "status": "ready"}


def close_round() -> Answers:
    return {"reason": "De vrijlating komt dichtbij."}


def draw_plan() -> Answers:
    return {"housing_ready_on": days(30), "care_ready_on": days(30)}


def handover() -> Answers:
    checks = dict.fromkeys(("contact", "papers", "benefit", "bed"), "yes")
    return {"happened": "released", "released_on": days(0), **checks}


def follow_up_1() -> Answers:
    return {**follow_up_6(), "course": "next"}


def follow_up_3() -> Answers:
    return follow_up_1()


def follow_up_6() -> Answers:
    results = {f"{name}_result": "good" for name in CONDITIONS}
    return {**results, "is_signalled": "no", "notes": "Niets meer nodig."}


def evaluate() -> Answers:
    return {"lessons": "Vroeg beginnen met onderdak werkt."}


def _status() -> Answers:
    return {f"{name}_status": "needed" if name in NEEDED else "ready" for name in CONDITIONS}


def load() -> None:
    """One of which the parts of the plan are awaited."""
    prison, coordinator = actor_of("liaison.dji"), actor_of("iv.oss")
    case = reported(prison, "nazorg")
    do(case, "screen", prison)
    do(case, "open_case", coordinator)
    do(case, "start_plan", coordinator, start_plan() | _as_screened())
    do(case, "triage", coordinator)
    do(
        case,
        "ask",
        coordinator,
        housing_need=NEEDED["housing"],
        care_need=NEEDED["care"],
    )
    do(case, "answer", actor_of("liaison.corporatie"), answer_on_condition())


def _as_screened() -> Answers:
    """What the page fills in of what the prison found."""
    needed = {f"{name}_action": told for name, told in NEEDED.items()}
    return {"person": "B. Voorbeeld", "release_on": days(90), **_status(), **needed}
