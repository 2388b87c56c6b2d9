"""Two long trails with something rare of every sort in them, written by the owner at once."""

from config.database_roles import Connection
from tests.cast import Cast

MANY = 30_000
# Of the coordinator, and in every tenth of politie, which then touches what is of Oss; one in a
# thousand is of a rare kind, about a rare thing, and so on.
FILL = """
WITH act AS (
    INSERT INTO audit_entry (at, person_id, organisation_id, membership_id, role, action,
        object_type, object_id, case_reference, ground, result, origin, trace, payload_hash)
    SELECT now() - (%(many)s - n) * interval '1 minute',
        CASE WHEN n %% 1000 = 0 THEN %(rare)s WHEN n %% 10 = 0 THEN %(other)s ELSE %(person)s END,
        CASE WHEN n %% 10 = 0 AND n %% 1000 <> 0 THEN %(others)s ELSE %(organisation)s END,
        CASE WHEN n %% 1000 = 0 THEN %(rarely)s WHEN n %% 10 = 0 THEN %(theirs)s
            ELSE %(membership)s END,
        'coordinator',
        CASE n %% 1000 WHEN 1 THEN 'disclosure.given' WHEN 2 THEN 'access.denied'
            WHEN 3 THEN 'emergency.opened' WHEN 4 THEN 'case.closed' ELSE 'case.viewed' END,
        CASE n %% 1000 WHEN 5 THEN 'subject' ELSE 'case' END,
        n::text,
        CASE n %% 1000 WHEN 6 THEN '2026-VR21-000007' WHEN 7 THEN ''
            ELSE '2026-VR21-1' || lpad((n %% 99991)::text, 5, '0') END,
        CASE n %% 1000 WHEN 8 THEN 'Wpg 18' ELSE '' END,
        CASE n %% 1000 WHEN 2 THEN 'denied' ELSE 'ok' END,
        'web', md5(n::text), ''
    FROM generate_series(1, %(many)s) AS n
    RETURNING id, organisation_id)
INSERT INTO audit_trailentry (id, entry_id, organisation_id)
SELECT gen_random_uuid(), act.id, trail FROM act, unnest(%(trails)s::bigint[]) AS trail
"""


def fill(owner: Connection, cast: Cast, many: int = MANY) -> None:
    """Both trails hold all of it."""
    by, other, rare = cast.coordinator, cast.police, cast.mayor
    facts = {
        "many": many,
        "person": by.person.pk,
        "organisation": by.organisation_id,
        "membership": by.membership.pk,
        "other": other.person.pk,
        "others": other.organisation_id,
        "theirs": other.membership.pk,
        "rare": rare.person.pk,
        "rarely": rare.membership.pk,
        "trails": [by.organisation_id, other.organisation_id],
    }
    owner.execute(FILL.encode(), facts)
    owner.execute("VACUUM ANALYZE audit_entry, audit_trailentry, audit_trailindex")
