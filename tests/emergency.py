"""Take, read and judge emergency access, as tests of its walls and of its services do."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from casework import access
from casework.models import Case, Contribution, Emergency, InformationClass, Subject
from casework.services import contributions, emergencies
from casework.services.contributions import Draft
from partners.acting import acting_as, in_emergency
from partners.actor import Actor

NOW = timezone.now()
REASON = "Er is nu een melding van geweld op dit adres."


def put_in(case: Case, by: Actor, information_class: str = "P", title: str = "x") -> Contribution:
    with acting_as(by, at=NOW):
        return contributions.contribute(
            case=Case.objects.get(pk=case.pk),
            draft=Draft("note", title, InformationClass(information_class), []),
            actor=by,
            at=NOW,
        )


def closed_to(actor: Actor, case: Case, at: datetime = NOW) -> set[str]:
    """The keys of what one could take an emergency for."""
    with acting_as(actor, at=at):
        found = emergencies.closed_things(Case.objects.get(pk=case.pk))
        return {one.key for one in found}


def take(
    case: Case, thing: Contribution | Subject, by: Actor, at: datetime = NOW, reason: str = REASON
) -> Emergency:
    with acting_as(by, at=at):
        found = Case.objects.get(pk=case.pk)
        known = {one.key: one for one in emergencies.closed_things(found)}
        return emergencies.open_in_emergency(
            case=found,
            closed=known[str(thing.pk)],
            kind=Emergency.Kind.VIOLENCE,
            reason=reason,
            actor=by,
            at=at,
        )


def judge(emergency: Emergency, by: Actor, verdict: str = "justified") -> Emergency:
    with acting_as(by, at=NOW):
        return emergencies.judge(
            emergency=access.emergency(by, emergency.pk),
            verdict=Emergency.Verdict(verdict),
            reason="Wachten kon niet.",
            actor=by,
            at=NOW,
        )


def reads(actor: Actor, emergency: Emergency, at: datetime = NOW) -> bool:
    """By the second wall alone: raw, as if every policy were forgotten."""
    model = Contribution if emergency.contribution_id else Subject
    key = emergency.contribution_id or emergency.subject_id
    with acting_as(actor, at=at), in_emergency(emergency.pk):
        return model._default_manager.filter(pk=key).exists()


@contextmanager
def refused_by_the_database(because: str) -> Iterator[None]:
    with pytest.raises(DatabaseError, match=because), transaction.atomic():
        yield
