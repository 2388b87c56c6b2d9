"""Every address of the product by name, and the things that the addresses of things lead to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, get_resolver, reverse

from tests.isolation.finding import (
    Things,
)

THING_OF = {
    "account_confirm_email": "key",
    "no_confirm_email_key": "key",
    "account_reset_password_from_key": "reset",
    "openid_connect_login": "provider",
    "openid_connect_callback": "provider",
    "mfa_remove_webauthn": "webauthn",
    "mfa_edit_webauthn": "webauthn",
    "case_report_theme": "theme",
    "calendar_feed": "calendar",
    "case": "case",
    "case_timeline": "case",
    "case_owner": "case",
    "case_steps": "case",
    "decision_term": "case",
    "case_formule": "case",
    "case_escalate": "case",
    "case_step_down": "case",
    "case_refer": "case",
    "contribution_correct": "contribution",
    "contribution_error": "contribution",
    "subject_correct": "subject",
    "subject_error": "subject",
    "error_report": "error",
    "correction_notice": "correction",
    "emergency_open": "case",
    "emergency": "emergency",
    "emergency_contents": "emergency",
    "emergency_end": "emergency",
    "emergency_judge": "emergency",
    "escalation": "escalation",
    "referral": "referral",
    "signal_give": "case",
    "signal": "signal",
    "signal_let_in": "receipt",
    "agenda_put": "case",
    "case_ave": "case",
    "agenda_outcome": "item",
    "rights_request": "rights",
    "rights_extend": "rights",
    "rights_answer": "rights",
    "rights_letter": "rights",
    "rights_send": "rights",
    "api_rights_answer": "rights",
    "destruction_list": "destruction",
    "destruction_decide": "destruction",
    "destruction_certificate": "destruction",
    "destruction_export": "destruction",
    "api_destruction_decide": "destruction",
    "case_retention": "case",
    "retention_hold": "case",
    "retention_lift": "case",
    "keep_longer": "contribution",
    "clearance_renew": "clearance",
    "clearance_end": "clearance",
    "meeting": "meeting",
    "meeting_move": "meeting",
    "meeting_cancel": "meeting",
    "meeting_hold": "meeting",
    "meeting_come": "meeting",
    "commitment_propose": "case",
    "commitment_settle": "commitment",
    "contribution_block": "contribution",
    "subject_block": "subject",
    "subject_disclose": "subject",
    "disclosure_request_contra": "asking",
    "consent_ask": "asking",
    "consent": "consent",
    "arrangement": "arrangement",
    "disclosure_ask": "case",
    "disclosure_request": "asking",
    "disclosure_request_give": "asking",
    "disclosure_request_part": "asking",
    "disclosure_request_refuse": "asking",
    "disclosure_request_ask_back": "asking",
    "disclosure_request_answer": "asking",
    "disclosure_request_withdraw": "asking",
    "handover_offer": "case",
    "handover": "handover",
    "handover_accept": "handover",
    "handover_refuse": "handover",
    "handover_revoke": "handover",
    "participation_end": "participation",
    "contribution": "contribution",
    "document_add": "contribution",
    "contribution_class": "contribution",
    "disclose": "contribution",
    "document_download": "document",
    "subject": "subject",
    "inquiry": "inquiry",
    "disclosure": "disclosure",
    "disclosure_extend": "disclosure",
    "step": "step",
    "request": "request",
    "request_answer": "request",
    "request_more_time": "request",
    "extension_settle": "extension",
    "event": "event",
    "event_change": "event",
    "event_clash": "event",
    "event_term": "class",
    "notification_open": "notification",
    "checkpoint_address_remove": "checkpoint address",
    "checkpoint_address_try": "checkpoint address",
    "formule": "formule",
    "formule_draft": "formule",
    "formule_edit": "formule",
    "formule_adopt": "formule",
    "formule_accept": "formule",
    "formule_delete": "formule",
    "formule_cases": "formule",
    "move_undo": "batch",
    "formule_export": "formule",
    "local_setting": "setting",
    "enforcement_row_end": "row",
    "trail_entry": "line",
    "trail_proof": "line",
    "api_activity": "activity",
    "api_disclosure_request": "asking",
    "api_disclosure_request_ruling": "asking",
    "api_case": "case",
    "api_contribution": "contribution",
    "api_meeting": "meeting",
    "api_request": "request",
    "api_request_answer": "request",
    "api_more_time": "request",
    "api_more_time_ruling": "request",
    "api_step": "step",
    "api_step_complete": "step",
    "api_notification_read": "notification",
}
"""What the part of an address that varies stands for."""
VARIABLE = re.compile(r"<(?:\w+:)?(\w+)>")

MISSING: Things = {
    "theme": "unknown",
    "case": "2026-VR21-999999",
    "contribution": UUID(int=1),
    "document": UUID(int=2),
    "disclosure": UUID(int=3),
    "asking": UUID(int=10),
    "consent": UUID(int=11),
    "arrangement": 999999,
    "request": UUID(int=4),
    "notification": UUID(int=5),
    "handover": UUID(int=6),
    "inquiry": UUID(int=10),
    "subject": 999999,
    "participation": 999999,
    "extension": 999999,
    "step": 999999,
    "commitment": 999999,
    "event": 999999,
    "class": "D",
    "checkpoint address": 999999,
    "webauthn": 999999,
    "item": 999999,
    "clearance": 999999,
    "signal": UUID(int=9),
    "receipt": 999999,
    "escalation": UUID(int=7),
    "emergency": UUID(int=10),
    "error": UUID(int=11),
    "correction": UUID(int=12),
    "referral": UUID(int=8),
    "meeting": UUID(int=6),
    "destruction": UUID(int=10),
    "rights": UUID(int=11),
    "formule": 999999,
    "batch": UUID(int=8),
    "setting": "hennep-nowhere",
    "row": 999999,
    "line": UUID(int=10),
    "activity": "zaken-1",
    "calendar": "onbekend",
    "key": "MQ:abc",
    "reset": "1-abc-def",
    "provider": "nobody",
}
"""There is none of these."""


@dataclass(frozen=True)
class Address:
    """`name` is the route itself where an address has no name, as some of allauth."""

    name: str
    route: str
    pattern: URLPattern

    def path(self, things: Things) -> str:
        if self.name == "/" + self.route:
            return self.name
        thing = THING_OF.get(self.name)
        if thing == "reset":
            uid, _dash, key = str(things["reset"]).partition("-")
            return reverse(self.name, kwargs={"uidb36": uid, "key": key})
        if thing is None:
            return reverse(self.name)
        variable = VARIABLE.search(self.route)
        assert variable is not None, f"{self.name} has nothing that varies"
        return reverse(self.name, kwargs={variable[1]: things[thing]})


def addresses() -> dict[str, Address]:
    found = {}
    for route, pattern in _walk(get_resolver().url_patterns):
        name = pattern.name or f"/{route}"
        assert name not in found, f"two addresses are called {name}"
        found[name] = Address(name, route, pattern)
    return found


def _walk(patterns: list[Any], before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLPattern):
            yield route, one
        else:
            yield from _walk(one.url_patterns, route)
