"""Rows that hang on a contribution or subject of Oss, put in by the owner as they might be."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from casework.models import Case
from config.database_roles import Connection
from tests.cast import Cast

# ruff: noqa: S608  put together from constants alone
EMERGENCY = "casework_emergency"
ROWS = {
    "casework_disclosurerequest": (
        (
            "about, purpose, necessity, receiver_ids, asked_at, first_due_at, due_at, "
            "status, refusal_ground, reason, asker_id, holder_id, asked_by_id, "
            "receiver_ground_id, id"
        ),
        (
            "'x', 'x', 'x', '{}', now(), now(), now(), 'open', '', '', %(other)s, %(own)s, "
            "%(member)s, %(ground)s, %(key)s"
        ),
    ),
    "casework_correction": (
        "case_reference, before, reason, corrected_at, corrected_by_id, organisation_id, id",
        "'x', '{}', 'x', now(), %(member)s, %(own)s, %(key)s",
    ),
    "casework_correctionnotice": (
        "case_reference, received_at, told_at, id, sender_id, receiver_id, correction_id",
        "'x', now(), now(), %(key)s, %(own)s, %(other)s, %(under)s",
    ),
    "casework_errorreport": (
        (
            "case_reference, text, reported_at, status, answer, reporter_id, holder_id, "
            "reported_by_id, id"
        ),
        "'x', 'x', now(), 'open', '', %(other)s, %(own)s, %(member)s, %(key)s",
    ),
    "casework_blockade": (
        "reason, set_at, lift_reason, set_by_id, organisation_id",
        "'x', now(), '', %(member)s, %(own)s",
    ),
    "casework_weighing": (
        (
            "outcome, necessity, proportionality, subsidiarity, reason, decided_at, id, "
            "decided_by_id, organisation_id, receiver_id"
        ),
        "'refused', '', '', '', 'x', now(), %(key)s, %(member)s, %(own)s, %(other)s",
    ),
    "casework_consent": (
        (
            "about, purpose, interest, asked_at, status, reason, asked_by_id, id, "
            "authority_id, holder_id, receiver_id, request_id, ground_id"
        ),
        (
            "'x', 'x', 'x', now(), 'asked', '', %(member)s, %(key)s, %(other)s, %(own)s, "
            "%(other)s, %(under)s, %(ground)s"
        ),
    ),
    "casework_retentionextension": (
        "kind, until, weighing, set_at, organisation_id, set_by_id",
        "'erased', '2040-01-01', 'x', now(), %(own)s, %(member)s",
    ),
    EMERGENCY: (
        (
            "case_reference, information_class, kind, verdict, reason, verdict_reason, id, "
            "opened_at, ends_at, viewer_id, owner_id, person_id"
        ),
        (
            "'', 'N', 'life', '', 'Er is een melding van geweld.', '', %(key)s, now(), "
            "now() + interval '1 hour', %(other)s, %(own)s, %(person)s"
        ),
    ),
}
"""Columns and values by table, besides the thing and the case."""
HANGING = tuple(ROWS)
UNDER = {
    "casework_correctionnotice": "casework_correction",
    "casework_consent": "casework_disclosurerequest",
}
"""What these need one of, on the same thing."""
ACTS = """SELECT set_config('app.person', %s, true), set_config('app.organisation', %s, true),
    set_config('app.case_organisation', %s, true), set_config('app.clearances', %s, true),
    set_config('app.at', now()::text, true)"""
"""A trigger of an emergency asks who takes it."""
THING = {
    "contribution": """INSERT INTO casework_contribution
        (id, kind, title, content, created_at, author_id, case_id, organisation_id,
         information_class)
        VALUES (gen_random_uuid(), 'note', 'x', '[]', now(), %s, %s, %s, %s) RETURNING id::text""",
    "subject": """INSERT INTO casework_subject
        (kind, label, details, created_at, case_id, organisation_id, information_class)
        VALUES ('person', 'Proef ' || %s || gen_random_uuid(), '{}', now(), %s, %s, %s)
        RETURNING id::text""",
}


def a_thing(owner: Connection, cast: Cast, case: Case, kind: str, information_class: str) -> str:
    """Of Oss; its key."""
    by = cast.coordinator
    values = [by.person.pk, case.pk, by.organisation_id, information_class]
    return one_of(owner, THING[kind], values)


def hang(owner: Connection, cast: Cast, case: Case, table: str, kind: str, thing: str) -> str:
    """A row between Oss and politie; its key."""
    by = cast.police
    values = {
        "key": str(uuid4()),
        "case": case.pk,
        "thing": thing,
        "own": cast.coordinator.organisation_id,
        "other": by.organisation_id,
        "person": by.person.pk,
        "member": cast.coordinator.membership.pk,
        "ground": one_of(owner, "SELECT id FROM partners_ground WHERE code = 'wpg-19'", []),
        "under": table in UNDER and hang(owner, cast, case, UNDER[table], kind, thing),
    }
    columns, row = ROWS[table]
    columns, row = f"{columns}, {kind}_id", f"{row}, %(thing)s"
    if table != "casework_retentionextension":
        columns, row = f"{columns}, case_id", f"{row}, %(case)s"
    query = f"INSERT INTO {table} ({columns}) VALUES ({row})"
    with owner.transaction():
        acts_as = [str(by.person.pk), *2 * [str(by.organisation_id)], "{hennep}"]
        owner.execute(ACTS.encode(), acts_as)
        return one_of(owner, f"{query} RETURNING id::text", values)


def one_of(owner: Connection, query: str, values: Sequence[Any] | Mapping[str, Any]) -> str:
    row = owner.execute(query.encode(), values).fetchone()
    assert row is not None
    return str(row[0])
