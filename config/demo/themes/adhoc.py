"""Casusgericht overleg: nuisance around a bus line, as its people would answer."""

from typing import Any

from config.demo.answers import days, ground
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Organisation

Answers = dict[str, Any]


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code="GM0828").pk,
        "issue": "Overlast in de nachtbus op zaterdag: glas, drank en bedreiging van chauffeurs.",
        "objective": "Rust in de bus en op de opstapplaats.",
        "why_not_existing": "Het vervoer zit in geen bestaand overleg.",
        "wanted": "Politie, OM, jongerenwerk en de wijkbeheerder.",
    }


def open_case() -> Answers:
    return {"woonkern": "Oss", "priority": "normal"}


def weigh() -> Answers:
    return {
        "is_broad": "yes",
        "lasting": "incident",
        "formal": "informal",
        "course": "own_meeting",
    }


def compose() -> Answers:
    return {
        "seats": "De gebiedsagent met plaatsvervanger, en de teamleider jongerenwerk.",
        "question": "Wat ziet u op de lijn, en wat kunt u doen?",
        "partners": ["politie", "zorg"],
    }


def answer() -> Answers:
    return {
        "response": "answer",
        "answer": "Wij zijn er op zaterdagavond en spreken de groep aan.",
        "sender_ground": ground("avg-6-1-e"),
        "necessity": "Nodig voor een gezamenlijk beeld.",
    }


def answer_of_police() -> Answers:
    return answer() | {
        "answer": "Drie meldingen in een maand, steeds na half een.",
        "sender_ground": ground("wpg-16-1-c"),
    }


def meet() -> Answers:
    police = Organisation.objects.get(code="PE-OOST-BRABANT").pk
    return {
        "met_on": days(0),
        "picture": "De groep verzamelt zich bij de opstapplaats, en niet in de bus.",
        "agreement": "agreed",
        "party_1": police,
        "text_1": "Op zaterdagavond toezicht bij de opstapplaats.",
        "due_1": days(14),
    }


def step_up() -> Answers:
    return {
        "level": "4",
        "asked": "Wie zet toezicht in?",
        "answered_on": days(0),
        "answer": "De gemeente zet boa's in.",
        "course": "again",
    }


def follow_up() -> Answers:
    return {
        "state": "Het is rustig.",
        "course": "end",
        "open_motive": "Het toezicht loopt door in het gewone rooster.",
    }


def evaluate() -> Answers:
    return {"lessons": "Eerder met de vervoerder spreken."}


def load() -> None:
    """One that waits for its partners."""
    coordinator = actor_of("iv.oss")
    case = reported(coordinator, "adhoc")
    for node in ("open_case", "weigh", "compose"):
        do(case, node, coordinator)
