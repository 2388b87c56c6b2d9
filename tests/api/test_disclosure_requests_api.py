"""Disclosure requests over the API: asked, read, decided once, by the rules of the pages."""

from casework.models import Case, Contribution
from partners.acting import acting_as
from tests.api.asking import wanted
from tests.api.conftest import Door
from tests.cases import a_case
from tests.cast import Cast


def report_of(case: Case, cast: Cast) -> str:
    with acting_as(cast.police):
        rows = Contribution.objects.filter(case=case, organisation=cast.police.organisation)
        return str(rows.get(kind="report").pk)


def test_a_partner_asks_and_the_holder_gives_it_in_part(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    report = report_of(case, cast)
    asked = api(cast.prosecutor).post("/verstrekkingsverzoeken", wanted(case, cast, gegeven=report))
    assert asked.status_code == 201
    path = f"/verstrekkingsverzoeken/{asked.json()['id']}"
    waiting = api(cast.police).get("/verstrekkingsverzoeken", {"status": "open"}).json()
    assert [one["id"] for one in waiting["resultaten"]] == [asked.json()["id"]]
    assert api(cast.grid).get(path).status_code == 404
    ruling = {
        "besluit": "deels-verstrekt",
        "grondslag": "wpg-16-1-b",
        "noodzaak": "Nodig voor de vervolging.",
        "velden": ["drugs"],
        "onleesbaar": ["240"],
    }
    done = api(cast.police).post(f"{path}/_beslis", ruling)
    assert done.status_code == 200, done.json()
    assert done.json()["status"] == "deels-verstrekt"
    late = api(cast.second_police).post(f"{path}/_beslis", ruling)
    assert late.status_code == 409
    assert cast.police.person.name in late.json()["detail"]
    with acting_as(cast.prosecutor):
        (extract,) = Contribution.objects.filter(extract_of__isnull=False)
        assert [one["answer"] for one in extract.content] == ["█████ hennepplanten."]


def test_mistakes_are_named_as_the_api_names_its_fields(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    unknown = wanted(case, cast, houder="GM9999", grondslagOntvanger="nergens")
    answer = api(cast.prosecutor).post("/verstrekkingsverzoeken", unknown)
    assert answer.status_code == 400
    told = str(answer.json())
    assert "houder" in told
    assert "grondslagOntvanger" in told
    asked = api(cast.prosecutor).post("/verstrekkingsverzoeken", wanted(case, cast)).json()
    path = f"/verstrekkingsverzoeken/{asked['id']}/_beslis"
    refused = api(cast.police).post(path, {"besluit": "geweigerd"})
    assert refused.status_code == 400
    assert "weigeringsgrond" in str(refused.json())
    assert api(cast.prosecutor).post(path, {"besluit": "geweigerd"}).status_code == 403


def test_the_om_weighs_over_the_api_too_and_gives_only_what_the_matrix_allows(
    api: Door, cast: Cast
) -> None:
    case = a_case(cast, at="choose_measure")
    with acting_as(cast.prosecutor):
        answer = Contribution.objects.get(case=case, organisation=cast.prosecutor.organisation)
    holder = cast.prosecutor.organisation.code
    asked = api(cast.police).post(
        "/verstrekkingsverzoeken", wanted(case, cast, houder=holder, gegeven=str(answer.pk))
    )
    path = f"/verstrekkingsverzoeken/{asked.json()['id']}/_beslis"
    ruling = {"besluit": "verstrekt", "grondslag": "wjsg-39f-1-a", "noodzaak": "Nodig."}
    unweighed = api(cast.prosecutor).post(path, ruling)
    assert unweighed.status_code == 400
    assert "proportionaliteit" in str(unweighed.json())
    weighed = ruling | {"proportionaliteit": "Alleen dit.", "subsidiariteit": "Niet elders."}
    never = api(cast.prosecutor).post(path, weighed)
    assert never.status_code == 403, "class J is not for politie, weighed or not"
