"""Ordinary answers of a Bibob case: an application in which the Bureau is asked for advice."""

from config.demo.answers import (
    LEAD,
    Answers,
    appeal,
    close_round,
    days,
    decide_objection,
    ground,
    injunction,
    objection,
    objection_filed,
    open_case,
    suspension,
)
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Organisation

__all__ = [
    "appeal",
    "close_round",
    "decide_objection",
    "injunction",
    "objection",
    "objection_filed",
    "open_case",
    "suspension",
]


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code=LEAD).pk,
        "occasion": "application",
        "decision_type": "permit",
        "branch": "Horeca",
        "is_granted": "no",
        "is_running": "no",
        "name": "Café De Proef B.V.",
        "legal_form": "B.V.",
        "kvk": "90001234",
        "trade_names": "De Proef",
        "seat": "Molenstraat 12, Oss",
    }


def tip() -> Answers:
    return {
        "lead": Organisation.objects.get(code=LEAD).pk,
        "tip_on": days(0),
        "tip_reference": "AP-2026-0017",
        "decision_type": "permit",
        "name": "Café De Proef B.V.",
    }


def weigh() -> Answers:
    return {"falls": "falls", "reason": "Horeca valt onder het beleid."}


def weigh_tip() -> Answers:
    return {"is_used": "used", "reason": "De tip gaat over een vergunning in Oss."}


def withdrawal() -> Answers:
    return {"withdrawn_on": days(0), "notes": "Per brief."}


def ask_form() -> Answers:
    return {
        "form_type": "1",
        "applied_on": days(0),
        "issued_on": days(0),
        "reply_by": days(14),
    }


def check_form() -> Answers:
    return {
        "result": "complete",
        "received_on": days(0),
        "persons": "A. Voorbeeld, 1 mei 1980, bestuurder",
        "financing": "Lening van een derde, 50.000 euro, overeenkomst bijgevoegd",
        "antecedents": "Geen.",
        "partners": ["politie", "om", "riec"],
    }


def judge_missing() -> Answers:
    return {"course": "danger", "motive": "Betrokkene gaf geen openheid."}


def answer() -> Answers:
    return {
        "response": "answer",
        "answer": "Er zijn gegevens over betrokkene.",
        "sender_ground": ground("wgs-riec"),
        "necessity": "Nodig voor het eigen onderzoek.",
    }


def answer_of_politie() -> Answers:
    return answer() | {"sender_ground": ground("wpg-18-bpg-4-3-1-l")}


def answer_of_om() -> Answers:
    return answer() | {"sender_ground": ground("wjsg-39f-1-d")}


def research() -> Answers:
    return {
        "sources": ["open", "kvk", "archive"],
        "findings": "De financier is onbekend in de registers.",
        "financing": "De herkomst van de lening is niet verklaard.",
    }


def conclude() -> Answers:
    return {"danger": "advice", "motive": "De financiering blijft onduidelijk."}


def request_advice() -> Answers:
    return {
        "requested_on": days(0),
        "questions": "Wie staat achter de lening?",
        "told_on": days(0),
    }


def receive_advice() -> Answers:
    return {
        "event": "received",
        "on": days(0),
        "degree": "serious",
        "grounds": ["a"],
        "summary": "De lening komt uit strafbare feiten.",
    }


def test_advice() -> Answers:
    return {"result": "serious", "report": "Het advies volgt uit de bronnen.", "by_lawyer": "yes"}


def intend() -> Answers:
    return {
        "degree": "serious",
        "intent": "refuse",
        "proportionate": "Voorschriften nemen het gevaar niet weg.",
    }


def hear() -> Answers:
    return {
        "how": "written",
        "received_on": days(0),
        "summary": "Betrokkene bestrijdt de herkomst.",
        "copy_given_on": days(0),
        "is_secrecy_told": "yes",
    }


def decide() -> Answers:
    return {
        "ruling": "refused",
        "motive": "Ernstig gevaar dat de vergunning strafbaar wordt gebruikt.",
        "announced_on": days(0),
    }


def report_conclusion() -> Answers:
    return {"degree": "serious", "reported_on": days(0)}


def report_withdrawal() -> Answers:
    return {"reported_on": days(0)}


def signal_neighbours() -> Answers:
    return {
        "gives_signal": "yes",
        "branch": "Horeca",
        "area": "Centrum",
        "starts_on": days(0),
        "effect": "Een aanvraag in een andere gemeente.",
        "desk": "IV Oss",
    }


def evaluate() -> Answers:
    return {"lessons": "De vragenlijst eerder toelichten."}


def load() -> None:
    """One that waits for the advice of the Bureau."""
    coordinator, mayor = actor_of("iv.oss"), actor_of("burgemeester.oss")
    case = reported(coordinator, "bibob")
    for node in ("open_case", "weigh", "ask_form"):
        do(case, node, coordinator)
    do(case, "check_form", coordinator)
    do(case, "answer", actor_of("liaison1.politie"), answer_of_politie())
    do(case, "answer", actor_of("liaison1.om"), answer_of_om())
    do(case, "answer", actor_of("liaison.riec"))
    do(case, "research", coordinator)
    do(case, "conclude", mayor)
    do(case, "request_advice", coordinator)
