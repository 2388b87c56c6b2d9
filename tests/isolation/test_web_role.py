"""What the web's role may not do to rows it does see: raw SQL, refused by the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casework.models import Contribution, Disclosure
from partners.acting import acting_as
from partners.actor import Actor
from tests.cast import Cast
from tests.isolation.dossier import Dossier

NOT_GRANTED = (
    "UPDATE casework_case SET party_ids = party_ids || 1::bigint",
    "UPDATE casework_case SET overview_ids = party_ids",
    "UPDATE casework_case SET is_restricted = false",
    "UPDATE casework_case SET theme = 'hennep'",
    "UPDATE casework_contribution SET needs_clearance = ''",
    "UPDATE casework_case SET reference = 'X'",
    "UPDATE casework_contribution SET title = 'x'",
    "UPDATE casework_contribution SET organisation_id = organisation_id",
    "UPDATE casework_disclosure SET receiver_id = receiver_id",
    "UPDATE casework_disclosure SET valid_until = NULL",
    "UPDATE casework_request SET asked_id = asked_id",
    "UPDATE casework_document SET key = ''",
    "UPDATE casework_decision SET outcome = ''",
    "UPDATE casework_participation SET has_overview = true",
    "UPDATE casework_participation SET ends_at = now()",
    "UPDATE casework_handover SET promised_ids = '{}'",
    "UPDATE casework_handover SET receiver_id = sender_id",
    "UPDATE notifications_notification SET is_shut = false",
    "UPDATE partners_membership SET role = 'coordinator'",
    "UPDATE partners_membership SET organisation_id = organisation_id",
    "UPDATE partners_person SET is_active = true",
    "UPDATE partners_apitoken SET digest = ''",
    "UPDATE workflows_formuleversion SET version = 9",
    "UPDATE workflows_formuleversion SET region_id = NULL",
    "UPDATE workflows_acceptance SET organisation_id = organisation_id",
    "DELETE FROM workflows_acceptance",
    "UPDATE workflows_localsetting SET value = ''",
    "DELETE FROM workflows_localsetting",
    "UPDATE workflows_enforcementrow SET months = 1",
    "INSERT INTO partners_membership DEFAULT VALUES",
    "INSERT INTO partners_apitoken DEFAULT VALUES",
    "DELETE FROM casework_case",
    "DELETE FROM casework_contribution",
    "DELETE FROM casework_disclosure",
    "DELETE FROM workflows_step",
    "DELETE FROM notifications_notification",
    "TRUNCATE casework_case CASCADE",
    "SELECT * FROM casework_throughput_kept",
    "SELECT throughput_cases(1, '', now(), now())",
    "SELECT throughput_steps(1, '', now(), now())",
    *(
        f"{change} {table}{rest}"
        for table in ("audit_entry", "audit_trailentry", "audit_payload")
        for change, rest in (("DELETE FROM", ""), ("TRUNCATE", " CASCADE"))
    ),
    "UPDATE audit_entry SET action = action",
    "UPDATE audit_trailentry SET seq = 1",
    "UPDATE audit_payload SET content = '{}'",
    "INSERT INTO audit_trailindex SELECT * FROM audit_trailindex",
    "UPDATE audit_trailindex SET kind = 'change'",
    "DELETE FROM audit_trailindex",
)
NOT_THE_OWNER = (
    "ALTER TABLE casework_case DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE casework_case DISABLE TRIGGER ALL",
    "ALTER TABLE audit_entry DISABLE TRIGGER append_only",
    "DROP POLICY select_wall ON casework_case",
    "CREATE POLICY open_door ON casework_case USING (true)",
    "CREATE OR REPLACE FUNCTION app_person() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
    "CREATE TABLE mine (a int)",
    "CREATE TEMP TABLE mine (a int)",
    "SET ROLE schakelpunt_test_owner",
    "SET SESSION AUTHORIZATION schakelpunt_test_owner",
    "SET session_replication_role = replica",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE CURRENT_USER SUPERUSER",
)


@contextmanager
def refused(actor: Actor, why: str) -> Iterator[None]:
    with acting_as(actor), pytest.raises(DatabaseError, match=why), transaction.atomic():
        yield


def run(statement: str, values: Any = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


@pytest.mark.parametrize("statement", NOT_GRANTED)
def test_what_is_not_granted_is_refused(statement: str, cast: Cast) -> None:
    with refused(cast.coordinator, "permission denied"):
        run(statement)


@pytest.mark.parametrize("statement", NOT_THE_OWNER)
def test_what_the_owner_may_is_refused(statement: str, cast: Cast) -> None:
    with refused(cast.coordinator, r"must be owner|permission denied|cannot set parameter"):
        run(statement)


def test_row_level_security_cannot_be_looked_past(dossier: Dossier, cast: Cast) -> None:
    """PostgreSQL refuses the query rather than answer it unfiltered."""
    with refused(cast.stranger, "row-level security"):
        run("SET LOCAL row_security = off")
        run("SELECT id FROM casework_case")


def test_nobody_puts_something_in_for_another_organisation(dossier: Dossier, cast: Cast) -> None:
    for table, values in _of_another(dossier.asking.pk, cast):
        columns, places = ", ".join(values), ", ".join(["%s"] * len(values))
        with refused(cast.police, "row-level security"):
            run(
                f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608  from here
                list(values.values()),
            )


def _of_another(case: int, cast: Cast) -> Iterator[tuple[str, dict[str, object]]]:
    """Rows that would do, but that they are of Oss while politie acts."""
    by, now = cast.coordinator, timezone.now()
    of_lead = {"case_id": case, "organisation_id": by.organisation_id}
    yield (
        "casework_contribution",
        {**of_lead, "id": uuid4(), "author_id": by.person.pk, "kind": "report", "title": "x"}
        | {"information_class": "B", "content": "[]", "created_at": now},
    )
    yield (
        "casework_subject",
        {**of_lead, "kind": "person", "information_class": "B", "label": "x"}
        | {"details": "{}", "created_at": now},
    )
    yield (
        "casework_request",
        {"id": uuid4(), "case_id": case, "asker_id": by.organisation_id}
        | {"asked_id": cast.police.organisation_id, "kind": "advice", "question": "x"}
        | {"status": "open", "asked_at": now, "first_due_at": now, "due_at": now}
        | {"decline_ground": "", "decline_reason": ""},
    )
    yield (
        "casework_participation",
        {"case_id": case, "organisation_id": cast.stranger.organisation_id}
        | {"part": "informed", "has_overview": True, "since": now},
    )
    yield (
        "audit_entry",
        {"at": now, "person_id": by.person.pk, "organisation_id": by.organisation_id}
        | {"membership_id": by.membership.pk, "role": by.role, "action": "x"}
        | {"object_type": "x", "object_id": "x", "case_reference": "", "ground": ""}
        | {"result": "ok", "origin": "web", "trace": "x", "payload_hash": ""},
    )


def test_nobody_discloses_what_is_of_another(dossier: Dossier, cast: Cast) -> None:
    """Politie was given it in this case; passing it on is for whose it is."""
    with acting_as(cast.police):
        thing = Disclosure.objects.filter(
            case=dossier.settled, receiver=cast.police.organisation, contribution__isnull=False
        )[0]
        own = Contribution.objects.filter(case=dossier.settled, kind="report")[0]
    for case, contribution in (
        (dossier.settled, thing.contribution_id),
        (dossier.asking, own.pk),
    ):
        with refused(cast.police, "row-level security"):
            _disclose(thing, case.pk, contribution, cast)
    with acting_as(cast.police):
        assert _disclose(thing, dossier.settled.pk, own.pk, cast) == 1


def _disclose(like: Disclosure, case: int, contribution: object, cast: Cast) -> int:
    return run(
        """INSERT INTO casework_disclosure (id, case_id, contribution_id, sender_id, receiver_id,
               receiver_ids, purpose, necessity, conditions, may_disclose_onward,
               sender_ground_id, receiver_ground_id, given_by_id, given_at)
           SELECT gen_random_uuid(), %s, %s, %s, %s, '{}', purpose, necessity, conditions, false,
               sender_ground_id, receiver_ground_id, %s, given_at
           FROM casework_disclosure WHERE id = %s""",
        [
            case,
            contribution,
            cast.police.organisation_id,
            cast.prosecutor.organisation_id,
            cast.police.person.pk,
            like.pk,
        ],
    )


def test_a_partner_changes_no_row_that_is_not_its_own(dossier: Dossier, cast: Cast) -> None:
    """They do not exist to it: nothing is refused, and nothing happens."""
    for statement in (
        "UPDATE casework_case SET stage = 'intake'",
        "UPDATE casework_subject SET details = '{}'",
        "UPDATE casework_disclosure SET withdrawn_at = now()",
        "UPDATE casework_request SET decline_reason = 'x'",
        "UPDATE casework_extension SET settled_at = now()",
        "UPDATE casework_commitment SET settled_at = now()",
        "UPDATE casework_outcome SET is_reached = true",
        "UPDATE workflows_step SET outcome = 'x'",
        "UPDATE workflows_caseprocess SET status = 'DONE'",
    ):
        with acting_as(None), transaction.atomic():
            assert run(statement) == 0, statement
        with acting_as(cast.stranger), transaction.atomic():
            assert run(f"{statement} WHERE {_of(statement, dossier)}") == 0, statement


def _of(statement: str, dossier: Dossier) -> str:
    """Those of the case of Oss, as the stranger would have to name them."""
    table = statement.split()[1]
    if table == "casework_case":
        return f"id = {dossier.asking.pk}"
    if table == "casework_extension":
        requests = f"SELECT id FROM casework_request WHERE case_id = {dossier.asking.pk}"  # noqa: S608
        return f"request_id IN ({requests})"
    return f"case_id = {dossier.asking.pk}"


def test_the_engine_opens_one_case_and_no_contents(dossier: Dossier, cast: Cast) -> None:
    """While a step is done the engine sees the steps of that case; never what partners put in."""
    with acting_as(cast.grid), transaction.atomic():
        run("SELECT set_config('app.engine_case', %s, true)", [str(dossier.early.pk)])
        for table, rows in (
            ("workflows_step", True),
            ("casework_participation", True),
            ("casework_contribution", False),
            ("casework_subject", False),
            ("casework_disclosure", False),
            ("casework_decision", False),
        ):
            count = run(
                f"SELECT FROM {table} WHERE case_id = %s",
                [dossier.early.pk],
            )
            assert (count > 0) is rows, table
        assert run("SELECT FROM casework_case WHERE id = %s", [dossier.foreign.pk]) == 0


def test_the_engine_gives_nothing_back_to_who_left(dossier: Dossier, cast: Cast) -> None:
    """What was disclosed to the netbeheerder in that case is still in force, but it left."""
    with acting_as(cast.grid), transaction.atomic():
        run("SELECT set_config('app.engine_case', %s, true)", [str(dossier.foreign.pk)])
        assert run("SELECT FROM casework_case WHERE id = %s", [dossier.foreign.pk]) == 1
        for table in ("casework_subject", "casework_contribution"):
            assert (
                run(
                    f"SELECT FROM {table} WHERE case_id = %s",
                    [dossier.foreign.pk],
                )
                == 0
            )


def test_a_second_decision_at_one_step_is_refused_by_the_database(
    dossier: Dossier, cast: Cast
) -> None:
    with acting_as(cast.mayor), pytest.raises(DatabaseError, match="unique"), transaction.atomic():
        run(
            """WITH new AS (
                   INSERT INTO casework_contribution (id, case_id, organisation_id, author_id,
                       kind, title, information_class, content, created_at)
                   SELECT gen_random_uuid(), case_id, organisation_id, author_id, kind, title,
                          information_class, content, created_at
                   FROM casework_contribution WHERE kind = 'ruling' RETURNING id)
               INSERT INTO casework_decision (case_id, step, kind, organisation_id, decided_by_id,
                   decided_at, outcome, contribution_id)
               SELECT d.case_id, d.step, d.kind, d.organisation_id, d.decided_by_id, d.decided_at,
                      'warning', new.id
               FROM casework_decision d, new"""
        )
