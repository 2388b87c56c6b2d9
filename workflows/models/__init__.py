"""Nouns of the workflows, a file each."""

from workflows.models.acceptance import Acceptance
from workflows.models.case_process import CaseProcess
from workflows.models.case_term import CaseTerm, TermPause
from workflows.models.enforcement_row import EnforcementRow, Premises, Substance
from workflows.models.equalled_day import EqualledDay, EqualledDaysChange
from workflows.models.event_term import EventClass, EventTerm
from workflows.models.formule_version import FormuleVersion, Status
from workflows.models.local_setting import LocalSetting
from workflows.models.move import Move
from workflows.models.regional_event import ClashRuling, EventStatus, RegionalEvent, Resolution
from workflows.models.service_capacity import Service, ServiceCapacity
from workflows.models.step import Step
from workflows.models.term_notice import TermNotice
from workflows.models.triage_moment import TriageMoment, Weekday

__all__ = [
    "Acceptance",
    "CaseProcess",
    "CaseTerm",
    "ClashRuling",
    "EnforcementRow",
    "EqualledDay",
    "EqualledDaysChange",
    "EventClass",
    "EventStatus",
    "EventTerm",
    "FormuleVersion",
    "LocalSetting",
    "Move",
    "Premises",
    "RegionalEvent",
    "Resolution",
    "Service",
    "ServiceCapacity",
    "Status",
    "Step",
    "Substance",
    "TermNotice",
    "TermPause",
    "TriageMoment",
    "Weekday",
]
