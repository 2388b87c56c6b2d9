"""Events on the calendars of three regions, a pair in each, with a ruling on each pair."""

from config.database_roles import Connection

PAIRS = {
    "VR21": ("GM0828", "GM1948"),
    "VR22": ("GM0772", "GM0772"),
    "VR01": ("GM0014", "GM0014"),
}
"""Politie and OM of Oost-Brabant serve the first two; nobody of the cast serves the third."""

EVENT = """
INSERT INTO workflows_regionalevent (region_id, gemeente_id, name, event_class, begins_at, ends_at,
    woonkern, place, visitors, police_hours, fire_units, ghor_units, status, is_unsupported,
    reserved_by_id, reserved_at, changed_at)
SELECT r.id, o.id, 'Evenement ' || o.code, 'B', now() + interval '90 days',
    now() + interval '91 days', 'Dorp', 'Plein', 500, 150, 0, 0, 'reserved', false, m.id, now(),
    now()
FROM partners_region r, partners_organisation o, partners_membership m
JOIN partners_organisation mo ON mo.id = m.organisation_id
WHERE r.code = %s AND o.code = %s AND mo.code = 'GM0828' AND m.role = 'coordinator'
LIMIT 1 RETURNING id
"""
RULING = """
INSERT INTO workflows_clashruling (event_id, other_id, resolution, level, reason, decided_by_id,
    decided_at)
SELECT e.id, %s, 'prioritise', '1', 'Afgesproken.', e.reserved_by_id, now()
FROM workflows_regionalevent e WHERE e.id = %s
"""


def put_on_calendars(owner: Connection) -> dict[str, int]:
    """The first event of each pair, by region."""
    first = {}
    for region, gemeenten in PAIRS.items():
        keys = [_added(owner, region, code) for code in gemeenten]
        owner.execute(RULING.encode(), (keys[1], keys[0]))
        first[region] = keys[0]
    return first


def _added(owner: Connection, region: str, code: str) -> int:
    row = owner.execute(EVENT.encode(), (region, code)).fetchone()
    assert row is not None, (region, code)
    return int(str(row[0]))
