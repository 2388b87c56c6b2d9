"""The case begins with politie: a signal, a look on the spot, a report that may come back."""

from django.utils.translation import gettext_lazy as _
from viewflow import this
from viewflow.workflow import flow

from casework.models import Stage
from partners.models import Role
from workflows.forms.intake import WeighForm
from workflows.forms.police import ReportForm, SupplementForm, VisitForm
from workflows.holders import lead, police
from workflows.nodes import Start, Work, came_to
from workflows.prefill import from_report
from workflows.services import intake, reporting


class PoliceReport:
    """Nothing reaches the gemeente before politie reports (Wpg 16 lid 1 onder c)."""

    start = Start().Next(this.visit)
    # fmt: off
    visit = Work(
        _("Onderzoek ter plaatse"), by=Role.LIAISON, of=police, stage=Stage.SIGNAL,
        form=VisitForm, does=reporting.visit,
    ).Next(this.visited)
    visited = (
        flow.If(came_to("visit", "found")).Then(this.report).Else(this.nothing_found)
    )
    report = Work(
        _("Bestuurlijke rapportage opmaken"), by=Role.LIAISON, of=police, stage=Stage.SIGNAL,
        form=ReportForm, does=reporting.send_report,
    ).Next(this.open_case)
    weigh = Work(
        _("Rapportage toetsen"), by=Role.COORDINATOR, of=lead, stage=Stage.INTAKE,
        form=WeighForm, does=intake.weigh, prefill=from_report,
    ).Next(this.weighed)
    weighed = (
        flow.Switch()
        .Case(this.supplement, came_to("weigh", "incomplete"))
        .Case(this.refrain, came_to("weigh", "no_power"))
        .Default(this.ask_partners)
    )
    supplement = Work(
        _("Rapportage aanvullen"), by=Role.LIAISON, of=police, stage=Stage.INTAKE,
        form=SupplementForm, does=reporting.send_report,
    ).Next(this.weigh)
    # fmt: on
    nothing_found = flow.End()
