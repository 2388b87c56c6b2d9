"""The filter above the trail finds what it says, and keeps what was typed."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from partners import actions
from partners.acting import acting_as
from partners.audit.models import Entry, Kind, Payload, Result
from partners.audit.wanted import OUTSIDE, OWN
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
        an_entry(
            cast.police,
            actions.TRAIL_VIEWED,
            touched=mine,
            thing=("request", "7"),
            ground="Wpg 18",
        ),
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"case_reference": "2026-VR21-000007"}, [1]),
        ({"case_reference": "2026-VR21-00000"}, []),
        ({"action": actions.ACCESS_DENIED}, [2]),
        ({"result": Result.DENIED}, [2]),
        ({"result": Result.OK}, [3, 1, 0]),
        ({"kind": Kind.REFUSAL}, [2]),
        ({"kind": Kind.REFUSAL, "result": Result.DENIED}, [2]),
        ({"kind": Kind.REFUSAL, "result": Result.OK}, []),
        ({"kind": Kind.LOOK, "result": Result.DENIED}, []),
        ({"kind": Kind.LOOK}, [3]),
        ({"kind": Kind.CHANGE, "result": Result.OK}, [1, 0]),
        ({"by": OUTSIDE}, [3]),
        ({"by": OWN}, [2, 1, 0]),
        ({"by": OUTSIDE, "kind": Kind.CHANGE}, []),
        ({"object_type": "request"}, [3]),
        ({"object_type": "request", "object_id": "7"}, [3]),
        ({"object_id": "8"}, []),
        ({"ground": "Wpg 18"}, [3]),
        ({"ground": "Wpg"}, []),
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


def test_an_organisation_and_a_trace_can_be_found(cast: Cast, four: list[Entry]) -> None:
    police = cast.police.organisation_id
    for wanted in ({"organisation_id": police}, {"trace": four[3].trace}):
        lines = lines_of(cast.privacy_officer, **wanted)
        assert [line.entry for line in lines] == [four[3]]


def test_the_page_offers_every_part_of_the_filter(
    cast: Cast, four: list[Entry], log_in: LogIn
) -> None:
    client, police = log_in(cast.privacy_officer), cast.police.organisation_id
    for query in (
        "organisatie=anderen",
        f"organisatie={police}",
        "soort=look&organisatie=anderen",
        "voorwerp=request",
        "kenmerk=7",
        "grondslag=Wpg+18",
        f"spoor={four[3].trace}",
    ):
        answer = client.get(f"/auditspoor?{query}&zaak=")
        assert [line.entry for line in answer.context["page"].lines] == [four[3]], query
        text = answer.content.decode()
        assert f"/auditspoor.csv?{query}".replace("&", "&amp;") in text


def test_htmx_gets_the_part_that_changes_and_the_page_all_of_it(
    cast: Cast, four: list[Entry], log_in: LogIn
) -> None:
    client = log_in(cast.privacy_officer)
    part = client.get("/auditspoor?soort=refusal", headers={"HX-Request": "true"})
    whole = client.get("/auditspoor?soort=refusal")
    assert part.content.decode().strip().startswith('<section id="spoor"')
    assert "<h1" not in part.content.decode()
    assert "<h1" in whole.content.decode()
    assert [line.entry for line in part.context["page"].lines] == [four[2]]


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
        ({"organisatie": "999999999"}, "Selecteer een geldige keuze"),
        ({"soort": "onzin"}, "Selecteer een geldige keuze"),
        ({"spoor": "onzin"}, "Voer een geldige waarde in"),
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
