"""Each cell of the role matrix, both ways, by page, API and raw SQL, with all else allowed."""

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.class_policies import why_not_receive_class
from casework.models import Contribution, InformationClass
from casework.services import contributions
from casework.services.contributions import Draft
from config.checks import why_not_this_matrix
from config.database_roles import Connection
from partners import matrix
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Kind, MatrixCell
from partners.models.membership import CASE_ROLES
from partners.refusals import Refused
from tests.api.client import Client as ApiClient
from tests.api.conftest import Keys
from tests.cast import Cast, actor_of
from tests.isolation.conftest import LogIn
from tests.isolation.matrix_cells import PEOPLE, THEMES, Cells, expected, of, theme_of

pytestmark = pytest.mark.django_db


def found_by_sql(actor: Actor, things: dict[tuple[str, str], UUID]) -> dict[str, int]:
    with acting_as(actor), connection.cursor() as cursor:
        cursor.execute("SELECT id FROM casework_contribution")
        ids = {pk for (pk,) in cursor.fetchall()}
    return {one: int(pk in ids) for (_login, one), pk in things.items()}


@pytest.mark.parametrize("theme", THEMES)
def test_raw_sql_finds_what_the_cell_opens_and_nothing_else(
    theme: str, cells: Cells, owner: Connection
) -> None:
    with theme_of(cells, theme, owner):
        for line, login in PEOPLE.items():
            actor, wanted = actor_of(login), expected(line, theme)
            sides = (of(login, cells.own), of(login, cells.received))
            for side, things in enumerate(sides):
                told = {one: seen[side] for one, seen in wanted.items()}
                if actor.role not in CASE_ROLES:
                    assert set(told.values()) == {0}
                assert found_by_sql(actor, things) == told, (line, theme, "own" if not side else "")


@pytest.mark.parametrize(("line", "login"), PEOPLE.items())
def test_page_and_api_show_what_the_cell_opens_and_hide_the_rest(
    line: str, login: str, cells: Cells, owner: Connection, log_in: LogIn
) -> None:
    actor, wanted = actor_of(login), expected(line, "hennep")
    browser = log_in(actor)
    try:
        api = ApiClient(Keys(owner).give(actor))
        for side, things in enumerate((of(login, cells.own), of(login, cells.received))):
            for (_login, one), pk in things.items():
                status = 200 if wanted[one][side] else 404
                told = f"{login} {one} {('own', 'received')[side]}"
                assert browser.get(f"/bijdragen/{pk}").status_code == status, told
                assert api.get(f"/bijdragen/{pk}").status_code == status, told
    finally:
        owner.execute(b"DELETE FROM partners_apitoken")


@pytest.mark.parametrize("login", [one for line, one in PEOPLE.items() if line != "elders"])
def test_who_may_not_read_a_class_of_the_own_organisation_does_not_write_it(
    login: str, cells: Cells
) -> None:
    """Who works no cases writes nothing at all, whatever its line opens."""
    actor = actor_of(login)
    for one in matrix.CLASSES:
        opens = matrix.opened(actor.line, is_own=True).has(one, "hennep")
        may = opens and actor.role in CASE_ROLES
        assert _is_written(actor, cells, one, by_service=True) is may, one
        assert _is_written(actor, cells, one, by_service=False) is may, one


def _is_written(actor: Actor, cells: Cells, one: str, *, by_service: bool) -> bool:
    given = {"kind": "x", "title": "x", "information_class": InformationClass(one)}
    now = timezone.now()
    try:
        with acting_as(actor), transaction.atomic():
            if by_service:
                draft = Draft(**given, content=[])  # type: ignore[arg-type]  # as given above
                contributions.contribute(case=cells.case, draft=draft, actor=actor, at=now)
            else:
                Contribution.objects.create(
                    case=cells.case,
                    organisation=actor.organisation,
                    author=actor.person,
                    created_at=now,
                    **given,
                )
            transaction.set_rollback(True)
    except (Refused, DatabaseError):
        return False
    return True


def test_a_class_that_nobody_at_a_partner_may_read_is_not_disclosed_to_it(cells: Cells) -> None:
    with acting_as(actor_of("liaison1.politie")):
        thing = Contribution.objects.get(pk=cells.own["liaison1.politie", "P"])
        assert why_not_receive_class(thing, actor_of("liaison.riec").organisation) is None
        refusal = why_not_receive_class(thing, actor_of("liaison.corporatie").organisation)
    assert "informatieklasse P nooit" in str(refusal)


def test_the_rows_of_the_database_are_the_cells_of_the_file(owner: Connection) -> None:
    assert why_not_this_matrix() == []
    cell = MatrixCell.objects.get(line="iv", theme="", information_class="Z")
    change = "UPDATE partners_matrixcell SET access = %s WHERE id = %s"
    owner.execute(change, ["full", cell.pk])
    try:
        assert "role matrix" in why_not_this_matrix()[0]
    finally:
        owner.execute(change, [cell.access, cell.pk])


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_partner_has_a_line(kind: Kind) -> None:
    """A gemeente works its cases as coordinator and as decision maker."""
    role = "coordinator" if kind == Kind.GEMEENTE else "liaison"
    assert matrix.opened(matrix.line_of(kind, role, ""), is_own=True).has("B", "hennep")


def test_a_line_for_a_mandate_goes_before_the_one_for_its_role() -> None:
    assert matrix.line_of("gemeente", "decision_maker", "burgemeester") == "burgemeester"
    assert matrix.line_of("gemeente", "decision_maker", "wethouder") == "college"
    assert matrix.line_of("anders", "liaison", "") == "partner"
    assert matrix.line_of("politie", "secretary", "") == "regiostaf"
    assert matrix.line_of("gemeente", "nobody", "") == ""
    assert matrix.opened("", is_own=True).ordinary == frozenset()


def test_everyone_who_is_logged_in_reads_the_matrix(log_in: LogIn, cast: Cast) -> None:
    for actor in (cast.coordinator, cast.secretary, cast.administrator):
        page = log_in(actor).get("/wie-ziet-wat").content.decode()
        assert "Bpg art. 4:3 lid 7" in page
        assert page.count("Uw rol") >= 1
