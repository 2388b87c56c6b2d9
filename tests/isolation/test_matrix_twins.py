"""The filter opens by class what the matrix says, without the second wall behind it."""

import pytest

from casework.models import Contribution
from casework.policies import why_not_read_contribution
from config.database_roles import Connection
from partners.acting import acting_as
from tests.cast import actor_of
from tests.isolation.lasting import without_the_second_wall
from tests.isolation.matrix_cells import PEOPLE, THEMES, Cells, expected, of, theme_of


@pytest.mark.parametrize("theme", THEMES)
def test_filter_and_policy_find_what_the_cell_opens_and_nothing_else(
    theme: str, cells: Cells, owner: Connection
) -> None:
    """Without the transaction of a test: the same rows are read under two logins."""
    with theme_of(cells, theme, owner), without_the_second_wall():
        everything = list(Contribution.objects.select_related("case__lead", "organisation"))
        for line, login in PEOPLE.items():
            actor, wanted = actor_of(login), expected(line, theme)
            with acting_as(actor):
                visible = set(Contribution.objects.visible_to(actor).values_list("pk", flat=True))
                allowed = {
                    one.pk for one in everything if why_not_read_contribution(actor, one) is None
                }
            assert visible == allowed, line
            for side, things in enumerate((of(login, cells.own), of(login, cells.received))):
                told = {one: seen[side] for one, seen in wanted.items()}
                assert {key[1]: int(pk in visible) for key, pk in things.items()} == told, line
