"""What the proof of the walls lets pass, each with its reason: the only place for exceptions.

A test fails for what is missing here, and for what stands here in vain.
"""

ACCOUNTS = "accounts, sessions and second factors: needed before anybody acts; nothing of a case"
ENGINE = "Viewflow's own table, empty: ours are CaseProcess and Step; the web may not read it"
FRAMEWORK = "Django's own bookkeeping: names of models, permissions and migrations"
JOBS = "the queue of jobs: numbers and ids alone, as tests/proof/test_jobs.py holds"
WHO = "who works where: read to log in and to address people; users of the system, no subjects"
REFERENCE = "public reference data, loaded by the owner"

WITHOUT_A_WALL: dict[str, str] = {
    "account_emailaddress": ACCOUNTS,
    "account_emailconfirmation": ACCOUNTS,
    "axes_accessattempt": ACCOUNTS,
    "axes_accessattemptexpiration": ACCOUNTS,
    "axes_accessfailurelog": ACCOUNTS,
    "axes_accesslog": ACCOUNTS,
    "django_session": ACCOUNTS,
    "mfa_authenticator": ACCOUNTS,
    "socialaccount_socialaccount": ACCOUNTS,
    "socialaccount_socialapp": ACCOUNTS,
    "socialaccount_socialtoken": ACCOUNTS,
    "auth_group": FRAMEWORK,
    "auth_group_permissions": FRAMEWORK,
    "auth_permission": FRAMEWORK,
    "django_content_type": FRAMEWORK,
    "django_migrations": FRAMEWORK,
    "procrastinate_events": JOBS,
    "procrastinate_jobs": JOBS,
    "procrastinate_periodic_defers": JOBS,
    "procrastinate_workers": JOBS,
    "viewflow_process": ENGINE,
    "viewflow_task": ENGINE,
    "viewflow_task_previous": ENGINE,
    "partners_mandate": WHO,
    "partners_membership": WHO,
    "partners_person": WHO,
    "partners_adjacency": REFERENCE,
    "partners_ground": REFERENCE,
    "partners_matrixcell": REFERENCE,
    "partners_organisation": REFERENCE,
    "partners_region": REFERENCE,
    "partners_servicearea": REFERENCE,
    "casework_averule": REFERENCE,
    "casework_retentionrule": REFERENCE,
    "casework_payloadrule": REFERENCE,
    "casework_fileremoval": "keys of stored files that go, which tell nothing",
    "casework_casenumber": "the last number given out, by region and year: counts alone",
    "workflows_equalledday": "days that a royal decree made equal to a holiday",
    "workflows_equalleddayschange": "how these days changed, to move what runs",
    "workflows_triagemoment": "when a region's triage meets, as agreed",
}
"""Tables in which row-level security would have nothing to hide, or would shut the log-in out."""

OPEN_POLICIES: dict[tuple[str, str], str] = {
    ("workflows_formuleversion", "select_wall"): (
        "an adopted formule is published; only drafts are for the region itself"
    ),
}
"""Policies that let a row through though nobody acts."""

OWN = "what is for one person, or of it: told by person_id, whatever the role"
TRAIL = "the trail of the own organisation: told by app_trail_organisation() or by who acted"
DESTROYED = "what is to be destroyed, without contents, for the privacy officer who approves it"
RIGHTS = "requests of persons concerned are handled by privacy officers alone"
FORMULE = "formules and local settings are agreed by secretaries, and tell of no case"
WITHOUT_CASES: dict[str, str] = {
    "audit_checkpoint": TRAIL,
    "audit_entry": TRAIL,
    "audit_payload": TRAIL,
    "audit_sealkey": TRAIL,
    "audit_trailentry": TRAIL,
    "audit_trailindex": TRAIL,
    "audit_treenode": TRAIL,
    "casework_inquiry": OWN,
    "casework_emergency": "for the privacy officers of both ends, without what was opened",
    "audit_witnessedlog": TRAIL,
    "casework_endnotice": "that the own organisation was told of an end: a number and a moment",
    "casework_arrangement": "Wpg-20 decisions and covenants: kept by FG and administrator",
    "casework_destructionline": DESTROYED,
    "casework_destructionlist": DESTROYED,
    "casework_rightsitem": RIGHTS,
    "casework_rightsrequest": RIGHTS,
    "casework_rightsshare": RIGHTS,
    "casework_submission": OWN,
    "notifications_checkpointaddress": TRAIL,
    "notifications_inbox": OWN,
    "notifications_notification": OWN,
    "partners_apitoken": OWN,
    "partners_calendarkey": OWN,
    "partners_clearance": "who is named for a theme: asked wherever people are addressed, as WHO",
    "partners_contactpoint": "which desk a partner has for a theme: all who work here may know",
    "workflows_acceptance": FORMULE,
    "workflows_enforcementrow": FORMULE,
    "workflows_eventterm": "the policy of a gemeente on events, as it published",
    "workflows_formuleversion": FORMULE,
    "workflows_localsetting": FORMULE,
    "workflows_clashruling": "a ruling on two events of the calendar",
    "workflows_servicecapacity": "what a service can give events on a day; the calendar shows it",
    "workflows_regionalevent": "the calendar is for all who serve the region",
}
"""Tables that show something to who works no case: secretary, FG, administrator."""

ENGINE_NEEDS = "the engine makes and counts the steps of the one case that it moves (decision 0003)"
FOR_THE_ENGINE: dict[str, str] = {
    "casework_case": ENGINE_NEEDS,
    "casework_extension": ENGINE_NEEDS,
    "casework_participation": ENGINE_NEEDS,
    "casework_request": ENGINE_NEEDS,
    "workflows_caseprocess": ENGINE_NEEDS,
    "workflows_caseterm": ENGINE_NEEDS,
    "workflows_step": ENGINE_NEEDS,
    "workflows_step_previous": ENGINE_NEEDS,
    "workflows_termnotice": ENGINE_NEEDS,
    "workflows_termpause": ENGINE_NEEDS,
}
"""Tables that `engine_sees` opens: never what a partner put in."""

SEALS = "the sealer numbers and signs every trail, and reads no payload (decision 0016)"
OF_THE_SEALER: dict[tuple[str, str], str] = {
    ("audit_checkpoint", "read_to_seal"): SEALS,
    ("audit_checkpoint", "seal"): SEALS,
    ("audit_entry", "read_to_seal"): SEALS,
    ("audit_sealkey", "read_to_seal"): SEALS,
    ("audit_sealkey", "seal"): SEALS,
    ("audit_trailentry", "read_to_seal"): SEALS,
    ("audit_trailentry", "seal"): SEALS,
    ("audit_treenode", "read_to_seal"): SEALS,
    ("audit_treenode", "seal"): SEALS,
}
"""Policies of another role than the web's."""

BY_TRIGGER = "a trigger: takes nothing from the caller but the row that is being written"
PARTNER_LOG = "signed note and hashes of a partner's log in one's region, and no entry of it"
DEFINERS: dict[str, str] = {
    "aggression_quarter": "counts of a quarter that is over, rounded and without small ones, for "
    "the secretary of the gemeente itself",
    "audit_index_trail": BY_TRIGGER,
    "casework_change_class": BY_TRIGGER,
    "casework_check_known": "which partners know, written into the inquiry its caller just made",
    "casework_begin_emergency": BY_TRIGGER,
    "casework_closed_things": "that something is there and whose, to who has the overview",
    "audit_is_partner": PARTNER_LOG,
    "audit_partner_hashes": PARTNER_LOG,
    "audit_partner_head": PARTNER_LOG,
    "casework_add_nothing_to_blocked": BY_TRIGGER,
    "casework_correct_nothing_blocked": BY_TRIGGER,
    "casework_emergency_is_blocked": "of the emergency that one took and names: that it is over",
    "casework_end_blocked_emergencies": BY_TRIGGER,
    "casework_end_what_leans": BY_TRIGGER,
    "casework_end_with_case": BY_TRIGGER,
    "casework_ends_to_tell": "ids and moments of what ends, for the job that tells so; nobody acts",
    "casework_own_endings": "what the own organisation gave or got ends when: ids and moments",
    "casework_keep_to_arrangement": BY_TRIGGER,
    "casework_keep_to_consent": BY_TRIGGER,
    "disclosure_register": "what the own organisation gave or got: ids, grounds and moments",
    "casework_leaning": "case and receiver of what leans on one's own arrangement, for its end",
    "casework_end_participations": "ends what has reached its end, whoever calls; tells nothing",
    "casework_entry_needs_clearance": BY_TRIGGER,
    "casework_ask_for_nothing_blocked": BY_TRIGGER,
    "casework_keep_disclosure_request": BY_TRIGGER,
    "casework_keep_from_being_given": BY_TRIGGER,
    "casework_keep_to_weighing": BY_TRIGGER,
    "casework_need_clearance_of_thing": BY_TRIGGER,
    "casework_check_extension": BY_TRIGGER,
    "casework_destroy": "destroys what is due and was approved by two, whoever calls; tells a word",
    "casework_emptied": "ids of closed cases that one leads, may know, and that hold nothing more",
    "casework_give_in_open_case": BY_TRIGGER,
    "casework_forget_lapsed": "forgets what was looked for, past its term, and tells nothing",
    "casework_answer_right_once": BY_TRIGGER,
    "casework_apply_right": BY_TRIGGER,
    "casework_fan_out": BY_TRIGGER,
    "casework_fill_line": BY_TRIGGER,
    "casework_guard_item": BY_TRIGGER,
    "casework_guard_payload": BY_TRIGGER,
    "casework_is_answered": "whether all have answered, to the privacy officer who got the request",
    "casework_is_asked": "whether the own organisation has a part in a request",
    "casework_mirror_parties": BY_TRIGGER,
    "casework_index_words": BY_TRIGGER,
    "casework_need_clearance": BY_TRIGGER,
    "casework_note_theme": BY_TRIGGER,
    "casework_pass_clearance_on": BY_TRIGGER,
    "casework_pass_clearance_to": BY_TRIGGER,
    "casework_pass_clearance_to_offers": BY_TRIGGER,
    "casework_retain_with_decision": BY_TRIGGER,
    "casework_undisclosed": (
        "that a partner put something in, to who has the overview: key, whose and when, no more"
    ),
    "casework_search": "keys of what one takes part in, made or got; the walls judge each row",
    "casework_unjudged": "which emergencies nobody judged, for the job that reminds; ids alone",
    "casework_refuse_list": BY_TRIGGER,
    "casework_refuse_restricted": BY_TRIGGER,
    "casework_retain_again": BY_TRIGGER,
    "casework_retain_item": BY_TRIGGER,
    "casework_reference_of_own": "the case of what is one's own, to correct it after one left",
    "casework_rights_records": "what tells one record of the own organisation from another, to its "
    "privacy officer; of what is for named people only that it is there",
    "casework_rights_rectified": "ids of what a granted rectification led to, and for whom, to the "
    "privacy officer who granted it",
    "casework_rights_to_tell": "ids of parts that wait, for the job that tells their officers",
    "casework_sign_list": BY_TRIGGER,
    "casework_to_destroy": "ids alone, for the job: what two approved, and who approved it",
    "notifications_forget": BY_TRIGGER,
    "notifications_number": BY_TRIGGER,
    "notifications_shut_again": BY_TRIGGER,
    "notifications_shut_gone": BY_TRIGGER,
    "notifications_shut_new": BY_TRIGGER,
    "partners_api_key_holder": "whose key is shown, to who shows the whole digest of it",
    "partners_calendar_key_holder": "whose key is shown, to who shows the whole digest of it",
    "partners_end_clearances": "ends what has reached its day, whoever calls; tells nothing",
    "partners_keep_clearances": BY_TRIGGER,
    "partners_mirror_clearances": BY_TRIGGER,
    "term_cases": "ids of cases and leads in which something runs, for a job alone; no contents",
    "term_watch": "ids and moments of what is due, for the job that warns; no contents",
    "throughput": "counts, rounded and without small ones, of the regions one serves",
}
"""Functions that run as the owner and so look past the walls."""

ACTING_JOBS: dict[str, str] = {
    "casework.remind_unjudged": "the privacy officer who has to judge, one at a time",
    "notifications.deliver_checkpoint": "a privacy officer of the organisation whose log it is",
    "casework.watch_endings": "who must hear that access ends, one organisation at a time",
    "casework.watch_rights": "the privacy officer whose part it is, one at a time",
    "casework.destroy": "who approved the list, for one line at a time",
    "notifications.mail": "the person whose mail it is",
    "notifications.move_deadlines": "a coordinator of the lead, one case at a time",
    "notifications.send_checkpoints": "a privacy officer of each organisation, in turn",
    "notifications.watch_terms": "who must hear of a deadline, one at a time",
    "notifications.witness_logs": "a privacy officer of each organisation, in turn",
}
"""Jobs that act for somebody, and for whom."""

JOBS_OF_NOBODY: dict[str, str] = {
    "casework.end_participations": "calls one function of the database, which takes no argument",
    "casework.end_clearances": "calls one function of the database, which takes no argument",
    "notifications.remove_old": "deletes jobs that are done",
    "notifications.retry_stalled": "makes jobs of a killed worker wait again",
}
"""Jobs without an actor: what they do instead."""

SOCKETS: dict[str, str] = {
    "notifications.consumers.NotificationConsumer": "who is behind the session, asked each time",
    "channels.security.websocket.WebsocketDenier": "nobody: turns away at every other address",
}
"""Consumers, and for whom they act."""
