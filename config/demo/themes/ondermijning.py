"""Ondermijningssignaal: odd goings-on at a business park, as its people would answer."""

from typing import Any

from config.demo.answers import days
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Ground, Organisation

Answers = dict[str, Any]


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code="GM0828").pk,
        "about": "Loods aan de Nijverheidsweg 8, Oss",
        "kind_of_subject": "premises",
        "source": "official",
        "reliability": "own",
        "noticed_on": days(-3),
        "facts": "Bij een bouwcontrole stond de loods vol lege vaten.",
    }


def open_case() -> Answers:
    return {"woonkern": "Oss", "priority": "normal"}


def weigh() -> Answers:
    return {"is_undermining": "yes", "is_municipal": "yes", "is_local": "yes"}


def assess() -> Answers:
    return {
        "gravity": "Ernstig: mogelijk drugsafval.",
        "concrete": "Concreet: met foto's.",
        "current": "Deze week gezien.",
        "fits": "Toezicht op bouwen en milieu.",
        "course": "research",
    }


def confirm() -> Answers:
    return {"agrees": "yes"}


def select_sources() -> Answers:
    return {
        "necessity_of_research": "Zonder hit is er geen reden om verder te gaan.",
        "proportion": "Alleen het adres wordt gevraagd.",
        "partners": ["politie", "riec"],
    }


def answer() -> Answers:
    return {
        "response": "answer",
        "hit": "hit",
        "sender_ground": Ground.objects.get(code="wgs-riec").pk,
        "necessity": "De gemeente moet weten of er iets is.",
    }


def answer_of_police() -> Answers:
    return answer() | {"sender_ground": Ground.objects.get(code="wpg-16-1-c").pk, "hit": "no_hit"}


def plan() -> Answers:
    return {
        "objective": "De loods leeg en weer in gewoon gebruik.",
        "actions": "Toezicht controleert de loods binnen twee weken.",
        "privacy_own": "Ja, voor het toezicht.",
        "privacy_others": "Niets.",
        "course": "riec",
    }


def hand_to_riec() -> Answers:
    return {"offered_on": days(0), "response": "taken", "riec_reference": "OB-2026-0042"}


def act() -> Answers:
    return {"done": "De loods is gecontroleerd.", "course": "done"}


def evaluate() -> Answers:
    return {"lessons": "Eerder samen met het toezicht optrekken."}


def load() -> None:
    """One that the mayor has still to confirm."""
    coordinator = actor_of("iv.oss")
    case = reported(coordinator, "ondermijning")
    for node in ("open_case", "weigh", "assess"):
        do(case, node, coordinator)
