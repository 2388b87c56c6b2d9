"""The Bibob case of the demo waits for the advice of the Bureau."""

from casework.models import Case
from config.demo.themes import bibob
from config.demo.walk import open_step
from partners.acting import acting_as
from tests.cast import Cast


def test_the_case_of_the_demo_waits_for_the_bureau(cast: Cast) -> None:
    bibob.load()
    with acting_as(cast.coordinator):
        case = Case.objects.get(theme="bibob")
        assert open_step(case, "receive_advice", cast.coordinator).due_at
