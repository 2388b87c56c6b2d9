"""Who may impose, extend and withdraw a huisverbod: by service, page, API and raw SQL."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework import policies
from casework.models import Case, Contribution, Decision, InformationClass
from casework.services import contributions, decisions
from casework.services.contributions import Draft
from casework.services.decisions import Ruling
from config.demo.people import actor_of
from config.demo.walk import do, open_step, reported
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Mandate, Organisation
from partners.refusals import Refused
from tests.api.client import Client as ApiClient
from tests.api.conftest import Keys
from tests.cast import Cast
from tests.isolation.conftest import LogIn
from tests.isolation.lasting import owner_of_database
from workflows.mandates import HOVJ

KINDS = ("impose", "extend", "withdraw")
RESERVED = pytest.mark.parametrize("kind", ["extend", "withdraw"])
every_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def officer(db: None) -> Actor:
    return actor_of("hovj.politie")


@pytest.fixture
def case(officer: Actor) -> Case:
    return reported(officer, "huisverbod")


def decides(case: Case, kind: str, actor: Actor) -> Decision:
    with acting_as(actor):
        now = timezone.now()
        return decisions.decide(
            case=case,
            step=f"{kind}:1",
            ruling=Ruling(kind, "x", "Wth art. 2"),
            contribution=_reasons(case, actor),
            actor=actor,
            at=now,
        )


def inserts(case: Case, kind: str, actor: Actor, mandate: int | None) -> None:
    """A decision of the gemeente, written past every policy."""
    with acting_as(actor), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO casework_decision (case_id, step, kind, organisation_id, decided_by_id,
                   mandate_id, decided_at, outcome, contribution_id)
               VALUES (%s, %s, %s, %s, %s, %s, now(), 'x', %s)""",
            [
                case.pk,
                f"{kind}:1",
                kind,
                case.lead_id,
                actor.membership.pk,
                mandate,
                _reasons(case, actor).pk,
            ],
        )


def _reasons(case: Case, actor: Actor) -> Contribution:
    draft = Draft("ruling", "Besluit", InformationClass.H, [])
    return contributions.contribute(case=case, draft=draft, actor=actor, at=timezone.now())


def mandate_of(actor: Actor, case: Case) -> Mandate:
    return Mandate.objects.borne_by(actor, on=timezone.localdate()).get(giver=case.lead)


@every_kind
def test_by_service_the_mayor_may_all_and_the_officer_impose_alone(
    case: Case, officer: Actor, cast: Cast, kind: str
) -> None:
    if kind == "impose":
        decision = decides(case, kind, officer)
        assert decision.organisation == case.lead
        assert decision.mandate == mandate_of(officer, case)
    else:
        with pytest.raises(Refused, match="mandaat"):
            decides(case, kind, officer)
        assert decides(case, kind, cast.mayor).mandate is None


@every_kind
def test_by_raw_sql_the_mayor_may_all_and_the_officer_impose_alone(
    case: Case, officer: Actor, cast: Cast, kind: str
) -> None:
    mandate = mandate_of(officer, case).pk
    if kind == "impose":
        inserts(case, kind, officer, mandate)
        return
    for given in (mandate, None):
        with pytest.raises(DatabaseError, match="row-level security"):
            inserts(case, kind, officer, given)
    inserts(case, kind, cast.mayor, None)


def test_who_bears_no_mandate_cannot_impose_in_either_way(
    case: Case, officer: Actor, cast: Cast
) -> None:
    """Colleagues of both, in the same case: the liaison of politie, the coordinator of Oss."""
    mandate = mandate_of(officer, case).pk
    for other in (cast.police, cast.coordinator):
        with pytest.raises(Refused):
            decides(case, "impose", other)
        for given in (mandate, None):
            with pytest.raises(DatabaseError, match="row-level security"):
                inserts(case, "impose", other, given)
    inserts(case, "impose", officer, mandate)


def test_nobody_decides_in_the_name_of_another(case: Case, officer: Actor, cast: Cast) -> None:
    """The officer puts the membership of the mayor under a decision to extend."""
    posed = Actor(cast.mayor.membership)
    with acting_as(officer):
        reasons = _reasons(case, officer)
    with (
        acting_as(officer),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        Decision.objects.create(
            case=case,
            step="extend:1",
            kind="extend",
            organisation=case.lead,
            decided_by=posed.membership,
            decided_at=timezone.now(),
            outcome="x",
            contribution=reasons,
        )


@pytest.mark.usefixtures("as_owner")
def test_a_mandate_holds_between_its_days_and_for_its_giver_alone() -> None:
    officer = actor_of("hovj.politie")
    today = timezone.localdate()
    row = Mandate.objects.borne_by(officer, on=today).get(giver__code="GM0828")
    case = Case(theme="huisverbod", lead=row.giver, party_ids=[officer.organisation_id])
    assert policies.why_not_decide(officer, case, kind="impose", on=today) is None
    before = row.valid_from - timedelta(days=1)
    assert policies.why_not_decide(officer, case, kind="impose", on=before)
    elsewhere = Organisation.objects.exclude(pk__in=Mandate.objects.values("giver")).filter(
        kind="gemeente"
    )[0]
    other = Case(theme="huisverbod", lead=elsewhere, party_ids=[officer.organisation_id])
    assert policies.why_not_decide(officer, other, kind="impose", on=today)
    apart = Case(theme="huisverbod", lead=row.giver, party_ids=[])
    assert policies.why_not_decide(officer, apart, kind="impose", on=today)


@RESERVED
@pytest.mark.usefixtures("as_owner")
def test_the_table_cannot_hold_what_is_never_mandated(kind: str) -> None:
    row = Mandate.objects.filter(mandate=HOVJ)[0]
    row.pk = None
    row.power = f"huisverbod.{kind}"
    with pytest.raises(DatabaseError, match="some_powers_are_never_mandated"):
        row.save()


@pytest.mark.usefixtures("as_owner")
def test_without_a_mandate_it_goes_to_the_mayor() -> None:
    officer = actor_of("hovj.politie")
    case = reported(officer, "huisverbod")
    do(case, "risk", officer)
    Mandate.objects.filter(giver=case.lead).delete()
    with pytest.raises(ValueError, match="Alleen de burgemeester"):
        do(case, "conditions", officer)
    do(case, "conditions", officer, course="mayor")
    do(case, "impose_in_person", actor_of("burgemeester.oss"))


def walks_to_decide(case: Case, officer: Actor, cast: Cast) -> None:
    for node in ("risk", "conditions", "impose"):
        do(case, node, officer)
    for node in ("open_case", "arrange", "close_round", "care_meeting"):
        do(case, node, cast.coordinator)


def test_by_page_the_officer_may_not_extend(
    case: Case, officer: Actor, cast: Cast, log_in: LogIn
) -> None:
    walks_to_decide(case, officer, cast)
    with acting_as(cast.mayor):
        step = open_step(case, "decide", cast.mayor)
    answers = {"ruling": "lapse", "motive": "x"}
    assert log_in(officer).post(f"/taken/{step.pk}", answers).status_code == 403
    assert log_in(cast.mayor).post(f"/taken/{step.pk}", answers).status_code == 302


@pytest.fixture
def keys(db: None) -> Iterator[Keys]:
    with owner_of_database() as owner:
        try:
            yield Keys(owner)
        finally:
            owner.execute("DELETE FROM partners_apitoken")


def test_by_api_the_officer_may_not_extend(
    case: Case, officer: Actor, cast: Cast, keys: Keys
) -> None:
    walks_to_decide(case, officer, cast)
    with acting_as(cast.mayor):
        step = open_step(case, "decide", cast.mayor)
    answers = {"ruling": "lapse", "motive": "x"}
    path = f"/taken/{step.pk}/_voltooien"
    assert ApiClient(keys.give(officer)).post(path, answers).status_code == 403
    assert ApiClient(keys.give(cast.mayor)).post(path, answers).status_code == 200
