"""The ordinary case walks from signal to reopening."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from casework.models import Case, Stage
from config.demo.walk import do
from partners.acting import acting_as
from tests.cases import a_case
from tests.cast import Cast


def test_the_ordinary_case_walks_from_signal_to_evaluation(cast: Cast) -> None:
    case = a_case(cast, at="objection")
    with time_machine.travel(timezone.now() + timedelta(days=100)):
        do(case, "objection", cast.coordinator)
        do(case, "closure_period", cast.coordinator)
        do(case, "reopen", cast.coordinator)
        do(case, "evaluate", cast.coordinator)
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=case.pk)
    assert case.stage == Stage.CLOSED
