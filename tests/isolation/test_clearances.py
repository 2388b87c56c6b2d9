"""What is restricted exists for the cleared alone: one case, one set-up, two colleagues."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from casework import access, policies
from casework.models import (
    Case,
    Contribution,
    Handover,
    Participation,
    Subject,
)
from casework.services import cases
from config.database_roles import Connection
from partners.acting import acting_as, engine_sees
from partners.audit.models import Entry
from partners.refusals import Hidden
from tests.api.client import Client as ApiClient
from tests.api.conftest import Keys
from tests.cast import Cast
from tests.isolation.conftest import LogIn
from tests.isolation.dossier import Dossier
from tests.isolation.entitlements import ENTITLED

pytestmark = pytest.mark.django_db

PAIRS = pytest.mark.parametrize(
    ("cleared", "other"), [("coordinator", "second_coordinator"), ("police", "second_police")]
)


@PAIRS
def test_pages_of_a_restricted_case_are_there_for_the_cleared_colleague_alone(
    cleared: str, other: str, dossier: Dossier, cast: Cast, log_in: LogIn
) -> None:
    reference = dossier.restricted.reference
    pages = [f"/zaken/{reference}{part}" for part in ("", "/stappen", "/tijdlijn")]
    for name, status in ((cleared, 200), (other, 404)):
        browser = log_in(getattr(cast, name))
        assert [browser.get(page).status_code for page in pages] == [status] * 3, name
        shown = (
            browser.get("/zaken").content.decode() + browser.get("/werkvoorraad").content.decode()
        )
        assert (reference in shown) is (status == 200), name
        assert dossier.settled.reference in shown, "and what is open is there for both"


@PAIRS
def test_the_api_knows_a_restricted_case_for_the_cleared_colleague_alone(
    cleared: str, other: str, dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    reference = dossier.restricted.reference
    keys = Keys(owner)
    try:
        for name, is_there in ((cleared, True), (other, False)):
            api = ApiClient(keys.give(getattr(cast, name)))
            found = api.get(f"/casussen/{reference}").status_code
            assert found == (200 if is_there else 404)
            assert (reference in str(api.get("/casussen").json())) is is_there, name
            rows = api.get("/verzoeken", {"casus": reference}).json()["resultaten"]
            assert bool(rows) is (is_there and name == "coordinator")
    finally:
        owner.execute("DELETE FROM partners_apitoken")


@PAIRS
def test_raw_sql_finds_nothing_of_a_restricted_case_without_the_clearance(
    cleared: str, other: str, dossier: Dossier, cast: Cast
) -> None:
    for name in (cleared, other):
        with acting_as(getattr(cast, name)):
            found = {table: rows_of(table, dossier.restricted) for table in OF_CASE}
        assert any(found.values()) is (name == cleared), found
        if name == cleared:
            assert found["casework_participation"]
            assert found["workflows_step"]


WITHOUT_A_CASE = frozenset(
    {
        *(
            "casework_case",
            "casework_document",
            "casework_extension",
            "casework_classchange",
            "workflows_step_previous",
        ),
        *("casework_meeting", "casework_meetingseat", "workflows_termpause"),
        *("casework_waterbedsignal", "casework_signalreceipt", "casework_disclosurequestion"),
        *("casework_retentionextension", "casework_tombstonereader"),
    }
)
"""The case itself, and what belongs to a thing of it, or to none."""

OF_CASE = [table for table in ENTITLED if table not in WITHOUT_A_CASE]


def rows_of(table: str, case: Case) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {table} WHERE case_id = %s",  # noqa: S608  a table of ours
            [case.pk],
        )
        row = cursor.fetchone()
    return int(row[0])


def test_an_uncleared_lead_changes_nothing_even_without_asking_for_it(
    dossier: Dossier, cast: Cast
) -> None:
    """A statement without a condition reads nothing, so that only the wall of UPDATE is in it."""
    changed = {}
    for name in ("coordinator", "second_coordinator"):
        with acting_as(getattr(cast, name)), transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("UPDATE casework_case SET woonkern = 'Elders'")
                changed[name] = cursor.rowcount
            transaction.set_rollback(True)
    assert changed["coordinator"] == changed["second_coordinator"] + 1


def test_the_policy_tells_why_not(dossier: Dossier, cast: Cast) -> None:
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=dossier.restricted.pk)
        assert policies.why_not_see_case(cast.coordinator, case) is None
    assert "aangewezen" in str(policies.why_not_see_case(cast.second_coordinator, case))
    with acting_as(cast.second_coordinator), pytest.raises(Hidden):
        access.case(cast.second_coordinator, dossier.restricted.reference)


def test_a_partner_where_nobody_is_cleared_is_not_let_in(dossier: Dossier, cast: Cast) -> None:
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=dossier.restricted.pk)
        today = timezone.localdate()
        assert policies.why_not_let_in(case, cast.police.organisation, today) is None
        assert "Enexis" in str(policies.why_not_let_in(case, cast.grid.organisation, today))


def test_a_clearance_that_is_taken_away_closes_the_case_at_once(
    dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    grant = "UPDATE partners_membership SET clearances = %s WHERE id = %s"
    was = cast.coordinator.membership.clearances
    try:
        owner.execute(grant, [[], cast.coordinator.membership.pk])
        again = Cast().coordinator
        with acting_as(again):
            assert not Case.objects.filter(pk=dossier.restricted.pk).exists()
            assert not Case.objects.visible_to(again).filter(pk=dossier.restricted.pk).exists()
    finally:
        owner.execute(grant, [was, cast.coordinator.membership.pk])
    with acting_as(Cast().coordinator):
        assert Case.objects.filter(pk=dossier.restricted.pk).exists()


def test_a_later_moment_changes_nothing_of_it(dossier: Dossier, cast: Cast) -> None:
    with acting_as(cast.second_coordinator, at=timezone.now() + timedelta(days=400)):
        assert not Case.objects.filter(pk=dossier.restricted.pk).exists()


def test_the_engine_sees_the_case_it_moves_and_no_named_contents(
    dossier: Dossier, cast: Cast
) -> None:
    actor: Any = cast.second_coordinator
    with acting_as(actor), engine_sees(dossier.restricted.pk):
        assert Case.objects.filter(pk=dossier.restricted.pk).exists()
        assert Participation.objects.filter(case=dossier.restricted).count() > 1
        assert not Contribution.objects.filter(case=dossier.restricted).exists()
        assert not Subject.objects.filter(case=dossier.restricted).exists()


def test_entries_of_a_restricted_case_are_for_the_cleared_and_the_privacy_officer(
    dossier: Dossier, cast: Cast
) -> None:
    """By raw SQL; the entries since it was restricted, as `a_dossier` makes one."""
    with acting_as(cast.coordinator):
        case = Case.objects.get(pk=dossier.restricted.pk)
        cases.note_viewing(case=case, actor=cast.coordinator, at=timezone.now())
    found = {}
    for name in ("mayor", "second_coordinator", "privacy_officer"):
        with acting_as(getattr(cast, name)):
            entries = Entry.objects.filter(case_reference=case.reference, action="case.viewed")
            found[name] = entries.exists()
    assert found == {"mayor": True, "second_coordinator": False, "privacy_officer": True}


def test_an_offer_of_a_case_that_becomes_restricted_is_for_the_cleared(
    dossier: Dossier, cast: Cast, owner: Connection
) -> None:
    for actor, is_there in ((cast.coordinator, True), (cast.second_coordinator, False)):
        with acting_as(actor):
            assert Handover.objects.filter(case=dossier.settled).exists()
            assert Handover.objects.filter(case=dossier.restricted).exists() is is_there
    owner.execute(
        "UPDATE casework_case SET is_restricted = true WHERE id = %s", [dossier.settled.pk]
    )
    with acting_as(cast.second_coordinator):
        assert not Handover.objects.filter(case=dossier.settled).exists()
    owner.execute(
        "UPDATE casework_case SET is_restricted = false WHERE id = %s", [dossier.settled.pk]
    )
