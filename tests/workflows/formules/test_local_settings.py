"""What a gemeente sets differently, from when, and what it does; and who deviates in the region."""

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from config.demo.walk import do, open_step
from partners.acting import acting_as
from partners.actor import Actor
from partners.audit.models import Entry
from partners.models import Region
from partners.refusals import Refused
from tests.cases import a_case
from tests.cast import Cast
from tests.workflows.formules.conftest import LogIn, a_draft, adopted
from workflows.formules.adjustable import BY_NAME, DECLARED
from workflows.formules.catalogue import steps_of
from workflows.formules.local import setting, term_of
from workflows.formules.variation import variation
from workflows.models import EnforcementRow, FormuleVersion, LocalSetting
from workflows.services import formules
from workflows.services import local_settings as services
from workflows.terms import end_of_day, end_of_term
from workflows.terms.length import Length

pytestmark = pytest.mark.django_db

DECIDE = "hennep-decide"
TODAY = timezone.localdate
Change = Callable[..., LocalSetting]


@pytest.fixture
def change(cast: Cast) -> Change:
    def act(by: Actor = cast.administrator, value: str = "3w", day: date | None = None) -> Any:
        with acting_as(by):
            return services.change_setting(
                declared=BY_NAME[DECIDE],
                value=value,
                valid_from=day or TODAY(),
                source="Collegebesluit 2026-12",
                reason="De driehoek komt om de drie weken bijeen.",
                actor=by,
                at=timezone.now(),
            )

    return act


@pytest.mark.parametrize("declared", DECLARED, ids=lambda one: one.name)
def test_what_may_be_set_is_an_agreed_term_of_a_step_that_is_there(
    declared: Any, shipped_version: FormuleVersion
) -> None:
    assert declared.step in steps_of(declared.theme)
    assert declared.default(shipped_version.formule)
    assert not shipped_version.formule.terms[declared.step].is_statutory


def test_a_step_gets_the_term_that_the_lead_gemeente_set(cast: Cast, change: Change) -> None:
    ends = {}
    for moment in ("before", "after"):
        case = a_case(cast, at="hear")
        if moment == "after":
            change()
        do(case, "hear", cast.coordinator)
        with acting_as(cast.mayor):
            ends[moment] = open_step(case, "decide", cast.mayor).due_at
    for moment, written in (("before", "2w"), ("after", "3w")):
        last_day = end_of_term(TODAY(), Length.parse(written), is_statutory=False)
        assert ends[moment] == end_of_day(last_day), moment


def test_a_statutory_term_is_nobodys_to_set(cast: Cast, change: Change) -> None:
    """Even where a row for it would stand in the table."""
    change()
    case = a_case(cast, at="decide")
    with acting_as(cast.mayor):
        step = open_step(case, "decide", cast.mayor)
        term = term_of(step, TODAY())
        assert term is not None
        assert (str(term.length), term.is_statutory) == ("3w", False)
        content = step.process.formule_version.content
        content["terms"]["decide"]["is_statutory"] = True
        found = term_of(step, TODAY())
        assert found is not None
        assert str(found.length) == "2w"


def test_a_setting_holds_from_its_day_and_keeps_its_history(cast: Cast, change: Change) -> None:
    today = TODAY()
    change(value="3w")
    change(value="4w", day=today + timedelta(days=10))
    change(value="", day=today + timedelta(days=20))
    expected = {0: "3w", 9: "3w", 10: "4w", 19: "4w", 20: None}
    with acting_as(cast.coordinator):
        for days, value in expected.items():
            found = setting(cast.administrator.organisation, DECIDE, today + timedelta(days=days))
            assert (found.value if found else None) == value, days
    for days in (5, 20):
        with pytest.raises(Refused):
            change(value="5w", day=today + timedelta(days=days))


def test_only_the_administrator_of_a_gemeente_sets_and_only_its_own(
    cast: Cast, change: Change
) -> None:
    for by in (cast.coordinator, cast.secretary, cast.police, cast.regional_staff):
        with pytest.raises(Refused):
            change(by=by)
    assert change(by=cast.administrator).organisation == cast.administrator.organisation


def test_the_database_takes_a_setting_from_the_administrator_of_that_gemeente_alone(
    cast: Cast,
) -> None:
    statement = """INSERT INTO workflows_localsetting
        (organisation_id, name, value, valid_from, source, reason)
        VALUES (%s, 'hennep-decide', '1w', now(), 'x', 'x')"""
    oss, other = cast.administrator.organisation_id, cast.stranger.organisation_id
    for by, organisation in (
        (cast.coordinator, oss),
        (cast.secretary, oss),
        (cast.administrator, other),
    ):
        with acting_as(by), pytest.raises(DatabaseError, match="row-level security"):
            run(statement, organisation)
    with acting_as(cast.administrator):
        assert run(statement, oss) == 1
        ended = """UPDATE workflows_localsetting SET valid_until = '2099-01-01'
                   WHERE organisation_id = %s"""
        assert run(ended, oss) == 1
        with pytest.raises(DatabaseError, match="not dated anew"):
            run(ended, oss)


def run(statement: str, *values: int) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


@pytest.fixture
def administrator(log_in: LogIn, cast: Cast) -> Client:
    return log_in(cast.administrator)


def test_a_setting_is_changed_on_its_page_with_a_reason(
    administrator: Client, log_in: LogIn, cast: Cast
) -> None:
    address = f"/instellingen/{DECIDE}"
    given = {
        "how": "own",
        "value_0": "3",
        "value_1": "w",
        "valid_from": TODAY().isoformat(),
        "source": "Collegebesluit",
        "reason": "De driehoek komt om de drie weken bijeen.",
    }
    yesterday = (TODAY() - timedelta(days=1)).isoformat()
    for wrong in ({"reason": ""}, {"source": ""}, {"value_0": ""}, {"valid_from": yesterday}):
        refused = administrator.post(address, given | wrong)
        assert refused.status_code == 422, wrong
        assert "De driehoek" in refused.content.decode() or wrong == {"reason": ""}
    assert administrator.post(address, given).status_code == 302
    text = administrator.get("/instellingen").content.decode()
    assert "3 weken" in text
    assert "De driehoek komt om de drie weken bijeen." in text
    assert "vanaf" in administrator.get(address).content.decode()
    assert administrator.get("/instellingen/hennep-objection").status_code == 404
    for name in ("coordinator", "secretary", "police"):
        assert log_in(getattr(cast, name)).get(address).status_code == 403, name
    with acting_as(cast.privacy_officer):
        assert Entry.objects.filter(action="setting.changed").count() == 1


def test_a_row_of_the_matrix_is_added_and_ended(
    administrator: Client, log_in: LogIn, cast: Cast
) -> None:
    soon = TODAY() + timedelta(days=7)
    given = {
        "premises": "home",
        "substance": "soft",
        "occurrence": "1",
        "recidive_years": "5",
        "measure": "closure",
        "months": "3",
        "valid_from": soon.isoformat(),
        "source": "Beleid 2027",
    }
    address = "/instellingen/handhavingsmatrix"
    assert administrator.post(address, given | {"months": ""}).status_code == 422
    assert administrator.post(address, given | {"measure": "warning"}).status_code == 422
    assert administrator.post(address, given).status_code == 302
    assert administrator.post(address, given).status_code == 422
    with acting_as(cast.administrator):
        rows = EnforcementRow.objects.filter(
            organisation=cast.administrator.organisation,
            premises="home",
            substance="soft",
            occurrence=1,
        ).order_by("valid_from")
        old, new = rows
        assert (old.valid_until, new.valid_until) == (soon, None)
        foreign = EnforcementRow.objects.filter(organisation=cast.stranger.organisation)[0]
    end = {"valid_from": (soon + timedelta(days=7)).isoformat()}
    assert administrator.post(f"{address}/{foreign.pk}", end).status_code == 404
    assert administrator.post(f"{address}/{new.pk}", {"valid_from": ""}).status_code == 422
    assert administrator.post(f"{address}/{new.pk}", end).status_code == 302
    assert administrator.post(f"{address}/{old.pk}", end).status_code == 403
    assert log_in(cast.coordinator).post(address, given).status_code == 403


def deviations(cast: Cast) -> list[tuple[str, str, str]]:
    with acting_as(cast.secretary):
        found = variation(Region.objects.get(code="VR21"), TODAY(), "hennep")
    return [(one.gemeente, one.sort, one.own) for one in found.deviations]


def test_the_report_tells_who_deviates_and_why(cast: Cast, change: Change) -> None:
    before = set(deviations(cast))
    assert not [one for one in before if one[0] in ("Oss", "Meierijstad", "Bernheze")]
    change()
    with acting_as(cast.administrator):
        row = {"premises": "home", "substance": "soft", "occurrence": 1, "recidive_years": 3}
        closure = {"measure": "closure", "months": 2, "source": "Eigen beleid"}
        services.add_row(
            row={**row, **closure, "valid_from": TODAY()},
            actor=cast.administrator,
            at=timezone.now(),
        )
    assert set(deviations(cast)) - before == {
        ("Oss", "Instelling", "3 weken"),
        ("Oss", "Handhavingsmatrix", "Sluiting (last onder bestuursdwang), 2 maanden"),
    }


def test_the_report_tells_who_is_behind(cast: Cast, shipped_version: FormuleVersion) -> None:
    version = adopted(cast, a_draft(cast, shipped_version))
    with acting_as(cast.secretary):
        formules.accept(version=version, actor=cast.secretary, at=timezone.now())
    behind = {name for name, sort, _own in deviations(cast) if sort == "Andere versie"}
    assert "Oss" not in behind
    assert {"Meierijstad", "Bernheze"} <= behind


def test_a_value_as_in_the_formule_is_no_deviation(cast: Cast, change: Change) -> None:
    before = deviations(cast)
    change(value="2w")
    assert deviations(cast) == before


def test_the_report_is_for_two_roles_and_goes_to_a_file_without_a_person(
    log_in: LogIn, cast: Cast, change: Change
) -> None:
    change()
    for address in ("/formules/afwijkingen", "/formules/afwijkingen.csv"):
        for name in ("coordinator", "police", "privacy_officer", "mayor"):
            assert log_in(getattr(cast, name)).get(address).status_code == 403, name
        for name in ("administrator", "secretary", "regional_staff"):
            page = log_in(getattr(cast, name)).get(address)
            assert page.status_code == 200, name
            body = page.content.decode().split("<main")[-1]
            assert "driehoek" in body
            assert "Demo " not in body.split("</main>")[0]
    rows = list(csv.reader(io.StringIO(page.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][2:7] == ["Gemeente", "Soort", "Wat", "Afgesproken", "Hier"]
    assert ["Oss", "Instelling", "Termijn van “Besluiten”", "2 weken", "3 weken"] in [
        row[2:7] for row in rows
    ]
    with acting_as(cast.privacy_officer):
        assert Entry.objects.filter(action="variation.viewed").exists()


@pytest.mark.parametrize(
    "address", ["/formules", "/formules/afwijkingen", "/instellingen", "/formules/{pk}"]
)
def test_a_page_runs_as_many_queries_however_much_was_set(
    address: str, administrator: Client, cast: Cast, change: Change, shipped_version: FormuleVersion
) -> None:
    found = []
    version = shipped_version
    for number in range(3):
        path = address.format(pk=version.pk)
        administrator.get(path)
        with CaptureQueriesContext(connection) as caught:
            assert administrator.get(path).status_code == 200
        found.append(len(caught))
        for days in range(number * 10 + 1, number * 10 + 6):
            change(value=f"{days}w", day=TODAY() + timedelta(days=days))
            version = adopted(cast, a_draft(cast, version), TODAY() + timedelta(days=days))
    assert found[1] == found[2], found
    assert max(found) <= 40
