"""The cases of named people alone that the demo begins with."""

import pytest

from config.demo.themes import answers_of
from tests.journeys.company import Company


@pytest.mark.parametrize(
    ("theme", "login", "node"),
    [("huisverbod", "liaison.zorg", "answer"), ("agressie", "liaison1.politie", "police_progress")],
)
def test_it_waits_for_whom_it_says(company: Company, theme: str, login: str, node: str) -> None:
    answers_of(theme).load()
    company.theme = theme
    company.case = "2026-VR21-000001"
    company.person(login).does(node)
