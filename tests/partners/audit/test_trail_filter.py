"""The filter above the trail finds what it says, and keeps what was typed."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from partners import actions
from partners.acting import acting_as
from partners.audit.models import Entry, Payload, Result
from tests.cast import Cast
from tests.partners.audit.entries import an_entry, lines_of, many_entries
from tests.partners.conftest import LogIn


@pytest.fixture
def four(cast: Cast) -> list[Entry]:
    """In order: by the coordinator, by the mayor on a case, a denial, and by politie."""
    mine = [cast.coordinator.organisation_id]
    return [
        an_entry(cast.coordinator, at=datetime(2026, 3, 28, 23, 30, tzinfo=UTC)),
        an_entry(cast.mayor, case_reference="2026-VR21-000007"),
        an_entry(cast.mayor, actions.ACCESS_DENIED, result=Result.DENIED),
        an_entry(cast.police, touched=mine),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"case_reference": "2026-VR21-000007"}, [1]),
        ({"case_reference": "2026-VR21-00000"}, []),
        ({"action": actions.ACCESS_DENIED}, [2]),
        ({"result": Result.DENIED}, [2]),
        ({"result": Result.OK}, [3, 1, 0]),
        # Half past eleven UTC on the 28th is half past midnight in Amsterdam.
        ({"since": date(2026, 3, 29), "until": date(2026, 3, 29)}, [0]),
        ({"until": date(2026, 3, 28)}, []),
        ({"since": date(2026, 3, 30)}, [3, 2, 1]),
        ({"since": date.min, "until": date.max}, [3, 2, 1, 0]),
    ],
)
def test_each_part_of_the_filter_finds_its_lines(
    cast: Cast, four: list[Entry], wanted: dict[str, str | date], found: list[int]
) -> None:
    lines = lines_of(cast.privacy_officer, **wanted)
    assert [line.entry for line in lines] == [four[number] for number in found]


def test_a_person_can_be_found(cast: Cast, four: list[Entry]) -> None:
    lines = lines_of(cast.privacy_officer, person_id=cast.mayor.person.pk)
    assert [line.entry for line in lines] == [four[2], four[1]]


def test_parts_of_the_filter_work_together_on_the_page(
    cast: Cast, four: list[Entry], log_in: LogIn
) -> None:
    address = f"/auditspoor?persoon={cast.mayor.person.pk}&zaak=2026-vr21-000007&resultaat=ok"
    page = log_in(cast.privacy_officer).get(address).context["page"]
    assert [line.entry for line in page.lines] == [four[1]]


def test_a_wrong_date_is_told_in_dutch_and_the_rest_stays(cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.privacy_officer)
    for address, status in (("/auditspoor", 200), ("/auditspoor.csv", 400)):
        answer = client.get(address, {"van": "31-02-2026", "zaak": "2026-VR21-000007"})
        text = answer.content.decode()
        assert answer.status_code == status
        assert "Voer een geldige datum in." in text
        assert 'value="31-02-2026"' in text
        assert 'value="2026-VR21-000007"' in text
        assert "Het filter klopt nog niet" in text


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"van": "2026-03-02", "tot": "2026-03-01"}, "ligt voor de eerste dag"),
        ({"tot": "9999-12-31"}, "tot en met 31 december 2099"),
        ({"van": "0001-01-01"}, "vanaf 1 januari 2000"),
        ({"persoon": "999999999999999999999"}, "Selecteer een geldige keuze"),
        ({"persoon": "²"}, "Selecteer een geldige keuze"),
        ({"handeling": "does.not_exist"}, "Selecteer een geldige keuze"),
        ({"zaak": "x\x00y"}, "Null-tekens zijn niet toegestaan"),
        ({"zaak": "x" * 25}, "niet meer dan 24 tekens"),
    ],
)
def test_nonsense_gets_an_explanation(
    cast: Cast, log_in: LogIn, query: dict[str, str], message: str
) -> None:
    answer = log_in(cast.privacy_officer).get("/auditspoor", query)
    assert answer.status_code == 200
    assert message in answer.content.decode()


def test_the_choice_of_people_is_who_belongs_here_and_who_came_here(
    cast: Cast, four: list[Entry], log_in: LogIn
) -> None:
    text = log_in(cast.privacy_officer).get("/auditspoor").content.decode()
    for actor, is_offered in (
        (cast.secretary, True),
        (cast.police, True),
        (cast.stranger, False),
    ):
        assert (f'<option value="{actor.person.pk}"' in text) is is_offered


def test_whoever_came_here_long_ago_is_chosen_from_a_line(cast: Cast, log_in: LogIn) -> None:
    an_entry(cast.police, touched=[cast.coordinator.organisation_id])
    many_entries(cast.coordinator, 1_001)
    client = log_in(cast.privacy_officer)
    option = f'<option value="{cast.police.person.pk}"'
    assert option not in client.get("/auditspoor").content.decode()
    chosen = client.get(f"/auditspoor?persoon={cast.police.person.pk}")
    assert f"{option} selected" in chosen.content.decode()
    assert len(chosen.context["page"].lines) == 1


def test_looking_and_saving_stand_in_the_trail_with_their_filter(cast: Cast, log_in: LogIn) -> None:
    client = log_in(cast.privacy_officer)
    client.get("/auditspoor?zaak=2026-VR21-000007&van=2026-03-01")
    client.get("/auditspoor.csv?resultaat=denied")
    with acting_as(cast.privacy_officer):
        entries = Entry.objects.filter(action__startswith="trail.").order_by("pk")
        kept = [(one.action, Payload.objects.get(entry=one).content) for one in entries]
    assert kept == [
        ("trail.viewed", {"case_reference": "2026-VR21-000007", "since": "2026-03-01"}),
        ("trail.exported", {"result": "denied", "rows": 0}),
    ]


def test_a_name_nobody_registers_any_more_is_shown_as_it_is(cast: Cast, log_in: LogIn) -> None:
    with acting_as(cast.coordinator):
        many_entries(cast.coordinator, 1)
        entry = Entry.objects.get()
        entry.pk, entry.action, entry.object_type = None, "old.deed", "relic"
        entry.at = timezone.now()
        entry.save()
        entry.trails.create(organisation=cast.coordinator.organisation)
    client = log_in(cast.privacy_officer)
    for address in ("/auditspoor", "/auditspoor.csv"):
        text = client.get(address).content.decode()
        assert "old.deed" in text
        assert "relic" in text
