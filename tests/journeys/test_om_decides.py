"""The OM decides on its own data, each time and by a person: four outcomes, none by itself."""

from typing import Any

import pytest

from casework.models import Weighing
from partners.acting import acting_as
from tests.journeys.company import Company, lines
from tests.journeys.disclosing import acts, asks, decides, ground, key_of
from tests.journeys.person import Person

ANSWER = "Antwoord op het verzoek"
OF_OM = "Er loopt een strafzaak"
WEIGHED: dict[str, Any] = {
    "necessity": "Voor het wegen van de maatregel.",
    "proportionality": "Alleen de afdoening.",
    "subsidiarity": "Niemand anders heeft dit.",
}


@pytest.fixture
def answered(company: Company) -> Company:
    """The OM answered the lead; politie asks for the same."""
    company.walks_to("answer")
    company.prosecutor.does("answer")
    company.new_entries()
    return company


def outcomes(company: Company, receiver: Person) -> list[str]:
    """What the OM weighed for this receiver."""
    om = company.prosecutor.actor
    with acting_as(om):
        rows = Weighing.objects.filter(receiver=receiver.actor.organisation)
        return list(rows.values_list("outcome", flat=True))


def asked_by_police(company: Company) -> str:
    key = key_of(company.prosecutor, ANSWER)
    return asks(company, company.police, company.prosecutor, thing=key).address


def test_a_step_of_the_om_gives_nothing_without_a_weighing_of_its_person(company: Company) -> None:
    company.walks_to("answer")
    page = company.prosecutor.opens(company.prosecutor.task("answer"))
    form = page.form("proportionality")
    assert form.values["necessity"] == [""], "the formule weighs nothing"
    kept = company.prosecutor.fills_in("answer", status=422, subsidiarity="")
    assert "Dit veld is vereist" in kept.text
    company.prosecutor.does("answer")
    trails = company.new_entries()
    assert [one for one in trails["om"] if "weighing" in one] == ["om weighing.given"]
    assert "om disclosure.given" in trails["oss"]
    assert not [one for one in trails["oss"] if "weighing" in one], "why is the OM's own"
    company.coordinator.sees(OF_OM)
    assert outcomes(company, company.coordinator) == ["given"]


def test_what_the_role_matrix_never_gives_the_om_cannot_give_either(answered: Company) -> None:
    """Class J is not for politie; a form without a weighing is not sent at all."""
    request = asked_by_police(answered)
    page = answered.prosecutor.opens(request)
    (form,) = (one for one in page.forms if one.action.endswith("/verstrekken"))
    assert form.values["necessity"] == [""]
    code = ground("wjsg-39f-1-a")
    decides(answered.prosecutor, request, "verstrekken", status=422, sender_ground=code)
    decides(answered.prosecutor, request, "verstrekken", status=403, sender_ground=code, **WEIGHED)
    answered.police.does_not_see(OF_OM)
    assert outcomes(answered, answered.police) == []


def test_refused_by_the_om(answered: Company) -> None:
    request = asked_by_police(answered)
    decides(answered.prosecutor, request, "weigeren", ground="proportionality")
    assert "Het is niet evenredig" in answered.police.opens(request).text
    answered.police.does_not_see(OF_OM)
    trails = answered.new_entries()
    assert acts(trails["om"], "om") == lines("""
        om weighing.refused
        om disclosure.refused
    """)
    assert "om disclosure.refused" in trails["politie"]
    assert "om weighing.refused" not in trails["politie"]
    assert outcomes(answered, answered.police) == ["refused"]


def test_a_contraindication_tells_the_asker_the_outcome_and_not_why(answered: Company) -> None:
    request = asked_by_police(answered)
    decides(answered.prosecutor, request, "contra-indicatie", status=422)
    decides(answered.prosecutor, request, "contra-indicatie", reason="De zaak is geseponeerd.")
    page = answered.police.opens(request)
    assert "Contra-indicatie" in page.text
    answered.police.does_not_see("geseponeerd", OF_OM)
    trails = answered.new_entries()
    assert acts(trails["om"], "om") == lines("""
        om weighing.contra
        om disclosure.contra
    """)
    assert "om disclosure.contra" in trails["politie"]
    assert outcomes(answered, answered.police) == ["contra"]


def test_no_other_partner_finds_a_contraindication(answered: Company) -> None:
    request = asks(answered, answered.prosecutor, answered.police).address
    page = answered.police.opens(request)
    assert "contra-indicatie" not in page.text.lower()
    token = {"csrfmiddlewaretoken": [answered.police.token], "reason": ["x"]}
    answered.police.posts(f"{request}/contra-indicatie", token, status=403)
