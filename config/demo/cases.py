"""Demo cases in different stages, walked there by the demo's people.

Of fresh reports there are enough for the throughput page to show a count.
"""

from typing import Any

from casework.models import Case
from config.demo import answers, disclosing, refuse_outside_demo_mode, rights
from config.demo.people import actor_of
from config.demo.themes import answers_of
from config.demo.walk import do, reported
from partners.models import Organisation
from workflows.flows import FLOWS


def load() -> None:
    """Once: a demo that has cases keeps them as people left them."""
    refuse_outside_demo_mode()
    if Case.objects.exists():
        return
    _signal_only()
    _just_reported("Molenstraat 12, Oss")
    for number in range(1, 5):
        _just_reported(f"Havenstraat {number}, Oss")
        _just_reported(f"Marktstraat {number}, Meierijstad", lead="GM1948")
    disclosing.load(_waiting_for_partners("Oss", "GM0828"))
    _waiting_for_partners("Meierijstad", "GM1948")
    _before_the_mayor()
    _closed_premises()
    for theme in FLOWS:
        if theme != "hennep":
            answers_of(theme).load()
    _nothing_found()
    rights.load()


def _signal_only() -> None:
    reported(actor_of("liaison.netbeheerder"), source="grid", address="Havenweg 4, Oss")


def _just_reported(address: str, lead: str = "GM0828") -> None:
    police = actor_of("liaison1.politie")
    case = reported(police, address=address, lead=Organisation.objects.get(code=lead).pk)
    do(case, "visit", police)
    do(case, "report", police)


def _waiting_for_partners(name: str, code: str, **weighing: Any) -> Case:
    police, coordinator = actor_of("liaison1.politie"), actor_of(f"iv.{name.lower()}")
    lead = Organisation.objects.get(code=code).pk
    address = f"Kanaalstraat 17, {name}"
    case = reported(police, lead=lead, address=address)
    do(case, "visit", police)
    do(case, "report", police)
    do(case, "open_case", coordinator, woonkern=name)
    do(case, "weigh", coordinator, address=address, **weighing)
    return case


def _before_the_mayor() -> Case:
    case = _waiting_for_partners("Oss", "GM0828", substance="hard")
    do(case, "answer", actor_of("liaison1.om"), answers.answer_of_prosecutor())
    do(case, "answer", actor_of("liaison.netbeheerder"))
    do(case, "answer", actor_of("liaison.corporatie"))
    return case


def _closed_premises() -> None:
    case = _before_the_mayor()
    coordinator, mayor = actor_of("iv.oss"), actor_of("burgemeester.oss")
    do(case, "urgency", mayor)
    do(case, "choose_measure", mayor, {"measure": "closure", "months": 3})
    do(case, "hear", coordinator)
    do(case, "decide", mayor)
    do(case, "close_premises", coordinator)
    do(case, "recover_costs", coordinator)


def _nothing_found() -> None:
    """Closed at once, so that what politie put in is due to be destroyed on the same day."""
    police = actor_of("liaison1.politie")
    do(reported(police, address="Havenweg 9, Oss"), "visit", police, is_found="no")
