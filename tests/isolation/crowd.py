"""Two netbeheerders of our own, one with few rows of everything and one with many.

Put in by the owner, in a few statements: the services make one at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from config.database_roles import Connection
from partners.actor import Actor
from partners.models import Membership, Role
from tests.isolation.lasting import lasting, owner_of_database

# ruff: noqa: S608  put together from constants alone
FLOW = "workflows/flows.hennep.HennepFlow"
LONG_AGO = 1998
"""The first of the years in whose series of references the cases stand."""

CASES = """
INSERT INTO casework_case (reference, theme, title, region_id, lead_id, owner_id, woonkern,
    priority, stage, opened_at, party_ids, overview_ids)
SELECT %(series)s || lpad(n::text, 6, '0'), 'hennep', 'Zaak', r.id, o.id, m.id, 'Oss', 'normal',
    'advice', now() - n * interval '1 minute', '{}', '{}'
FROM generate_series(1, %(rows)s) n, partners_region r, partners_organisation o
JOIN partners_membership m ON m.organisation_id = o.id AND m.role = 'coordinator'
WHERE r.code = 'VR21' AND o.code = 'GM0828' AND m.person_id = %(owner)s
"""
OF_CROWD = "FROM casework_case c WHERE c.reference LIKE %(series)s || '%%'"
IN_ONE = """FROM generate_series(1, %(rows)s) n, casework_case c
    WHERE c.reference = %(series)s || '000001'"""
FILL = (
    CASES,
    f"""INSERT INTO workflows_caseprocess (flow_class, status, created, case_id,
            formule_version_id)
        SELECT '{FLOW}', 'NEW', now(), c.id, (SELECT min(id) FROM workflows_formuleversion)
        {OF_CROWD}""",
    f"""INSERT INTO casework_participation (case_id, organisation_id, part, has_overview, since)
        SELECT c.id, o.id, CASE WHEN o.id = c.lead_id THEN 'lead' ELSE 'asked' END,
            o.id = c.lead_id, now()
        FROM partners_organisation o, (SELECT c.id, c.lead_id {OF_CROWD}) c
        WHERE o.id IN (%(org)s, c.lead_id)""",
    *(
        f"""INSERT INTO casework_request (id, case_id, asker_id, asked_id, kind, question, status,
                asked_at, first_due_at, due_at, decline_ground, decline_reason)
            SELECT gen_random_uuid(), c.id, c.lead_id, %(org)s, 'measure', 'Wat doet u?', 'open',
                now(), now(), now(), '', '' {where}"""
        for where in (OF_CROWD, IN_ONE)
    ),
    """INSERT INTO workflows_step (flow_task, flow_task_type, status, created, due_at, token, role,
            mandate, outcome, case_id, process_id, holder_id, request_id)
        SELECT %(flow)s || '.answer', 'HUMAN', 'NEW', now(), now(), 'start', 'liaison', '', '',
            r.case_id, p.id, %(org)s, r.id
        FROM casework_request r JOIN workflows_caseprocess p ON p.case_id = r.case_id
        WHERE r.asked_id = %(org)s""",
    f"""INSERT INTO casework_contribution (id, case_id, organisation_id, author_id, kind, title,
            information_class, content, created_at)
        SELECT gen_random_uuid(), c.id, CASE n %% 2 WHEN 0 THEN c.lead_id ELSE %(org)s END,
            %(owner)s, 'answer', 'Antwoord', 'B', '[]', now() {IN_ONE}""",
    f"""INSERT INTO casework_subject (case_id, organisation_id, kind, information_class, label,
            details, created_at)
        SELECT c.id, c.lead_id, 'premises', 'B', n, '{{}}', now() {IN_ONE}""",
    *(
        f"""INSERT INTO casework_disclosure (id, case_id, {thing}_id, sender_id, receiver_id,
                receiver_ids, purpose, necessity, conditions, may_disclose_onward,
                sender_ground_id, receiver_ground_id, given_by_id, given_at)
            SELECT gen_random_uuid(), t.case_id, t.id, t.organisation_id, %(org)s, '{{}}', 'Doel',
                'Nodig', '', false, g.id, g.id, %(owner)s, now()
            FROM casework_{thing} t, (SELECT min(id) AS id FROM partners_ground) g
            WHERE t.organisation_id <> %(org)s
              AND t.case_id IN (SELECT c.id {OF_CROWD})"""
        for thing in ("contribution", "subject")
    ),
    f"""INSERT INTO casework_commitment (case_id, party_id, text, due_on, status, proposed_by_id,
            proposed_at)
        SELECT c.id, %(org)s, 'Afspraak', now(), 'proposed', c.owner_id, now() {IN_ONE}""",
    """INSERT INTO casework_meeting (id, region_id, convenor_id, invited_ids, level, theme, title,
            place, starts_at, ends_at, planned_by_id, planned_at, cancel_reason)
        SELECT gen_random_uuid(), r.id, %(org)s, ARRAY[%(org)s], '1', '', 'Overleg ' || n, 'Hier',
            now() + interval '1 hour', now() + interval '2 hours', %(membership)s, now(), ''
        FROM generate_series(1, %(rows)s) n, partners_region r WHERE r.code = 'VR21'""",
    f"""INSERT INTO casework_agendaitem (meeting_id, case_id, purpose, put_by_id, put_at, outcome)
        SELECT m.id, c.id, 'discuss', %(membership)s, now(), ''
        FROM casework_meeting m, (SELECT c.id {OF_CROWD} LIMIT 1) c
        WHERE m.convenor_id = %(org)s""",
    f"""INSERT INTO casework_referral (id, case_id, domain, organisation_id, reason, due_on,
            referred_by_id, referred_at, feedback)
        SELECT gen_random_uuid(), c.id, 'care', %(org)s, 'Zorg', now(), %(membership)s, now(), ''
        {IN_ONE}""",
    """WITH given AS (
            INSERT INTO casework_waterbedsignal (id, gemeente_id, receiver_ids, measure, theme,
                branch, area, effect, starts_on, desk, given_by_id, given_at)
            SELECT gen_random_uuid(), o.id, ARRAY[%(org)s], 'closure', 'hennep', '', 'Centrum',
                'Verplaatsing', now(), 'IV', %(membership)s, now()
            FROM generate_series(1, %(rows)s), partners_organisation o WHERE o.code = 'GM0828'
            RETURNING id)
        INSERT INTO casework_signalreceipt (signal_id, gemeente_id, answer, remark)
        SELECT id, %(org)s, '', '' FROM given""",
    """INSERT INTO notifications_notification (id, person_id, organisation_id, kind,
            case_reference, link, created_at)
        SELECT gen_random_uuid(), %(person)s, %(org)s, 'step', %(series)s || '000001', '/taken/1',
            now()
        FROM generate_series(1, %(rows)s)""",
    """WITH added AS (
            INSERT INTO audit_entry (at, person_id, organisation_id, membership_id, role, action,
                object_type, object_id, case_reference, ground, result, origin, trace,
                payload_hash)
            SELECT now(), %(person)s, %(org)s, %(membership)s, 'liaison', 'case.viewed', 'case',
                'x', %(series)s || '000001', '', 'ok', 'web', 'x', ''
            FROM generate_series(1, %(rows)s) RETURNING id)
        INSERT INTO audit_trailentry (id, entry_id, organisation_id)
        SELECT gen_random_uuid(), id, %(org)s FROM added""",
)


@dataclass(frozen=True)
class Desk:
    """`reference` is of the one case of which there is much of everything."""

    liaison: Actor
    officer: Actor
    reference: str


@contextmanager
def crowd(*, owner_of_cases: Actor, sizes: tuple[int, ...]) -> Iterator[list[Desk]]:
    """A desk for each size; all of it is gone afterwards."""
    codes = [f"NB-{uuid4().hex[:8]}" for _size in sizes]
    with owner_of_database() as outside:
        try:
            with lasting() as owner:
                yield [
                    _desk(owner, code, rows, owner_of_cases.person.pk, year)
                    for year, (code, rows) in enumerate(zip(codes, sizes, strict=True), LONG_AGO)
                ]
        finally:
            for code in codes:
                _dismiss(outside, code)


def _desk(owner: Connection, code: str, rows: int, owner_of_cases: int, year: int) -> Desk:
    organisation = _add(
        owner,
        """INSERT INTO partners_organisation (valid_from, kind, code, name)
           VALUES ('2020-01-01', 'netbeheerder', %s, %s) RETURNING id""",
        code,
        code,
    )
    liaison, officer = (
        _member(owner, organisation, code, role) for role in (Role.LIAISON, Role.PRIVACY_OFFICER)
    )
    values = {
        "code": code,
        "series": (series := f"{year}-VR21-"),
        "rows": rows,
        "flow": FLOW,
        "org": organisation,
        "owner": owner_of_cases,
        "person": liaison.person.pk,
        "membership": liaison.membership.pk,
    }
    for statement in FILL:
        owner.execute(statement.encode(), values)
    owner.execute("ANALYZE")
    return Desk(liaison, officer, f"{series}000001")


def _member(owner: Connection, organisation: int, code: str, role: Role) -> Actor:
    person = _add(
        owner,
        """INSERT INTO partners_person (password, email, name, is_active, is_demo, is_service,
               date_joined)
           VALUES ('!', %s, 'Test', true, false, false, now()) RETURNING id""",
        f"{role}@{code}.example",
    )
    membership = _add(
        owner,
        """INSERT INTO partners_membership (valid_from, person_id, organisation_id, role, mandate)
           VALUES ('2020-01-01', %s, %s, %s, '') RETURNING id""",
        person,
        organisation,
        role,
    )
    rows = Membership.objects.select_related("person", "organisation")
    return Actor(rows.get(pk=membership))


def _dismiss(owner: Connection, code: str) -> None:
    for statement in (
        """DELETE FROM partners_apitoken WHERE membership_id IN (
               SELECT m.id FROM partners_membership m
               JOIN partners_organisation o ON o.id = m.organisation_id WHERE o.code = %(code)s)""",
        """DELETE FROM partners_membership WHERE organisation_id IN (
               SELECT id FROM partners_organisation WHERE code = %(code)s)""",
        "DELETE FROM partners_person WHERE email LIKE '%%@' || %(code)s || '.example'",
        "DELETE FROM partners_organisation WHERE code = %(code)s",
    ):
        owner.execute(statement.encode(), {"code": code})


def _add(owner: Connection, statement: str, *values: Any) -> int:
    row = owner.execute(statement.encode(), values).fetchone()
    assert row is not None
    return int(str(row[0]))
