"""Tijdelijk huisverbod: a night in Oss, as its people would answer."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from config.demo.people import actor_of
from config.demo.walk import do, reported
from partners.models import Ground, Organisation

Answers = dict[str, Any]


def _now(**ago: int) -> str:
    moment = timezone.localtime() - timedelta(**ago)
    return moment.strftime("%Y-%m-%dT%H:%M")


def _day(days: int = 0) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def report() -> Answers:
    return {
        "lead": Organisation.objects.get(code="GM0828").pk,
        "incident_at": _now(hours=2),
        "address": "Hescheweg 21, Oss",
        "person_name": "J. Voorbeeld",
        "person_born_on": "1984-05-12",
        "housemate_1": "M. Voorbeeld",
        "housemate_born_1": "1986-02-03",
        "housemate_2": "S. Voorbeeld",
        "housemate_born_2": "2015-09-01",
        "facts": "De buren belden na geschreeuw. Er was geslagen.",
    }


def risk() -> Answers:
    return {
        "person_signs": ["record", "substances"],
        "score_person": "raised",
        "incident_signs": ["threat", "physical"],
        "score_incident": "high",
        "living_signs": ["relation"],
        "score_living": "raised",
        "danger": "danger",
        "motive": "Hij dreigde terug te komen.",
    }


def conditions() -> Answers:
    return {
        "is_adult": "yes",
        "has_child_abuse": "no",
        "criminal_track": "De officier is gebeld.",
        "course": "officer",
    }


def consult() -> Answers:
    return {
        "consulted_at": _now(minutes=5),
        "spoken_to": "De dienstdoende medewerker",
        "advice": "Opleggen; Veilig Thuis komt morgen langs.",
        "course": "officer",
    }


def impose() -> Answers:
    return {
        "imposed_at": _now(),
        "place": "Hescheweg 21, Oss",
        "motive": "Geweld en dreiging in de woning.",
        "no_contact": "M. Voorbeeld en S. Voorbeeld",
        "keys_taken": "yes",
        "is_oral": "yes",
    }


def impose_in_person() -> Answers:
    return impose() | {"ruling": "impose", "is_oral": "no", "written_at": _now()}


def write_down() -> Answers:
    return {"written_at": _now(), "handed_to": "Aan de persoon zelf, op het bureau."}


write_down_in_person = write_down


def reachability() -> Answers:
    return {
        "is_reachable": "yes",
        "told_at": _now(),
        "stays_at": "Bij zijn broer",
        "wants_lawyer": "yes",
        "lawyer_wanted_at": _now(),
        "lawyer_assigned_at": _now(),
    }


def triage() -> Answers:
    return {
        "talked_at": _now(),
        "for_staying": "Gesprek met het lokale team.",
        "for_children": "Schoolmaatschappelijk werk.",
        "for_leaving": "Gesprek over agressie.",
    }


def child_safety() -> Answers:
    return {
        "is_as_told": "yes",
        "seen_on": _day(),
        "safety": "De kinderen zijn bij hun moeder en zijn nu veilig.",
        "further": "Morgen een gesprek op school.",
    }


def breach() -> Answers:
    return {"breached_at": _now(), "facts": "Hij stond voor de deur.", "report_number": "PV-17"}


def injunction() -> Answers:
    return {"requested_on": _day(), "applicant": "De uithuisgeplaatste"}


def hearing() -> Answers:
    return {"heard_at": _now(), "minors_heard": "Niet van toepassing."}


def judge() -> Answers:
    return {"ruled_at": _now(), "ruling": "stands", "summary": "Voldoende gevaar."}


def open_case() -> Answers:
    return {"woonkern": "Oss", "priority": "urgent"}


def arrange() -> Answers:
    return {"partners": ["zorg", "veiligthuis"], "remarks": ""}


def answer() -> Answers:
    return {
        "response": "answer",
        "answer": "Het hulpplan loopt; de dreiging is er nog.",
        "advice": "extend",
        "sender_ground": Ground.objects.get(code="avg-6-1-e").pk,
        "necessity": "De burgemeester besluit op advies.",
    }


def close_round() -> Answers:
    return {"reason": "Het zorgoverleg is morgen."}


def care_meeting() -> Answers:
    return {
        "held_on": _day(),
        "present": "Politie, Veilig Thuis en de hulpverlening.",
        "threat": "Ja.",
        "advice": "extend",
        "motive": "De hulp begint net.",
    }


def decide() -> Answers:
    return {
        "ruling": "extend",
        "days": 18,
        "heard_on": _day(),
        "view": "Zij wil rust; hij wil naar huis.",
        "motive": "De dreiging duurt voort.",
    }


def watch_end() -> Answers:
    return {"event": "ended"}


def withdraw() -> Answers:
    return {
        "ruling": "withdrawn",
        "help_accepted_on": _day(),
        "help_confirmed": "yes",
        "motive": "De hulp is aanvaard.",
    }


def wind_up() -> Answers:
    return {
        "safety_plan": "Afspraken per persoon, met een noodnummer.",
        "transfer": "Aan het lokale team.",
        "is_multiproblem": "no",
    }


def follow_up() -> Answers:
    return {"talked_on": _day(), "state": "Het is rustig.", "further": ""}


def evaluate() -> Answers:
    return {"lessons": "Eerder samen optrekken met de hulpverlening."}


def load() -> None:
    """One in force, of which the partners have still to give their advice."""
    officer, coordinator = actor_of("hovj.politie"), actor_of("iv.oss")
    case = reported(officer, "huisverbod")
    for node in ("risk", "conditions", "impose", "write_down"):
        do(case, node, officer)
    for node in ("reachability", "open_case", "arrange"):
        do(case, node, coordinator)
    do(case, "triage", actor_of("liaison.zorg"))
