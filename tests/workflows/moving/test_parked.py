"""A step that a newer version of its flow lost: its case still opens, and the lead moves it on."""

from typing import Any

import pytest
from django.db import connection
from viewflow.workflow.fields import get_task_ref

from casework.models import Case
from config.demo.walk import do, open_step
from partners.acting import acting_as, engine_sees
from partners.models import Role
from tests.cases import a_case
from tests.cast import Cast
from workflows.flows.hennep import HennepFlow
from workflows.models import Step
from workflows.services.parked import park_lost_steps


def lose(case: Case, node: str, cast: Cast) -> Step:
    """As if the flow once had a step of another name where it now has `node`."""
    flow: Any = HennepFlow.instance
    name = get_task_ref(flow.node(node))
    with acting_as(cast.coordinator), engine_sees(case.pk):
        step: Step = Step.objects.filter(case=case, status="NEW").human().get()
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE workflows_step SET flow_task = %s WHERE id = %s",
                [f"{name}_of_old", step.pk],
            )
        park_lost_steps()
    return step


@pytest.fixture
def parked(cast: Cast) -> Case:
    case = a_case(cast, at="urgency")
    lose(case, "urgency", cast)
    return case


def test_a_step_that_is_no_more_goes_to_the_coordinator_of_the_lead(
    cast: Cast, parked: Case
) -> None:
    with acting_as(cast.coordinator):
        step = open_step(parked, "urgency_of_old", cast.coordinator)
    assert (step.holder_id, step.role) == (cast.coordinator.organisation_id, Role.COORDINATOR)
    with acting_as(cast.mayor), pytest.raises(LookupError):
        open_step(parked, "urgency_of_old", cast.mayor)


def test_the_lead_moves_the_case_on_to_the_step_it_chooses(cast: Cast, parked: Case) -> None:
    do(parked, "urgency_of_old", cast.coordinator, {"target": "urgency", "reason": "Zo verder."})
    do(parked, "urgency", cast.mayor)
    with acting_as(cast.mayor):
        open_step(parked, "choose_measure", cast.mayor)


def test_a_step_that_is_still_there_stays_with_its_holder(cast: Cast) -> None:
    case = a_case(cast, at="urgency")
    with acting_as(cast.coordinator), engine_sees(case.pk):
        assert park_lost_steps() == 0
    with acting_as(cast.mayor):
        open_step(case, "urgency", cast.mayor)
