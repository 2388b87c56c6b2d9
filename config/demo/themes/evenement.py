"""Ordinary answers to each step of an event of class B, and a demo case and calendar."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone

from config.demo.answers import (
    LEAD,
    Answers,
    appeal,
    days,
    decide_objection,
    ground,
    hear,
    injunction,
    objection,
    suspension,
)
from config.demo.walk import do, reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Kind, Membership, Organisation, Region
from workflows.services import regional_events
from workflows.services.regional_events import EventFacts

__all__ = ["appeal", "decide_objection", "hear", "injunction", "objection", "suspension"]

AHEAD = 120
"""Days from now on which the ordinary event begins: in time for every class."""


def _moment(ahead: int, hour: int) -> str:
    return f"{days(ahead)}T{hour:02d}:00"


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code=LEAD).pk,
        "received_on": days(0),
        "name": "Zomerfeest Oss",
        "sort": "music",
        "expected_class": "B",
        "woonkern": "Oss",
        "place": "Heuvel",
        "setting": "outdoors",
        "begins_at": _moment(AHEAD, 12),
        "ends_at": _moment(AHEAD, 23),
        "visitors_expected": 4000,
        "visitors_peak": 2500,
        "alcohol": "yes",
        "music_db": 85,
        "fireworks": "no",
        "animals": "no",
        "camping": "no",
        "organiser": "Stichting Zomerfeest (fictief)",
    }


def weigh() -> Answers:
    return {"is_complete": "complete"}


def supplement() -> Answers:
    return {"result": "supplemented", "supplement": "Een plattegrond met de podia."}


def dismiss() -> Answers:
    return {
        "ruling": "dismissed",
        "motive": "De diensten kunnen niet meer adviseren.",
        "announced_on": days(0),
    }


def scan() -> Answers:
    return {
        "audience_score": 3,
        "activity_score": 3,
        "place_score": 3,
        "event_class": "B",
        "class_reason": "Veel bezoekers en alcohol, op een vertrouwd plein.",
        "police_hours": 80,
        "fire_units": 1,
        "ghor_units": 1,
    }


def consult() -> Answers:
    return {
        "met_on": days(0),
        "present": "Politie, brandweer, GHOR en de organisator.",
        "agreed": "De organisator levert een veiligheidsplan.",
    }


def ask_advice() -> Answers:
    return {"partners": [Kind.POLITIE.value, Kind.BRANDWEER.value, Kind.GHOR.value]}


def answer() -> Answers:
    return {
        "response": "answer",
        "answer": "Akkoord met de opzet.",
        "advice": "conditions",
        "conditions": "Houd de calamiteitenroute vrij.",
        "sender_ground": ground("avg-6-1-e"),
        "necessity": "De gemeente weegt het advies mee.",
    }


def answer_of_politie() -> Answers:
    return {**answer(), "sender_ground": ground("wpg-16-1-c")}


def close_round() -> Answers:
    return {"reason": "Het evenement is te dichtbij om langer te wachten."}


def integrate() -> Answers:
    return {
        "met_on": days(0),
        "risks": "Drukte bij de uitgang na afloop.",
        "advice": "Vergunnen, met een ruimere uitgang.",
    }


def plans() -> Answers:
    return {
        "safety": "sufficient",
        "safety_version": 2,
        "health": "sufficient",
        "health_version": 1,
        "mobility": "none",
    }


def decide() -> Answers:
    return {
        "ruling": "conditions",
        "motive": "De adviezen zijn verwerkt.",
        "conditions": "Einde muziek om 23.00 uur.",
        "announced_on": days(0),
    }


def prepare() -> Answers:
    return {
        "plan": "Inzet en posten volgens het operationeel plan.",
        "has_card": "yes",
        "has_script": "yes",
        "briefing_on": days(1),
    }


def inspect() -> Answers:
    return {
        "inspected_on": days(0),
        "present": "Gemeente, brandweer en organisator.",
        "findings": "De nooduitgangen zijn vrij.",
        "result": "right",
    }


def halt() -> Answers:
    return {"ruling": "stopped", "power": "174", "motive": "Het podium is niet veilig."}


def perform() -> Answers:
    return {"was_held": "yes", "log": "12.00 open, 23.00 einde.", "has_incidents": "no"}


def evaluate() -> Answers:
    return {
        "evaluated_on": days(0),
        "went_well": "De samenwerking op het terrein.",
        "improvements": "Een tweede uitgang vanaf het begin.",
    }


def finish() -> Answers:
    return {"remark": "Geen bezwaar."}


def load() -> None:
    """A case of class B while the services advise, and a reservation elsewhere that clashes."""
    coordinator = _actor("iv.oss")
    case = reported(coordinator, theme="evenement")
    for node in ("weigh", "scan", "ask_advice"):
        do(case, node, coordinator)
    do(case, "answer", _actor("liaison.brandweer"))
    _reserve(_actor("iv.meierijstad"), "Kermis Veghel", "Markt", hours=150)
    _reserve(_actor("iv.bernheze"), "Wielerronde Heesch", "Centrum", hours=20, ahead=AHEAD + 14)


def _reserve(by: Actor, name: str, place: str, *, hours: int, ahead: int = AHEAD) -> None:
    day = timezone.localdate() + timedelta(days=ahead)
    facts = EventFacts(
        name=name,
        event_class="B",
        begins_at=timezone.make_aware(datetime.combine(day, time(13))),
        ends_at=timezone.make_aware(datetime.combine(day, time(22))),
        woonkern=name.rsplit(maxsplit=1)[-1],
        place=place,
        visitors=3000,
        police_hours=hours,
        fire_units=1,
        ghor_units=1,
    )
    with acting_as(by):
        regional_events.reserve(
            region=Region.objects.get(code="VR21"), facts=facts, actor=by, at=timezone.now()
        )


def _actor(login: str) -> Any:
    rows = Membership.objects.select_related("person", "organisation")
    return Actor(rows.filter(person__email=f"{login}@demo.example").order_by("pk")[0])
