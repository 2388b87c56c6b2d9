"""To which rows an organisation is entitled, table by table, as the design says it.

Written from who takes part and what was disclosed, not from what the walls lean on: the owner of
the database runs these conditions, for the organisation `%(org)s` and the person `%(person)s`, who
is cleared for the themes `%(clearances)s`.
"""

# ruff: noqa: S608  put together from constants alone
OPEN = """{case} IN (SELECT id FROM casework_case
    WHERE NOT is_restricted OR theme = ANY (%(clearances)s))"""
CLEARED = "{case} IN (SELECT id FROM casework_case WHERE theme = ANY (%(clearances)s))"
TAKES_PART = f"""({{case}} IN (SELECT case_id FROM casework_participation
    WHERE organisation_id = %(org)s AND until IS NULL) AND {OPEN})"""
OVERSEES = f"""({{case}} IN (SELECT case_id FROM casework_participation
    WHERE organisation_id = %(org)s AND until IS NULL AND has_overview) AND {OPEN})"""
LEADS = f"""{{case}} IN (SELECT id FROM casework_case WHERE lead_id = %(org)s)
    AND {TAKES_PART}"""
GOT = f"""id IN (SELECT {{thing}}_id FROM casework_disclosure d
    WHERE d.receiver_id = %(org)s AND d.withdrawn_at IS NULL
      AND (d.valid_until IS NULL OR d.valid_until > now())
      AND (d.receiver_ids = '{{{{}}}}' OR %(person)s = ANY (d.receiver_ids))
      AND {TAKES_PART.format(case="d.case_id")})"""

KEEPS = f"""(id IN (SELECT p.case_id FROM casework_participation p
    JOIN casework_case c ON c.id = p.case_id
    WHERE p.organisation_id = %(org)s AND p.until >= c.closed_at AND (
        EXISTS (SELECT FROM casework_contribution o
            WHERE o.case_id = c.id AND o.organisation_id = %(org)s)
        OR EXISTS (SELECT FROM casework_subject o
            WHERE o.case_id = c.id AND o.organisation_id = %(org)s)))
    AND {OPEN.format(case="id")})"""
CASE = f"({TAKES_PART.format(case='id')} OR {KEEPS})"
MINE = f"organisation_id = %(org)s AND {OPEN.format(case='case_id')}"
READABLE = f"""(information_class NOT IN ('X', 'H', 'W')
    OR {CLEARED.format(case="case_id")})"""
NAMED = """SELECT id FROM casework_{thing}
    WHERE information_class IN ('X', 'H', 'W') AND case_id NOT IN (
        SELECT id FROM casework_case WHERE theme = ANY (%(clearances)s))"""
OF_CASE = TAKES_PART.format(case="case_id")
OVERSEEN = OVERSEES.format(case="case_id")
CONTRIBUTION = f"({MINE} OR {GOT.format(thing='contribution')}) AND {READABLE}"
SUBJECT = f"({MINE} OR {GOT.format(thing='subject')}) AND {READABLE}"
REQUEST = f"(%(org)s IN (asker_id, asked_id) AND {OF_CASE})"
ENDS = f"""(%(org)s IN (asker_id, holder_id) AND {OF_CASE}
    AND (contribution_id IS NULL OR contribution_id NOT IN
        ({NAMED.format(thing="contribution")}))
    AND (subject_id IS NULL OR subject_id NOT IN ({NAMED.format(thing="subject")})))"""
JUDGED = f"""{MINE}
    AND (contribution_id IS NULL OR contribution_id NOT IN
        ({NAMED.format(thing="contribution")}))
    AND (subject_id IS NULL OR subject_id NOT IN ({NAMED.format(thing="subject")}))"""
INVITED = "%(org)s = ANY (invited_ids)"
OF_MEETING = f"meeting_id IN (SELECT id FROM casework_meeting WHERE {INVITED})"
GOT_SIGNAL = "(gemeente_id = %(org)s OR %(org)s = ANY (receiver_ids))"
GAVE_SIGNAL = """signal_id IN (
    SELECT id FROM casework_waterbedsignal WHERE gemeente_id = %(org)s)"""
STEP = f"(holder_id = %(org)s AND {OF_CASE} OR {OVERSEEN})"
OF_THING = f"""{OPEN.format(case="case_id")}
    AND (contribution_id IS NULL OR contribution_id NOT IN ({NAMED.format(thing="contribution")}))
    AND (subject_id IS NULL OR subject_id NOT IN ({NAMED.format(thing="subject")}))"""

ENTITLED = {
    "casework_case": CASE,
    "casework_participation": f"({MINE} OR {OVERSEEN})",
    "casework_subject": SUBJECT,
    "casework_contribution": CONTRIBUTION,
    "casework_classchange": f"""contribution_id IN (
        SELECT id FROM casework_contribution WHERE {CONTRIBUTION})""",
    "casework_document": f"""contribution_id IN (
        SELECT id FROM casework_contribution WHERE {CONTRIBUTION}
            AND (withdrawn_at IS NULL OR organisation_id = %(org)s))""",
    "casework_disclosure": f"""%(org)s IN (sender_id, receiver_id)
        AND {OPEN.format(case="case_id")}
        AND (contribution_id IS NULL OR contribution_id NOT IN
            ({NAMED.format(thing="contribution")}))
        AND (subject_id IS NULL OR subject_id NOT IN ({NAMED.format(thing="subject")}))""",
    "casework_disclosurerequest": ENDS,
    "casework_disclosurequestion": f"""request_id IN (
        SELECT id FROM casework_disclosurerequest WHERE {ENDS})""",
    "casework_blockade": JUDGED,
    "casework_consent": f"""%(org)s IN (holder_id, authority_id) AND {OF_CASE}
        AND (contribution_id IS NULL OR contribution_id NOT IN
            ({NAMED.format(thing="contribution")}))
        AND (subject_id IS NULL OR subject_id NOT IN ({NAMED.format(thing="subject")}))""",
    "casework_weighing": JUDGED,
    "casework_handover": f"%(org)s IN (sender_id, receiver_id) AND {OPEN.format(case='case_id')}",
    "casework_request": REQUEST,
    "casework_extension": f"request_id IN (SELECT id FROM casework_request WHERE {REQUEST})",
    "casework_decision": f"""({MINE} OR contribution_id IN (
            SELECT id FROM casework_contribution WHERE {MINE}))
        AND contribution_id NOT IN ({NAMED.format(thing="contribution")})""",
    "casework_commitment": f"(party_id = %(org)s AND {OF_CASE} OR {OVERSEEN})",
    "casework_escalation": f"(addressee_id = %(org)s AND {OF_CASE} OR {OVERSEEN})",
    "casework_correction": f"{MINE} AND {OF_THING}",
    "casework_correctionnotice": f"%(org)s IN (sender_id, receiver_id) AND {OF_THING}",
    "casework_errorreport": f"%(org)s IN (reporter_id, holder_id) AND {OF_THING}",
    "casework_stepdown": OVERSEEN,
    "casework_referral": f"({MINE} AND {OF_CASE} OR {OVERSEEN})",
    "casework_avephase": OVERSEEN,
    "casework_meeting": INVITED,
    "casework_meetingseat": OF_MEETING,
    "casework_agendaitem": f"({OF_MEETING} AND {OF_CASE})",
    "casework_waterbedsignal": GOT_SIGNAL,
    "casework_waterbedorigin": GAVE_SIGNAL,
    "casework_signalreceipt": f"(gemeente_id = %(org)s OR {GAVE_SIGNAL})",
    "casework_retentionextension": f"""organisation_id = %(org)s
        AND (contribution_id IS NULL OR contribution_id IN (
            SELECT id FROM casework_contribution WHERE {CONTRIBUTION}))
        AND (subject_id IS NULL OR subject_id IN (
            SELECT id FROM casework_subject WHERE {SUBJECT}))""",
    "casework_retentionhold": MINE,
    "casework_tombstonereader": "organisation_id = %(org)s",
    "casework_outcome": LEADS.format(case="case_id"),
    "workflows_caseprocess": OF_CASE,
    "workflows_move": LEADS.format(case="case_id"),
    "workflows_caseterm": OF_CASE,
    "workflows_termpause": f"""term_id IN (
        SELECT id FROM workflows_caseterm WHERE {OF_CASE})""",
    "workflows_step": STEP,
    "workflows_step_previous": f"from_step_id IN (SELECT id FROM workflows_step WHERE {STEP})",
}
