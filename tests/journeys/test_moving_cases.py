"""The coordinator rehearses, moves and sets back the running cases of the gemeente."""

from typing import Any

from tests.cast import Cast
from tests.journeys.company import Company
from tests.workflows.moving.test_moving import adopted_for_oss


def test_the_page_rehearses_moves_and_undoes(company: Company, cast: Cast) -> None:
    company.walks_to("weigh")
    target = adopted_for_oss(cast)
    coordinator, address = company.coordinator, f"/formules/{target.pk}/zaken"
    page = coordinator.opens(address)
    assert company.case in page.text
    assert "Woningcorporatie" in page.text
    form = page.form("case")
    assert "Vink ten minste één zaak aan." in _without_choice(coordinator, address, form).text
    coordinator.posts(address, form.values)
    page = coordinator.opens(address)
    assert "Er zijn geen zaken die mee kunnen." in page.text
    undo = next(one for one in page.forms if one.action.startswith("/formules/verplaatst/"))
    coordinator.posts(undo.action, undo.values)
    page = coordinator.opens(address)
    assert "ongedaan gemaakt" in page.text
    assert company.case in page.text


def _without_choice(coordinator: Any, address: str, form: Any) -> Any:
    values = {name: one for name, one in form.values.items() if name != "case"}
    return coordinator.posts(address, values, status=422)
