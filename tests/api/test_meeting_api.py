"""Meetings and signals by the API: the same rows as on the pages, and the same agenda."""

from casework.models import AgendaItem, Case
from casework.services import meetings
from partners.acting import acting_as, moment
from tests.api.conftest import Door
from tests.cases import a_case
from tests.casework.gatherings import planned, signalled
from tests.cast import Cast, actor_of


def test_a_meeting_shows_each_its_own_cases(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    meeting = planned(cast.coordinator, cast.grid, cast.stranger)
    with acting_as(cast.coordinator):
        meetings.put_on_agenda(
            meeting=meeting,
            case=Case.objects.get(pk=case.pk),
            purpose=AgendaItem.Purpose.DISCUSS,
            actor=cast.coordinator,
            at=moment(),
        )
    (listed,) = api(cast.grid).get("/overleggen", {"status": "komend"}).json()["resultaten"]
    assert listed["id"] == str(meeting.pk)
    found = api(cast.grid).get(f"/overleggen/{meeting.pk}").json()
    assert found["agenda"] == [
        {"casus": case.reference, "doel": "bespreken", "uitkomst": "nog-geen"}
    ]
    assert len(found["uitgenodigden"]) == 3
    assert api(cast.stranger).get(f"/overleggen/{meeting.pk}").json()["agenda"] == []
    assert api(cast.police).get(f"/overleggen/{meeting.pk}").status_code == 404
    assert api(cast.grid).get("/overleggen", {"status": "geweest"}).json()["resultaten"] == []


def test_a_signal_shows_each_its_own_answer_and_never_the_case(api: Door, cast: Cast) -> None:
    case = a_case(cast, at="answer")
    signalled(case, cast.coordinator)
    (sent,) = api(cast.coordinator).get("/signalen").json()["resultaten"]
    (got,) = api(actor_of("iv.bernheze")).get("/signalen").json()["resultaten"]
    assert len(sent["antwoorden"]) > 1
    assert [one["gemeente"]["code"] for one in got["antwoorden"]] == ["GM1721"]
    assert case.reference not in str(got)
    assert api(cast.police).get("/signalen").json()["resultaten"] == []
