"""Ordinary answers of a notice about a return."""

from config.demo.answers import LEAD, Answers, days, ground
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Organisation


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code=LEAD).pk,
        "person": "K. Voorbeeld",
        "born_on": "1980-02-29",
        "returns": "release",
        "returns_on": days(30),
        "notice_mark": "BIJ-0001",
        "offence": "Een ernstig geweldsdelict.",
    }


def open_case() -> Answers:
    return {"woonkern": "Oss", "priority": "normal"}


def assess() -> Answers:
    return {
        "risk": "middle",
        "victims": "Een slachtoffer woont in een ander dorp.",
        "known": "De terugkeer is niet bekend.",
        "advice": "Een gesprek en contact met de wijkagent.",
        "sender_ground": ground("wpg-16-1-c"),
        "necessity": "De burgemeester beslist over de openbare orde.",
    }


def judge() -> Answers:
    return {
        "ruling": "measures",
        "motive": "De buurt is kwetsbaar.",
        "measures": ["talk", "officer"],
    }


def carry_out() -> Answers:
    return {"done": "Het gesprek is gevoerd.", "arranged": "De betrokkene mijdt het plein."}


def monitor() -> Answers:
    return {"course": "over", "seen": "Geen meldingen."}


def evaluate() -> Answers:
    return {"lessons": "De wijkagent was op tijd betrokken."}


def load() -> None:
    """One that waits for the mayor."""
    coordinator = actor_of("iv.oss")
    case = reported(coordinator, "bij")
    do(case, "open_case", coordinator)
    do(case, "assess", actor_of("liaison1.politie"))
