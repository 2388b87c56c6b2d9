"""Ordinary answers to the form of each step, as a browser would post them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from partners.models import Ground, Organisation

Answers = dict[str, Any]
LEAD = "GM0828"


def days(count: int) -> str:
    return (timezone.localdate() + timedelta(days=count)).isoformat()


def signal() -> Answers:
    return {
        "lead": Organisation.objects.get(code=LEAD).pk,
        "source": "police",
        "address": "Kanaalstraat 17, Oss",
        "premises": "home",
        "noticed_on": days(-2),
        "observation": "Dichtgeplakte ramen en een sterke geur.",
    }


def visit() -> Answers:
    return {
        "is_found": "yes",
        "visited_on": days(-1),
        "notes": "Met de netbeheerder binnen geweest.",
    }


def report() -> Answers:
    return {
        "found_on": days(-1),
        "premises": "home",
        "substance": "soft",
        "plants": 240,
        "reason": "Melding van de netbeheerder.",
        "searched": "Met machtiging, overdag.",
        "drugs": "240 hennepplanten.",
        "goods": "20 lampen en 2 koolstoffilters.",
        "weapons": "Geen.",
        "nuisance": "Drie meldingen van stank.",
        "antecedents": "Geen.",
        "relations": "Onbekend.",
        "danger": "Brandgevaar door een illegale aftakking.",
        "public_order": "Risico op een ripdeal.",
        "sender_ground": ground("wpg-16-1-c"),
        "necessity": "Nodig voor het besluit van de burgemeester.",
    }


def supplement() -> Answers:
    return {
        "supplement": "Er zijn geen wapens aangetroffen.",
        "sender_ground": ground("wpg-16-1-c"),
        "necessity": "Nodig voor het besluit van de burgemeester.",
    }


def open_case() -> Answers:
    return {"woonkern": "Oss", "priority": "normal"}


def weigh() -> Answers:
    return {
        "is_complete": "complete",
        "power": "trade",
        "address": "Kanaalstraat 17, Oss",
        "found_on": days(-1),
        "premises": "home",
        "substance": "soft",
        "occurrence": "1",
        "has_minors": "no",
        "interested": "De huurder en de woningcorporatie.",
        "partners": ["om", "netbeheerder", "corporatie"],
    }


def answer() -> Answers:
    return {
        "response": "answer",
        "answer": "De aansluiting is verbroken.",
        "sender_ground": ground("avg-6-1-e"),
        "necessity": "De gemeente stemt haar besluit hierop af.",
    }


def weighed() -> Answers:
    """What the OM finds each time that it gives something (Wjsg art. 39f)."""
    return {
        "necessity": "De burgemeester moet het besluit op de strafzaak afstemmen.",
        "proportionality": "Alleen de afdoening gaat mee, geen feiten over personen.",
        "subsidiarity": "De gemeente kan dit bij niemand anders opvragen.",
    }


def answer_of_prosecutor() -> Answers:
    return {
        **answer(),
        "answer": "Er loopt een strafzaak.",
        "confiscation": "yes",
        "sender_ground": ground("wjsg-39f-1-d"),
        **weighed(),
    }


def decline() -> Answers:
    return {
        "response": "decline",
        "decline_ground": "Wjsg art. 39f: niet noodzakelijk",
        "decline_reason": "De gegevens zijn voor dit besluit niet nodig.",
    }


def close_round() -> Answers:
    return {"reason": "De burgemeester kan niet langer wachten."}


def urgency() -> Answers:
    return {"is_urgent": "no", "reason": "Het gevaar is met de ontmanteling weg."}


def choose_measure() -> Answers:
    return {"measure": "warning"}


def hear() -> Answers:
    return {"how": "written", "received_on": days(0), "summary": "De huurder wist van niets."}


def decide() -> Answers:
    return {
        "ruling": "closure",
        "suitable": "De sluiting haalt het pand uit het circuit.",
        "gravity": "Een grote, professionele kwekerij.",
        "elapsed": "De vondst is recent.",
        "trade": "Er is geen handel waargenomen.",
        "neighbourhood": "Een kwetsbare wijk.",
        "blame": "De huurder is verantwoordelijk.",
        "attachment": "De huurder woont er kort.",
        "returning": "Terugkeer is mogelijk.",
        "minors": "Er zijn geen kinderen.",
        "grace_until": days(3),
        "closed_from": days(4),
        "closed_until": days(94),
        "announced_on": days(0),
    }


def close_premises() -> Answers:
    return {
        "closed_on": days(4),
        "sealed": "yes",
        "keys": "Sloten vervangen.",
        "care": "Niemand aanwezig.",
    }


def recover_costs() -> Answers:
    return {"recovers": "yes", "amount": "850.50", "reason": "De overtreder draagt de kosten."}


def register_warning() -> Answers:
    return {"sent_on": days(0), "valid_years": 3}


def refrain() -> Answers:
    return {"motive": "De hoeveelheid is te klein."}


def objection() -> Answers:
    return {"filed": "none"}


def objection_filed() -> Answers:
    return {"filed": "filed", "filed_on": days(0), "has_committee": "no"}


def decide_objection() -> Answers:
    return {
        "result": "upheld",
        "motive": "Het besluit is zorgvuldig en evenwichtig.",
        "announced_on": days(0),
    }


def appeal() -> Answers:
    return {"result": "none"}


def injunction() -> Answers:
    return {"result": "refused", "ruled_on": days(0)}


def suspension() -> Answers:
    return {"ended_on": days(0), "reason": "De rechter heeft de schorsing opgeheven."}


def closure_period() -> Answers:
    return {"event": "ended"}


def decide_lifting() -> Answers:
    return {"ruling": "lifted", "motive": "De eigenaar biedt voldoende waarborgen."}


def reopen() -> Answers:
    return {"reopened_on": days(0), "state": "Het pand is schoon en veilig."}


def evaluate() -> Answers:
    return {
        "aftercare": "Gesprek met de verhuurder.",
        "neighbourhood": "De stank is weg.",
        "displacement": "Geen signalen.",
    }


def ground(code: str) -> int:
    return Ground.objects.get(code=code).pk
