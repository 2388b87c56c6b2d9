"""What each role may do with each table: all that is not listed here is refused.

Granted by the owner after every migrate; a test holds this list against the database.
"""

from django.db import connections

WEB = "schakelpunt_web"
SEALER = "schakelpunt_sealer"
READ = ("SELECT",)
ADD = ("SELECT", "INSERT")
KEEP = ("SELECT", "INSERT", "UPDATE", "DELETE")

PRIVILEGES: dict[str, tuple[str, ...]] = {
    # partners
    "partners_person": ("SELECT", "UPDATE (password, last_login, name)"),
    "partners_region": READ,
    "partners_organisation": READ,
    "partners_servicearea": READ,
    "partners_adjacency": READ,
    "partners_membership": READ,
    "partners_clearance": (*ADD, "UPDATE (valid_until, ended_at)"),
    "partners_contactpoint": (*ADD, "UPDATE (valid_until)"),
    "partners_ground": READ,
    "partners_mandate": READ,
    "partners_matrixcell": READ,
    "partners_apitoken": READ,
    "partners_calendarkey": (*ADD, "UPDATE (revoked_at)"),
    # the trail: nobody changes it
    "audit_entry": ADD,
    "audit_trailentry": ADD,
    "audit_payload": ADD,
    "audit_trailindex": READ,
    "audit_sealkey": READ,
    "audit_treenode": READ,
    "audit_checkpoint": READ,
    "audit_witnessedlog": (
        *ADD,
        "UPDATE (size, root, note, verifiers, kept_at, checked_at, seen_size, why_not)",
    ),
    # casework
    "casework_case": (
        *ADD,
        "UPDATE (owner_id, lead_id, woonkern, priority, stage, closed_at)",
    ),
    "casework_casenumber": (*ADD, "UPDATE (last)"),
    "casework_participation": (*ADD, "UPDATE (until)"),
    "casework_handover": (*ADD, "UPDATE (status, answer, settled_by_id, settled_at)"),
    "casework_classchange": ADD,
    "casework_subject": (*ADD, "UPDATE (information_class, label, details, corrected_at)"),
    "casework_contribution": (*ADD, "UPDATE (content, corrected_at)"),
    "casework_document": (*ADD, "UPDATE (withdrawn_at)"),
    "casework_correction": ADD,
    "casework_correctionnotice": (*ADD, "UPDATE (confirmed_by_id, confirmed_at)"),
    "casework_errorreport": (*ADD, "UPDATE (status, answer, settled_by_id, settled_at)"),
    "casework_disclosure": (*ADD, "UPDATE (withdrawn_at)"),
    "casework_disclosurerequest": (
        *ADD,
        "UPDATE (status, due_at, paused_at, decided_by_id, decided_at)",
        "UPDATE (refusal_ground, reason, disclosure_id)",
    ),
    "casework_disclosurequestion": (*ADD, "UPDATE (answer, answered_by_id, answered_at)"),
    "casework_blockade": (*ADD, "UPDATE (lifted_by_id, lifted_at, lift_reason)"),
    "casework_weighing": ADD,
    "casework_consent": (*ADD, "UPDATE (status, decided_by_id, decided_at, reason)"),
    "casework_arrangement": (
        *ADD,
        "UPDATE (valid_until, ended_by_id, end_reason, successor_id)",
    ),
    "casework_request": (
        *ADD,
        "UPDATE (status, asker_id, due_at, settled_at, decline_ground, decline_reason, answer_id)",
    ),
    "casework_extension": (*ADD, "UPDATE (status, settled_at)"),
    "casework_decision": ADD,
    "casework_commitment": (*ADD, "UPDATE (status, accepted_by_id, settled_at)"),
    "casework_meeting": (
        *ADD,
        "UPDATE (starts_at, ends_at, place, held_at, cancelled_at, cancel_reason)",
    ),
    "casework_meetingseat": (*ADD, "UPDATE (attended, membership_id)"),
    "casework_agendaitem": (*ADD, "UPDATE (outcome)"),
    "casework_escalation": (
        *ADD,
        "UPDATE (answer, answered_by_id, answered_at, withdrawn_at)",
    ),
    "casework_stepdown": ADD,
    "casework_referral": (*ADD, "UPDATE (feedback, answered_by_id, answered_at)"),
    "casework_waterbedsignal": ADD,
    "casework_waterbedorigin": ADD,
    "casework_signalreceipt": (
        *ADD,
        "UPDATE (answer, remark, answered_by_id, answered_at)",
    ),
    "casework_averule": READ,
    "casework_avephase": (*ADD, "UPDATE (ended_at)"),
    "casework_inquiry": ADD,
    "casework_endnotice": ADD,
    "casework_emergency": (
        *ADD,
        """UPDATE (ended_at, ended_by_id, verdict, verdict_reason, judged_by_id, judged_at,
            reminded_on)""",
    ),
    "casework_retentionrule": READ,
    "casework_payloadrule": READ,
    "casework_retentionextension": ADD,
    "casework_retentionhold": (*ADD, "UPDATE (lifted_by_id, lifted_at)"),
    "casework_destructionlist": (
        *ADD,
        "UPDATE (decided_by_id, decided_at, is_approved, reason)",
    ),
    "casework_destructionline": ADD,
    "casework_tombstonereader": READ,
    "casework_rightsrequest": (
        *ADD,
        "UPDATE (due_on, extended_at, extension_reason, answered_at)",
    ),
    "casework_rightsshare": (
        *READ,
        "UPDATE (outcome, answer, article, may_be_told, answered_by_id, answered_at, told_level)",
    ),
    "casework_rightsitem": (*READ, "UPDATE (is_granted)"),
    # Keys that tell nothing: the worker removes the file, and then its row.
    "casework_fileremoval": ("SELECT", "DELETE"),
    "casework_submission": ADD,
    "casework_outcome": (*ADD, "UPDATE (is_reached, filled_at)"),
    # workflows
    "workflows_formuleversion": (
        *ADD,
        "UPDATE (content, status, valid_from, valid_until)",
        "UPDATE (adopted_by_name, adopted_by_function, adopted_on, evaluate_on)",
        "DELETE",
    ),
    "workflows_acceptance": ADD,
    "workflows_localsetting": (*ADD, "UPDATE (valid_until)"),
    "workflows_enforcementrow": (*ADD, "UPDATE (valid_until)"),
    "workflows_move": (*ADD, "UPDATE (undone_by_id, undone_at)"),
    "workflows_triagemoment": READ,
    "workflows_equalledday": ("SELECT", "INSERT", "DELETE"),
    "workflows_equalleddayschange": ADD,
    "workflows_caseprocess": (*ADD, "UPDATE"),
    "workflows_step": (*ADD, "UPDATE"),
    "workflows_step_previous": ADD,
    "workflows_caseterm": (*ADD, "UPDATE (due_on, extended_at, ended_at)"),
    "workflows_termpause": (*ADD, "UPDATE (until, at_most_until)"),
    "workflows_termnotice": ADD,
    "workflows_eventterm": (*ADD, "UPDATE (valid_until)"),
    "workflows_servicecapacity": (*ADD, "UPDATE (valid_until)"),
    "workflows_regionalevent": (
        *ADD,
        """UPDATE (name, event_class, begins_at, ends_at, woonkern, place, visitors, police_hours,
            fire_units, ghor_units, status, is_unsupported, case_id, changed_at)""",
    ),
    "workflows_clashruling": ADD,
    # notifications
    "notifications_checkpointaddress": (
        *ADD,
        "UPDATE (removed_at, tried_at, delivered_at, delivered_size, failing_since, failure)",
    ),
    "notifications_inbox": (*ADD, "UPDATE (mails)"),
    "notifications_notification": (*ADD, "UPDATE (read_at, mail_settled_at)"),
    # sessions, log-in and second factor
    "django_session": KEEP,
    "django_content_type": READ,
    "django_migrations": READ,
    "axes_accessattempt": KEEP,
    "axes_accessattemptexpiration": KEEP,
    "axes_accessfailurelog": KEEP,
    "axes_accesslog": KEEP,
    "account_emailaddress": KEEP,
    "account_emailconfirmation": KEEP,
    "mfa_authenticator": KEEP,
    "socialaccount_socialaccount": KEEP,
    "socialaccount_socialapp": READ,
    "socialaccount_socialtoken": KEEP,
    # jobs
    "procrastinate_jobs": KEEP,
    "procrastinate_events": KEEP,
    "procrastinate_periodic_defers": KEEP,
    "procrastinate_workers": KEEP,
}


# It reads what it seals, and no payload.
OF_SEALER: dict[str, tuple[str, ...]] = {
    "partners_organisation": READ,
    "audit_entry": READ,
    "audit_trailentry": (*READ, "UPDATE (seq, leaf_hash)"),
    "audit_sealkey": ADD,
    "audit_treenode": ADD,
    "audit_checkpoint": ADD,
}
BY_ROLE = {WEB: PRIVILEGES, SEALER: OF_SEALER}


def grant(alias: str = "default") -> None:
    """Give each role exactly its privileges.

    An identity draws its number by itself. Jobs alone have sequences that one must be granted:
    whoever may look at one learns how many rows there are of all organisations together.
    """
    for role, privileges in BY_ROLE.items():
        with connections[alias].cursor() as cursor:
            cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role}")
            cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}")
            cursor.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {role}")
            present = set(connections[alias].introspection.table_names(cursor))
            for table, granted in privileges.items():
                if table in present:
                    cursor.execute(f"GRANT {', '.join(granted)} ON {table} TO {role}")
        if role == WEB:
            _grant_sequences_of_jobs(alias)


def _grant_sequences_of_jobs(alias: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            """SELECT s.oid::regclass::text FROM pg_class s
               JOIN pg_depend d ON d.objid = s.oid AND d.deptype = 'a'
               WHERE s.relkind = 'S' AND d.refobjid::regclass::text LIKE 'procrastinate_%'"""
        )
        for (sequence,) in cursor.fetchall():
            cursor.execute(f"GRANT USAGE ON SEQUENCE {sequence} TO {WEB}")
