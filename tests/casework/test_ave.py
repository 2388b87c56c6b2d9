"""AVE: up and down on record, by who may, under one who may lead; one phase at a time."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from casework.models import AvePhase, AveReason, AveRule, Case, Part
from casework.services import ave, participations
from config.demo.people import actor_of
from config.demo.walk import reported
from partners.acting import acting_as, engine_sees
from partners.actor import Actor
from partners.audit.models import TrailEntry
from partners.refusals import Conflict, Refused
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def zvh(db: None) -> Actor:
    return actor_of("liaison.zvh")


@pytest.fixture
def case(cast: Cast, zvh: Actor) -> Case:
    """Reported by the gemeente to the Zorg- en Veiligheidshuis, with the zorg beside them."""
    found = reported(cast.coordinator, "pga")
    with acting_as(zvh), engine_sees(found.pk):
        participations.begin(
            case=found,
            organisation=actor_of("liaison.zorg").organisation,
            part=Part.ASKED,
            has_overview=False,
            actor=zvh,
            at=timezone.now(),
        )
    return found


def scale(
    case: Case, phase: int, by: Actor, leader: Actor, reason: AveReason = AveReason.SAFETY
) -> AvePhase:
    with acting_as(by):
        return ave.scale(
            case=Case.objects.get(pk=case.pk),
            phase=phase,
            reason=reason,
            leader=leader.membership,
            actor=by,
            at=timezone.now(),
        )


def test_up_and_down_each_end_the_phase_before(case: Case, zvh: Actor, cast: Cast) -> None:
    scale(case, 1, zvh, zvh, AveReason.PLAN)
    scale(case, 2, zvh, cast.coordinator)
    scale(case, 1, cast.coordinator, zvh, AveReason.CALM)
    with acting_as(zvh):
        rows = list(case.ave_phases.all())
    assert [one.phase for one in rows] == [1, 2, 1]
    assert [one.ended_at is None for one in rows] == [False, False, True]
    assert [one.decided_by_id for one in rows] == [
        zvh.membership.pk,
        zvh.membership.pk,
        cast.coordinator.membership.pk,
    ]


def test_each_scaling_stands_in_the_trail_of_all_who_oversee_the_case(
    case: Case, zvh: Actor, cast: Cast
) -> None:
    scale(case, 1, zvh, zvh, AveReason.PLAN)
    scale(case, 2, zvh, zvh)
    scale(case, 1, zvh, zvh, AveReason.CALM)
    scale(case, 1, zvh, cast.coordinator, AveReason.PLAN)
    acts = ["ave.begun", "ave.scaled_up", "ave.scaled_down", "ave.leader_changed"]
    for reader in (actor_of("fg.zvh"), actor_of("fg.oss")):
        assert in_trail(reader) == acts
    assert in_trail(actor_of("fg.zorg")) == []


def in_trail(reader: Actor) -> list[str]:
    with acting_as(reader):
        rows = TrailEntry.objects.filter(
            organisation=reader.organisation_id, entry__action__startswith="ave."
        )
        return [row.entry.action for row in rows.select_related("entry").order_by("entry")]


def test_who_may_scale_is_fixed_per_phase(case: Case, zvh: Actor, cast: Cast) -> None:
    care = actor_of("liaison.zorg")
    with pytest.raises(Refused):
        scale(case, 1, care, care)
    scale(case, 4, zvh, cast.mayor)
    for other in (zvh, cast.coordinator):
        with pytest.raises(Refused):
            scale(case, 2, other, cast.coordinator)
    scale(case, 2, cast.mayor, cast.coordinator)


def test_who_leads_is_fixed_per_phase(case: Case, zvh: Actor, cast: Cast) -> None:
    for phase, wrong in ((2, cast.mayor), (3, zvh), (4, cast.coordinator), (1, cast.stranger)):
        with pytest.raises(Refused):
            scale(case, phase, zvh, wrong)
    scale(case, 3, zvh, cast.coordinator)


def test_another_agreement_is_data(zvh: Actor) -> None:
    rule = AveRule.objects.get(theme="pga", phase=3)
    assert not rule.lets_lead(zvh.membership)
    rule.leaders.append("zvh:liaison")
    assert rule.lets_lead(zvh.membership)
    rule.valid_until = timezone.localdate()
    assert not rule.is_in_force(timezone.localdate())
    assert rule.is_in_force(timezone.localdate() - timedelta(days=1))


def test_nothing_changes_twice(case: Case, zvh: Actor) -> None:
    scale(case, 1, zvh, zvh)
    with pytest.raises(Conflict):
        scale(case, 1, zvh, zvh)


def test_two_open_phases_are_refused_by_the_database(case: Case, zvh: Actor) -> None:
    scale(case, 1, zvh, zvh)
    with acting_as(zvh), pytest.raises(IntegrityError), transaction.atomic():
        AvePhase.objects.create(
            case=case,
            phase=2,
            reason=AveReason.SAFETY,
            leader=zvh.membership,
            decided_by=zvh.membership,
            begun_at=timezone.now(),
        )


def test_without_the_overview_there_is_no_phase_to_see(case: Case, zvh: Actor, cast: Cast) -> None:
    scale(case, 2, zvh, zvh)
    for actor, seen in ((zvh, 1), (cast.coordinator, 1), (actor_of("liaison.zorg"), 0)):
        with acting_as(actor), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM casework_avephase WHERE case_id = %s", [case.pk])
            assert cursor.fetchone() == (seen,), actor.organisation
            assert AvePhase.objects.visible_to(actor).count() == seen


def test_a_theme_without_an_agreement_knows_no_phases(cast: Cast) -> None:
    case = reported(cast.police)
    with pytest.raises(Refused, match="geen fasen"):
        scale(case, 1, cast.police, cast.police)
