"""The Dutch words of the API for what the case holds as codes."""

from casework.models import (
    AgendaItem,
    DisclosureRequest,
    Emergency,
    Extension,
    MeetingSeat,
    Part,
    Priority,
    Request,
    SignalReceipt,
    Stage,
    WaterbedSignal,
)

STAGES = {
    Stage.SIGNAL: "signaal",
    Stage.INTAKE: "intake",
    Stage.ADVICE: "partners-gevraagd",
    Stage.WEIGHING: "afweging",
    Stage.DECISION: "besluit",
    Stage.EXECUTION: "uitvoering",
    Stage.EVALUATION: "evaluatie",
    Stage.CLOSED: "afgesloten",
}
PRIORITIES = {Priority.NORMAL: "gewoon", Priority.URGENT: "spoed"}
PARTS = {
    Part.LEAD: "regie",
    Part.REPORTER: "melder",
    Part.ASKED: "gevraagd",
    Part.INFORMED: "geinformeerd",
}
KINDS = {
    Request.Kind.INFORMATION: "informatie",
    Request.Kind.ADVICE: "advies",
    Request.Kind.MEASURE: "maatregel",
    Request.Kind.DECISION: "besluit",
}
REQUEST_STATUSES = {
    Request.Status.OPEN: "open",
    Request.Status.ANSWERED: "beantwoord",
    Request.Status.DECLINED: "geweigerd",
    Request.Status.OVERTAKEN: "ronde-gesloten",
}
EXTENSION_STATUSES = {
    Extension.Status.ASKED: "gevraagd",
    Extension.Status.GRANTED: "toegestaan",
    Extension.Status.REFUSED: "niet-toegestaan",
}
PURPOSES = {
    AgendaItem.Purpose.DISCUSS: "bespreken",
    AgendaItem.Purpose.PREPARE: "besluit-voorbereiden",
    AgendaItem.Purpose.NO_DECISION: "bespreken-geen-besluit",
}
OUTCOMES = {
    "": "nog-geen",
    AgendaItem.Outcome.AGREED: "afspraken-gemaakt",
    AgendaItem.Outcome.PREPARED: "besluit-voorbereid",
    AgendaItem.Outcome.ADJOURNED: "aangehouden",
    AgendaItem.Outcome.ESCALATED: "opschalen",
    AgendaItem.Outcome.REFERRED: "doorverwijzen",
    AgendaItem.Outcome.SETTLED: "geen-vervolg",
}
ATTENDANCE = {
    MeetingSeat.Attendance.UNKNOWN: "onbekend",
    MeetingSeat.Attendance.PRESENT: "aanwezig",
    MeetingSeat.Attendance.REPRESENTED: "vertegenwoordigd",
    MeetingSeat.Attendance.ABSENT: "afwezig",
}
SIGNALLED = {
    WaterbedSignal.Measure.REFUSAL: "weigering",
    WaterbedSignal.Measure.REVOCATION: "intrekking",
    WaterbedSignal.Measure.CLOSURE: "sluiting",
    WaterbedSignal.Measure.AREA_BAN: "gebiedsverbod",
    WaterbedSignal.Measure.EVENT_REFUSAL: "weigering-evenement",
    WaterbedSignal.Measure.OTHER: "anders",
}
RECEIPTS = {
    "": "nog-geen",
    SignalReceipt.Answer.NONE: "geen-effect",
    SignalReceipt.Answer.SEEN: "effect-gezien",
    SignalReceipt.Answer.DATA: "verzoek-om-gegevens",
}
EMERGENCIES = {
    Emergency.Kind.LIFE: "leven-of-gezondheid",
    Emergency.Kind.VIOLENCE: "dreigend-geweld",
    Emergency.Kind.MISSING: "vermissing",
    Emergency.Kind.ORDER: "openbare-orde",
}
VERDICTS = {
    "": "nog-geen",
    Emergency.Verdict.JUSTIFIED: "terecht",
    Emergency.Verdict.UNJUSTIFIED: "onterecht",
}
DISCLOSURE_STATUSES = {
    DisclosureRequest.Status.OPEN: "open",
    DisclosureRequest.Status.ASKED_BACK: "teruggevraagd",
    DisclosureRequest.Status.AUTHORITY: "bevoegd-gezag",
    DisclosureRequest.Status.GIVEN: "verstrekt",
    DisclosureRequest.Status.PARTIAL: "deels-verstrekt",
    DisclosureRequest.Status.REFUSED: "geweigerd",
    DisclosureRequest.Status.CONTRA: "contra-indicatie",
    DisclosureRequest.Status.WITHDRAWN: "ingetrokken",
}
