"""What a holder gives on its own initiative over the API: by the rules of the page."""

from typing import Any

from django.utils import timezone

from casework.models import Case, Subject
from casework.services import cases
from partners.acting import acting_as
from tests.api.asking import wanted
from tests.api.conftest import Door
from tests.cases import a_case
from tests.cast import Cast
from tests.emergency import put_in
from tests.isolation.acts import own_contribution


def premises_of(case: Case, cast: Cast) -> str:
    with acting_as(cast.coordinator):
        own = Subject.objects.filter(case=case, organisation=cast.coordinator.organisation)
        return str(own.get().pk)


def given(thing: str, cast: Cast, **changes: Any) -> dict[str, Any]:
    return {
        "gegeven": thing,
        "ontvanger": cast.police.organisation.code,
        "doel": "Toezicht op het pand",
        "grondslag": "avg-6-1-e",
        "grondslagOntvanger": "avg-6-1-e",
        "noodzaak": "Zonder het adres is er geen toezicht.",
        **changes,
    }


def test_a_subject_goes_to_a_partner_and_to_no_other(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    subject = premises_of(case, cast)
    with acting_as(cast.police):
        assert not Subject.objects.filter(pk=subject).exists()
    answer = api(cast.coordinator).post("/verstrekkingen", given(subject, cast))
    assert answer.status_code == 201, answer.json()
    made = answer.json()
    assert made["casus"] == case.reference
    assert made["ontvanger"]["code"] == cast.police.organisation.code
    assert made["grondslag"] == "avg-6-1-e"
    with acting_as(cast.police):
        assert Subject.objects.filter(pk=subject).exists()
    with acting_as(cast.stranger):
        assert not Subject.objects.filter(pk=subject).exists()


def test_a_contribution_goes_as_well(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    with acting_as(cast.coordinator):
        own = str(own_contribution(case, cast.coordinator).pk)
    answer = api(cast.coordinator).post("/verstrekkingen", given(own, cast))
    assert answer.status_code == 201, answer.json()
    assert api(cast.police).get(f"/bijdragen/{own}").status_code == 200


def test_only_one_s_own_goes_and_what_is_not_there_looks_like_what_is_not_told(
    api: Door, cast: Cast
) -> None:
    case = a_case(cast, at="answer")
    subject = premises_of(case, cast)
    for wrong in (subject, "999999", "00000000-0000-0000-0000-000000000001", "niets"):
        to_oss = given(wrong, cast, ontvanger=cast.coordinator.organisation.code)
        assert api(cast.police).post("/verstrekkingen", to_oss).status_code == 404
    to_om = given(subject, cast, ontvanger=cast.prosecutor.organisation.code)
    assert api(cast.grid).post("/verstrekkingen", to_om).status_code == 403, "given, not its own"


def test_mistakes_are_named_as_the_api_calls_its_fields(api: Door, cast: Cast) -> None:
    subject = premises_of(a_case(cast, at="answer"), cast)
    lead = api(cast.coordinator)
    outside = given(subject, cast, ontvanger=cast.stranger.organisation.code)
    for wrong, field in (
        (given(subject, cast, grondslag="wpg-16-1-b"), "grondslag"),
        (outside, "ontvanger"),
        (given(subject, cast, tot="2020-01-01"), "tot"),
    ):
        answer = lead.post("/verstrekkingen", wrong)
        assert answer.status_code == 400
        assert field in str(answer.json()), answer.json()


def test_nobody_learns_by_its_mistakes_who_takes_part(api: Door, cast: Cast) -> None:
    """Who sees its own tasks alone, of a partner that takes part and of one that does not."""
    case = a_case(cast, at="answer")
    own = str(put_in(case, cast.grid, "B").pk)
    door = api(cast.grid)
    for path, told in (
        *(
            ("/verstrekkingen", [given(thing, cast, ontvanger=one) for one in codes(cast)])
            for thing in (own, premises_of(case, cast), "999999")
        ),
        ("/verstrekkingsverzoeken", [wanted(case, cast, houder=one) for one in codes(cast)]),
    ):
        takes_part, does_not = (door.post(path, one) for one in told)
        assert takes_part.status_code >= 400
        assert takes_part.json() | {"instance": ""} == does_not.json() | {"instance": ""}
    lead = wanted(case, cast, houder=cast.coordinator.organisation.code)
    assert door.post("/verstrekkingsverzoeken", lead).status_code == 201


def codes(cast: Cast) -> tuple[str, str]:
    """Of a partner that takes part in the case, and of one that does not."""
    return cast.police.organisation.code, cast.stranger.organisation.code


def test_in_a_closed_case_nothing_is_given(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    subject = premises_of(case, cast)
    now = timezone.now()
    with acting_as(cast.coordinator, at=now):
        found = Case.objects.get(pk=case.pk)
        cases.close(case=found, actor=cast.coordinator, at=now)
    answer = api(cast.coordinator).post("/verstrekkingen", given(subject, cast))
    assert answer.status_code == 403
    assert "afgesloten" in answer.json()["detail"]
