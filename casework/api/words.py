"""The Dutch words of the API for what the case holds as codes."""

from casework.models import Extension, Part, Priority, Request, Stage

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
