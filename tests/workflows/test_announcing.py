"""Who gets what a step shares, and who gets nothing and why, told before anything is done."""

from typing import Any

import pytest

from casework.class_policies import why_not_get_class
from casework.models import Case
from config.demo.walk import open_step
from partners.acting import acting_as
from partners.actor import Actor
from tests.cases import a_case
from tests.cast import Cast
from workflows.announcing import Proposal, proposals
from workflows.models import Step

pytestmark = pytest.mark.django_db


@pytest.fixture
def asking(cast: Cast) -> Case:
    return a_case(cast, at="answer")


def step_of(case: Case, by: Actor, thing: str, *to: str) -> Step:
    """Its answer, as a formule would have it that gives `thing` to other partners."""
    step = open_step(case, "answer", by)
    version = step.process.formule_version
    like = next(one for one in version.content["sharings"] if one["thing"] == thing)
    # Without an answer of its own law a partner answers as the others do.
    answers = (thing, "answer")
    rest = [one for one in version.content["sharings"] if one["thing"] not in answers]
    version.content = {**version.content, "sharings": [*rest, *(like | {"to": one} for one in to)]}
    return step


def told(case: Case, by: Actor, thing: str, *to: str) -> tuple[Any, list[Proposal]]:
    with acting_as(by):
        step = step_of(case, by, thing, *to)
        form = step.flow_task.form(step=step, actor=by)
        return form, proposals(step, form)


def test_what_the_matrix_gives_is_announced_and_what_it_withholds_is_told_with_why(
    asking: Case, cast: Cast
) -> None:
    form, found = told(asking, cast.prosecutor, "answer_om", "lead", "politie")
    given, withheld = found
    assert [end.name for end in given.receivers] == [cast.coordinator.organisation.name]
    assert given.withheld == []
    assert withheld.receivers == []
    (why,) = withheld.withheld
    assert cast.police.organisation.name in why
    assert "informatieklasse J nooit" in why
    assert "sender_ground" in form.fields, "the lead does get it"


def test_where_nothing_goes_no_ground_is_asked(asking: Case, cast: Cast) -> None:
    form, (only,) = told(asking, cast.prosecutor, "answer_om", "politie")
    assert only.receivers == []
    assert not {"sender_ground", "necessity", "proportionality", "subsidiarity"} & set(form.fields)


def test_a_formule_that_shares_nothing_makes_no_card_and_asks_no_ground(
    asking: Case, cast: Cast
) -> None:
    form, found = told(asking, cast.prosecutor, "answer_om")
    assert found == []
    assert "sender_ground" not in form.fields


def test_who_has_no_overview_hears_of_no_other_partner(asking: Case, cast: Cast) -> None:
    """A kind that the formule names, whether or not one of it takes part; the lead by its name."""
    assert cast.grid.organisation_id not in asking.overview_ids
    for kind, label in (("corporatie", "Woningcorporatie"), ("veiligthuis", "Veilig Thuis")):
        _form, (lead, other) = told(asking, cast.grid, "answer", "lead", kind)
        assert [end.name for end in lead.receivers] == [cast.coordinator.organisation.name]
        (end,) = other.receivers
        assert end.organisation is None
        assert end.name == f"{label}, als die meedoet aan deze zaak"


def test_a_gemeente_elsewhere_is_judged_by_its_own_line(asking: Case, cast: Cast) -> None:
    lead, other = cast.coordinator.organisation, cast.stranger.organisation
    for one in ("P", "J", "H"):
        assert why_not_get_class(one, asking, lead) is None
        assert "zaak van een andere gemeente" in str(why_not_get_class(one, asking, other))
    for one in ("N", "B"):
        assert why_not_get_class(one, asking, other) is None
