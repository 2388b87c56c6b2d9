"""Which running cases can move to a version, and why the others cannot; nothing is changed."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from viewflow.workflow.status import STATUS

from casework.models import Case, Request
from partners.actor import Actor
from partners.models import Kind, Role
from workflows.models import CaseProcess, FormuleVersion, Status, Step


@dataclass(frozen=True)
class Candidate:
    process: CaseProcess
    why_not: str | None


def why_not_move_cases(actor: Actor, target: FormuleVersion) -> str | None:
    """Who leads the cases moves them, to a version that holds and that its gemeente accepted."""
    if actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator verplaatst de zaken van de eigen gemeente.")
    if target.status != Status.ADOPTED:
        return _("Zaken gaan alleen naar een vastgestelde formule die niet vervangen is.")
    if not target.acceptances.filter(organisation=actor.organisation_id).exists():
        return _("Uw gemeente heeft deze formule nog niet aanvaard.")
    return None


def rehearse(actor: Actor, target: FormuleVersion) -> list[Candidate]:
    """All open cases of the theme that the actor's gemeente leads on another version."""
    partners = {one.kind for one in target.formule.partners}
    return [Candidate(process, _why_not(process, partners)) for process in _running(actor, target)]


def why_not_move(process: CaseProcess, target: FormuleVersion) -> str | None:
    """Judged again at the moment itself: the rehearsal may be old."""
    if process.case.closed_at is not None:
        return _("De zaak is afgesloten.")
    if process.formule_version_id == target.pk:
        return _("De zaak loopt al op deze versie.")
    return _why_not(process, {one.kind for one in target.formule.partners})


def why_not_undo(process: CaseProcess, to_version_id: int) -> str | None:
    if process.case.closed_at is not None:
        return _("De zaak is inmiddels afgesloten.")
    if process.formule_version_id != to_version_id:
        return _("De zaak is inmiddels opnieuw verplaatst.")
    return None


def _running(actor: Actor, target: FormuleVersion) -> "QuerySet[CaseProcess]":
    processes = CaseProcess.objects.filter(
        case__in=_led(actor), formule_version__theme=target.theme
    ).exclude(formule_version=target)
    return processes.select_related("case", "formule_version__region").prefetch_related(
        Prefetch(
            "case__requests",
            Request.objects.filter(status=Request.Status.OPEN).select_related("asked"),
            to_attr="open_requests",
        ),
        Prefetch(
            "step_set",
            Step.objects.filter(status=STATUS.NEW, holder__isnull=False),
            to_attr="open_steps",
        ),
    )


def _led(actor: Actor) -> "QuerySet[Case]":
    visible = Case.objects.visible_to(actor)
    return visible.filter(lead=actor.organisation_id, closed_at__isnull=True)


def _why_not(process: CaseProcess, partners: set[str]) -> str | None:
    parked = [step for step in process.open_steps if step.is_parked]  # type: ignore[attr-defined]
    if parked:
        return _("De zaak staat geparkeerd bij een stap die niet meer bestaat.")
    gone = [one for one in process.case.open_requests if one.asked.kind not in partners]  # type: ignore[attr-defined]
    if gone:
        partner = Kind(gone[0].asked.kind).label
        return _("Er staat een verzoek open bij een partner die hier ontbreekt: %(partner)s.") % {
            "partner": partner
        }
    return None
