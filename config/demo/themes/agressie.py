"""Agressie: threats against an alderman, at home too, as the people of Oss would answer."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Organisation

Answers = dict[str, Any]


def _now(**ago: int) -> str:
    moment = timezone.localtime() - timedelta(**ago)
    return moment.strftime("%Y-%m-%dT%H:%M")


def _day(days: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code="GM0828").pk,
        "victim": "W. Voorbeeld",
        "function": "administrator",
        "happened_at": _now(hours=3),
        "channel": "home",
        "shape": "threat",
        "direct_help": "De politie is gebeld en is langs geweest.",
        "is_family_involved": "yes",
        "family_1": "P. Voorbeeld",
        "offender": "D. Onbekend",
        "facts": "Iemand stond 's avonds aan de deur en schreeuwde bedreigingen.",
    }


def receive() -> Answers:
    return {
        "manager": "De gemeentesecretaris",
        "received_at": _now(),
        "gravity": "III",
        "is_safe_home": "no",
        "safety_measures": "Tijdelijk een ander adres, ook voor het gezin.",
        "support_offered": "yes",
        "told_victim": "yes",
    }


def react() -> Answers:
    return {
        "norm": "Niemand bedreigt een bestuurder, ook niet thuis.",
        "measures": ["letter", "building_ban"],
        "until": _day(180),
        "offender_told": "yes",
        "told_victim": "yes",
    }


def area_ban() -> Answers:
    return {"ruling": "ban", "motive": "Hij komt steeds terug in de straat."}


def file_report() -> Answers:
    return {
        "is_filed": "filed",
        "filed_on": _day(),
        "facts": "Bedreiging aan de deur van een woning.",
        "anonymity": "domicile",
        "told_victim": "yes",
    }


def police_progress() -> Answers:
    return {
        "news": "De verdachte is gehoord.",
        "report_number": "PL2100-2026-17",
        "has_priority": "yes",
        "course": "prosecutor",
    }


def prosecution() -> Answers:
    return {"news": "De zaak komt op zitting.", "course": "prosecuted"}


def damage() -> Answers:
    return {
        "has_damage": "yes",
        "amount": "420.00",
        "recovery": "De gemeente voegt zich in het strafproces.",
        "told_victim": "yes",
    }


def threat_picture() -> Answers:
    return {
        "picture": "De dreiging komt van één persoon en neemt af.",
        "course": "measures",
        "measures": "Extra toezicht bij de woning.",
    }


def evaluate() -> Answers:
    return {
        "aftercare": "Drie gesprekken, ook met het gezin.",
        "lesson": "Afspraken over huisadressen eerder maken.",
    }


def load() -> None:
    """One of which politie still has to say how it goes."""
    coordinator = actor_of("iv.oss")
    case = reported(coordinator, "agressie")
    for node in ("receive", "react", "file_report"):
        do(case, node, coordinator)
