"""As entitlements.py, for tables that not only who works cases reads: trails, notifications, keys.

`%(trail)s` is whether the actor reads the trail of the organisation, `%(cases)s` whether it works
cases.
"""

# ruff: noqa: S608  put together from constants alone
IN_TRAIL = "(%(trail)s AND organisation_id = %(org)s)"
KNOWN = """(NOT %(cases)s OR needs_clearance = '' OR needs_clearance = ANY (%(clearances)s))"""
ENTRY = f"""(person_id = %(person)s OR {KNOWN} AND id IN (
    SELECT entry_id FROM audit_trailentry WHERE {IN_TRAIL}))"""
TOMBSTONE = f"""({IN_TRAIL} OR %(cases)s AND id IN (
    SELECT line_id FROM casework_tombstonereader WHERE organisation_id = %(org)s)) AND {KNOWN}"""
OFFICER = "(%(trail)s AND NOT %(cases)s AND organisation_id = %(org)s)"
ASKED = f"SELECT request_id FROM casework_rightsshare WHERE {OFFICER}"
TOLD = f"""(answered_at IS NOT NULL AND (outcome <> 'refused' OR may_be_told) AND request_id IN (
    SELECT id FROM casework_rightsrequest WHERE {OFFICER}))"""
OWN_KEY = "membership_id IN (SELECT id FROM partners_membership WHERE person_id = %(person)s)"

ENTITLED_ELSEWHERE = {
    "audit_entry": ENTRY,
    "audit_trailentry": IN_TRAIL,
    "audit_payload": f"""entry_id IN (
        SELECT id FROM audit_entry WHERE {IN_TRAIL} AND {ENTRY})""",
    "audit_sealkey": IN_TRAIL,
    "audit_treenode": IN_TRAIL,
    "audit_checkpoint": IN_TRAIL,
    "audit_trailindex": OFFICER,
    "casework_inquiry": "person_id = %(person)s AND organisation_id = %(org)s",
    "casework_emergency": f"""%(trail)s AND %(org)s IN (viewer_id, owner_id) AND {KNOWN}""",
    "audit_witnessedlog": "(%(trail)s AND %(org)s IN (witness_id, log_id))",
    "casework_arrangement": "%(org)s = ANY (receiver_ids || organisation_id)",
    "casework_endnotice": "organisation_id = %(org)s",
    "casework_destructionlist": IN_TRAIL,
    "casework_destructionline": TOMBSTONE,
    "casework_rightsrequest": f"({OFFICER} OR id IN ({ASKED}))",
    "casework_rightsshare": f"({OFFICER} OR {TOLD})",
    "casework_rightsitem": f"""share_id IN (
        SELECT id FROM casework_rightsshare WHERE {OFFICER})""",
    "casework_submission": "person_id = %(person)s",
    "notifications_checkpointaddress": IN_TRAIL,
    "notifications_inbox": "person_id = %(person)s",
    "notifications_notification": "person_id = %(person)s AND NOT is_shut",
    "partners_apitoken": OWN_KEY,
    "partners_calendarkey": OWN_KEY,
    "workflows_termnotice": "false",
}
"""Beside ENTITLED; the last is the engine's own, shown to nobody who does not move a case."""

OF_A_REGION = {
    "partners_clearance": "who is named for a theme, which all who address people may know",
    "partners_contactpoint": "the desks of partners, which all who work here may know",
    "workflows_acceptance": "which gemeente works by which formule",
    "workflows_clashruling": "test_event_walls.py: on the calendar of a region",
    "workflows_enforcementrow": "the published policy of a gemeente",
    "workflows_eventterm": "the policy of a gemeente on events, as it published",
    "workflows_formuleversion": "test_formule_walls.py: what is adopted is published",
    "workflows_localsetting": "where a gemeente has another term",
    "workflows_regionalevent": "test_event_walls.py: the calendar of a region",
    "workflows_servicecapacity": "what a service can give events on a day; the calendar shows it",
    "casework_searchwords": "no policy and no grant: asked by casework_search alone",
    "casework_throughput_kept": "no policy and no grant: refused to all",
}
"""Walled, and not by organisation; held by tests of their own, or shown to all who act."""
