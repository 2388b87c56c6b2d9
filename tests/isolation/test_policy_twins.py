"""A policy, its filter and the second wall give one answer, for every actor and every thing."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils import timezone

from casework import ave_policies, ladder_policies
from casework import policies as case_policies
from casework.models import (
    AgendaItem,
    AvePhase,
    Case,
    Commitment,
    Contribution,
    Disclosure,
    Document,
    Extension,
    Meeting,
    MeetingSeat,
    Request,
    Subject,
)
from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast, actor_of
from tests.isolation.lasting import without_the_second_wall
from workflows import policies as step_policies
from workflows.models import Step

Policy = Callable[[Actor, Any], str | None]

TWINS: dict[type[Model], Policy] = {
    AvePhase: ave_policies.why_not_see_phase,
    AgendaItem: ladder_policies.why_not_see_agenda_item,
    Case: case_policies.why_not_see_case,
    Commitment: case_policies.why_not_see_commitment,
    Contribution: case_policies.why_not_read_contribution,
    Disclosure: case_policies.why_not_see_disclosure,
    Meeting: ladder_policies.why_not_see_meeting,
    Request: case_policies.why_not_see_request,
    Subject: case_policies.why_not_see_subject,
    Step: step_policies.why_not_see_step,
}
BY_PARENT: dict[type[Model], Callable[[Actor], QuerySet[Any]]] = {
    Document: lambda actor: Document.objects.filter(
        contribution__in=Contribution.objects.visible_to(actor)
    ),
    Extension: lambda actor: Extension.objects.filter(
        request__in=Request.objects.visible_to(actor)
    ),
    MeetingSeat: lambda actor: MeetingSeat.objects.filter(
        meeting__in=Meeting.objects.visible_to(actor)
    ),
}
"""What is seen with the thing it belongs to, as casework.access has it."""

LATER = pytest.mark.parametrize("days", [0, 2])
"""One disclosure of the dossier holds today and no longer the day after tomorrow."""

pytestmark = pytest.mark.usefixtures("dossier")


def everyone() -> Iterable[Actor]:
    """Without the transaction of a test: the same rows are read under two logins."""
    cast = Cast()
    yield from (
        *(cast.coordinator, cast.mayor, cast.secretary, cast.privacy_officer, cast.administrator),
        *(cast.police, cast.second_police, cast.prosecutor, cast.grid, cast.landlord),
        *(cast.stranger, cast.regional_staff),
        *(actor_of(name) for name in ("liaison.riec", "fg.politie", "iv2.oss", "iv.bernheze")),
    )


def keys(rows: Iterable[Model]) -> set[object]:
    return {row.pk for row in rows}


@LATER
@pytest.mark.parametrize("model", TWINS)
def test_the_policy_and_its_filter_agree_without_the_second_wall(
    model: type[Model], days: int
) -> None:
    at = timezone.now() + timedelta(days=days)
    everything: Any = model._default_manager
    with without_the_second_wall():
        things = list(everything.all())
        for actor in everyone():
            with acting_as(actor, at=at):
                allowed = keys(one for one in things if TWINS[model](actor, one) is None)
                filtered = keys(everything.visible_to(actor))
            assert filtered == allowed, actor.membership
            assert len(allowed) < len(things), f"{actor.membership} sees everything there is"


@LATER
@pytest.mark.parametrize("model", [*TWINS, *BY_PARENT])
def test_the_filter_and_the_second_wall_agree(model: type[Model], days: int) -> None:
    """The filter is asked as the owner, the wall as the web: neither can lean on the other."""
    at = timezone.now() + timedelta(days=days)
    manager: Any = model._default_manager
    visible_to = BY_PARENT.get(model) or manager.visible_to
    filtered = {}
    with without_the_second_wall():
        for actor in everyone():
            with acting_as(actor, at=at):
                filtered[actor] = keys(visible_to(actor))
    for actor, expected in filtered.items():
        with acting_as(actor, at=at):
            assert keys(manager.all()) == expected, actor.membership
    assert len({frozenset(rows) for rows in filtered.values()}) > 1, (
        "the dossier tells nobody apart"
    )


def test_each_filter_has_its_policy_here() -> None:
    with_a_filter = {
        model for model in apps.get_models() if hasattr(model._default_manager, "visible_to")
    }
    assert with_a_filter == set(TWINS)


def test_each_rule_about_seeing_has_its_filter_here() -> None:
    """`why_not_overview` narrows parts of a case page: it has no things of its own to filter."""
    rules = {
        name
        for module in (ave_policies, case_policies, ladder_policies, step_policies)
        for name in vars(module)
        if name.startswith(("why_not_see_", "why_not_read_"))
    }
    assert rules == {policy.__name__ for policy in TWINS.values()}
