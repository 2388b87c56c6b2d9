"""Ordinary answers of a persoonsgerichte aanpak."""

from config.demo.answers import LEAD, Answers, days, ground
from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Organisation


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code=LEAD).pk,
        "person": "D. Voorbeeld",
        "born_on": "1995-11-11",
        "address": "Kerkstraat 1, Oss",
        "reason": "Terugkerende overlast en een dreigende uithuiszetting.",
        "objective": "Een gezamenlijke aanpak van overlast en schulden.",
        "criteria": ["multi", "chains", "impact"],
        "why_not_regular": "De hulp en de handhaving werken langs elkaar heen.",
        "necessity_of_data": "Zonder deze feiten is de ernst niet te wegen.",
        "wanted": "Politie, zorg en corporatie.",
    }


def triage() -> Answers:
    factors = ("severity", "frequency", "complexity", "public_impact", "stagnation", "urgency")
    return {
        "is_known": "no",
        "criteria": ["multi", "chains", "impact"],
        "areas": 4,
        "has_children": "no",
        **dict.fromkeys(factors, "middle"),
        "course": "meeting",
        "told": "De casus komt in een casusoverleg.",
        "legal_check": "Alle partijen werken samen volgens Wgs en BGS.",
        "woonkern": "Oss",
        "priority": "normal",
    }


def supplement() -> Answers:
    return {"criteria": ["multi", "chains", "impact"], "supplement": "De hulp liep twee keer vast."}


def inform() -> Answers:
    return {"is_informed": "yes", "informed_on": days(0)}


def invite() -> Answers:
    return {
        "person": "D. Voorbeeld",
        "partners": ["gemeente", "politie", "zorg", "corporatie"],
        "meets_on": days(7),
        "meets_at": "09:00",
        "place": "Zorg- en Veiligheidshuis",
    }


def answer() -> Answers:
    return {
        "response": "answer",
        "answer": "Wij zijn al betrokken en zetten dat voort.",
        "sender_ground": ground("wgs-zvh"),
        "necessity": "Nodig voor het gezamenlijke beeld.",
    }


def close_round() -> Answers:
    return {"reason": "Het overleg is morgen."}


def meet() -> Answers:
    here = Organisation.objects.filter(code__in=(LEAD, "PE-OOST-BRABANT", "ZVH-DEMO"))
    return {
        "present": [one.pk for one in here],
        "picture": "De schulden zijn de kern; de overlast volgt daaruit.",
        "goals": "Rust in huis en een regeling voor de schulden.",
        "result": "agreed",
    }


def draw_plan() -> Answers:
    return {
        "director": actor_of("liaison.zorg").membership.pk,
        "area_money": "Schuldregeling aanvragen.",
        "area_mind": "Behandeling starten.",
        "review": "review_3m",
        "party_1": Organisation.objects.get(code="PE-OOST-BRABANT").pk,
        "text_1": "De wijkagent belt wekelijks.",
        "due_1": days(14),
        "party_2": Organisation.objects.get(code="WC-VOORBEELDHUIS").pk,
        "text_2": "De uithuiszetting wordt drie maanden opgeschort.",
        "due_2": days(14),
    }


def carry_out() -> Answers:
    return {
        "state": "De behandeling is begonnen.",
        "course": "review",
        "sender_ground": ground("wgs-zvh"),
        "necessity": "De procesregisseur bewaakt de voortgang.",
    }


def review() -> Answers:
    return {"effect": "De overlast is gestopt.", "course": "finish"}


def evaluate() -> Answers:
    return {
        "lessons": "Vroeg samen aan tafel werkt.",
        "result": "reached",
        "handover": "Het wijkteam gaat verder.",
        "open_motive": "De afspraken lopen in de gewone keten door.",
    }


def load() -> None:
    """One whose plan is being carried out, and one that waits for the triage."""
    police, zvh = actor_of("liaison1.politie"), actor_of("liaison.zvh")
    case = reported(police, "pga")
    do(case, "triage", zvh)
    do(case, "inform", police)
    do(case, "invite", zvh, meets_on=days(0))
    for login in ("iv.oss", "liaison1.politie", "liaison.zorg", "liaison.corporatie"):
        do(case, "answer", actor_of(login))
    do(case, "meet", zvh)
    do(case, "draw_plan", zvh)
    reported(actor_of("iv.oss"), "pga")
