"""Requests of persons concerned: of Oss and of Meierijstad, open, granted, and refused unseen."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from casework.models import (
    Case,
    InformationClass,
    RightsRequest,
    RightsShare,
    Subject,
    SubjectKind,
)
from casework.rights import requests
from casework.rights.requests import Answer, Asked
from casework.services import subjects
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor

PERSON, OF_MEIERIJSTAD, UNKNOWN = "Proefpersoon 7", "Proefpersoon 8", "Proefpersoon 9"


def ask(foreign: Case, of_meierijstad: Actor) -> None:
    """Oss keeps the first, Meierijstad the second, and nobody the third."""
    oss, meierijstad = actor_of("fg.oss"), actor_of("fg.meierijstad")
    recorded(foreign, of_meierijstad, OF_MEIERIJSTAD)
    registered(oss, PERSON)
    for outcome in (RightsShare.Outcome.GRANTED, RightsShare.Outcome.REFUSED):
        answered(registered(meierijstad, PERSON), oss, outcome, may_be_told=False)
    registered(meierijstad, OF_MEIERIJSTAD)
    registered(meierijstad, UNKNOWN)


def recorded(
    case: Case,
    by: Actor,
    label: str,
    of: InformationClass = InformationClass.B,
    **details: Any,
) -> Subject:
    with acting_as(by):
        return subjects.record_subject(
            case=Case.objects.get(pk=case.pk),
            kind=SubjectKind.PERSON,
            information_class=of,
            label=label,
            details=details,
            actor=by,
            at=timezone.now(),
        )


def registered(
    by: Actor,
    label: str,
    right: RightsRequest.Right = RightsRequest.Right.ACCESS,
    asked: str = "",
) -> RightsRequest:
    now = timezone.now()
    with acting_as(by):
        return requests.register(
            given=Asked(right, label, asked, RightsRequest.Check.SHOWN, timezone.localdate(now)),
            actor=by,
            at=now,
        )


def answered(
    found: RightsRequest,
    by: Actor,
    outcome: RightsShare.Outcome,
    *,
    may_be_told: bool = True,
    chosen: Iterable[int] = (),
) -> None:
    with acting_as(by):
        requests.answer(
            share=RightsShare.objects.select_related("request").get(
                request=found, organisation=by.organisation
            ),
            given=Answer(outcome, "Ons antwoord.", "AVG art. 23", may_be_told, frozenset(chosen)),
            actor=by,
            at=timezone.now(),
        )
