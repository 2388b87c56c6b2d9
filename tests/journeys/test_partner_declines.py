"""H4 and H5: a partner may decline with a ground; the OM decides each time (Wjsg 39f)."""

from config.demo import answers
from tests.journeys.company import Company, lines

CONTRA = {
    "response": "contra",
    "decline_ground": "Sepot: onvoldoende bewijs",
    "decline_reason": "Er is geen vervolging.",
}


def test_declined_requests_tell_their_ground_and_block_nothing(company: Company) -> None:
    company.walks_to("answer")
    company.grid.does("answer", answers.decline())
    company.prosecutor.does("answer", CONTRA)
    company.landlord.does("answer")
    company.mayor.task("urgency")

    refused = company.coordinator.request_to("Arrondissementsparket Oost-Brabant").text
    assert "Grond van de weigering Sepot: onvoldoende bewijs" in refused
    refused = company.coordinator.request_to("Enexis").text
    assert "Grond van de weigering Wjsg art. 39f: niet noodzakelijk" in refused
    company.landlord.does_not_see("Sepot", "Wjsg art. 39f: niet noodzakelijk")
    assert company.new_entries() == {
        "oss": lines("""
            netbeheerder request.read
            netbeheerder request.declined
            om request.read
            om request.declined
            corporatie request.read
            corporatie disclosure.given
            corporatie request.answered
            oss case.viewed
            oss request.read
            oss request.read
            corporatie request.read
            corporatie subject.read
            corporatie request.read
        """),
        "om": lines("""
            om request.read
            om weighing.contra
            om request.declined
            om step.answer
            oss request.read
        """),
        "netbeheerder": lines("""
            netbeheerder request.read
            netbeheerder request.declined
            netbeheerder step.answer
            oss request.read
        """),
        "corporatie": lines("""
            corporatie request.read
            corporatie contribution.made
            corporatie disclosure.given
            corporatie request.answered
            corporatie step.answer
            corporatie case.viewed
            corporatie request.read
            corporatie contribution.read
            corporatie subject.read
            corporatie request.read
            corporatie contribution.read
        """),
    }


def test_only_the_om_may_give_a_contra_indication(company: Company) -> None:
    company.walks_to("answer")
    refused = company.grid.fills_in("answer", CONTRA, status=422)
    assert "Selecteer een geldige keuze" in refused.text
    company.prosecutor.does("answer", CONTRA)


def test_declining_without_a_ground_is_no_answer(company: Company) -> None:
    company.walks_to("answer")
    refused = company.prosecutor.fills_in("answer", {"response": "decline"}, status=422)
    assert "Grond van de weigering: Dit veld is vereist." in refused.text
