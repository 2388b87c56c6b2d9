"""Nouns of the case, a file each."""

from casework.models.arrangement import Arrangement
from casework.models.ave import AvePhase, AvePhaseNumber, AveReason, AveRule
from casework.models.blockade import Blockade
from casework.models.case import LOOK_BACK, Case, CaseNumber, Priority, Stage
from casework.models.class_change import ClassChange
from casework.models.commitment import Commitment
from casework.models.consent import Consent
from casework.models.contribution import NAMED_CLASSES, Contribution, InformationClass
from casework.models.correction import Correction, CorrectionNotice, ErrorReport
from casework.models.decision import Decision, Measure
from casework.models.destruction import (
    DestructionLine,
    DestructionList,
    FileRemoval,
    TombstoneReader,
)
from casework.models.disclosure import Disclosure
from casework.models.disclosure_request import (
    DisclosureQuestion,
    DisclosureRequest,
    RefusalGround,
)
from casework.models.document import Document, ScanResult
from casework.models.emergency import Emergency
from casework.models.end_notice import EndingKind, EndNotice
from casework.models.escalation import Escalation, StepDown
from casework.models.handover import Handover
from casework.models.inquiry import Inquiry
from casework.models.ladder import Level
from casework.models.meeting import AgendaItem, Meeting, MeetingSeat
from casework.models.outcome import Outcome
from casework.models.participation import Part, Participation
from casework.models.payload_rule import PayloadRule
from casework.models.referral import Referral
from casework.models.request import Extension, Request
from casework.models.retention import RetentionExtension, RetentionHold, RetentionRule
from casework.models.rights import RightsItem, RightsRequest, RightsShare
from casework.models.subject import Subject, SubjectKind
from casework.models.submission import Submission
from casework.models.waterbed import SignalReceipt, WaterbedOrigin, WaterbedSignal
from casework.models.weighing import Weighing

__all__ = [
    "LOOK_BACK",
    "NAMED_CLASSES",
    "AgendaItem",
    "Arrangement",
    "AvePhase",
    "AvePhaseNumber",
    "AveReason",
    "AveRule",
    "Blockade",
    "Case",
    "CaseNumber",
    "ClassChange",
    "Commitment",
    "Consent",
    "Contribution",
    "Correction",
    "CorrectionNotice",
    "Decision",
    "DestructionLine",
    "DestructionList",
    "Disclosure",
    "DisclosureQuestion",
    "DisclosureRequest",
    "Document",
    "Emergency",
    "EndNotice",
    "EndingKind",
    "ErrorReport",
    "Escalation",
    "Extension",
    "FileRemoval",
    "Handover",
    "InformationClass",
    "Inquiry",
    "Level",
    "Measure",
    "Meeting",
    "MeetingSeat",
    "Outcome",
    "Part",
    "Participation",
    "PayloadRule",
    "Priority",
    "Referral",
    "RefusalGround",
    "Request",
    "RetentionExtension",
    "RetentionHold",
    "RetentionRule",
    "RightsItem",
    "RightsRequest",
    "RightsShare",
    "ScanResult",
    "SignalReceipt",
    "Stage",
    "StepDown",
    "Subject",
    "SubjectKind",
    "Submission",
    "TombstoneReader",
    "WaterbedOrigin",
    "WaterbedSignal",
    "Weighing",
]
