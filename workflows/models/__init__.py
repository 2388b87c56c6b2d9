"""Nouns of the workflows, a file each."""

from workflows.models.case_process import CaseProcess
from workflows.models.case_term import CaseTerm, TermPause
from workflows.models.enforcement_row import EnforcementRow, Premises, Substance
from workflows.models.equalled_day import EqualledDay
from workflows.models.formule_version import FormuleVersion
from workflows.models.step import Step
from workflows.models.term_notice import TermNotice
from workflows.models.triage_moment import TriageMoment, Weekday

__all__ = [
    "CaseProcess",
    "CaseTerm",
    "EnforcementRow",
    "EqualledDay",
    "FormuleVersion",
    "Premises",
    "Step",
    "Substance",
    "TermNotice",
    "TermPause",
    "TriageMoment",
    "Weekday",
]
