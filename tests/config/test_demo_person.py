"""The demo has a case of each regime of a person, halfway."""

import pytest

from casework.models import Case
from config.demo.people import actor_of
from config.demo.themes import bij, nazorg, pga
from partners.acting import acting_as

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("theme", "by", "stage"),
    [
        (bij, "iv.oss", "decision"),
        (nazorg, "iv.oss", "advice"),
        (pga, "liaison.zvh", "execution"),
    ],
)
def test_each_theme_of_a_person_has_a_demo_case(theme: object, by: str, stage: str) -> None:
    theme.load()  # type: ignore[attr-defined]  # a module
    actor = actor_of(by)
    with acting_as(actor):
        assert stage in Case.objects.visible_to(actor).values_list("stage", flat=True)
