"""Why not? The rules about steps; see casework.policies for the form they take."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from viewflow.workflow.status import STATUS

from casework.handover_policies import why_not_end_participation
from casework.models import Case, Participation
from casework.policies import why_not_come_near, why_not_take_part
from partners.actor import Actor
from partners.models import Kind, Membership, Organisation, Role
from workflows.awb_terms import DECISION
from workflows.models import CaseProcess, CaseTerm, Step


def why_not_see_step(actor: Actor, step: Step) -> str | None:
    if (refusal := why_not_take_part(actor, step.case)) is not None:
        return refusal
    if step.holder_id == actor.organisation_id:
        return None
    if actor.organisation_id in step.case.overview_ids:
        return None
    return _("Uw organisatie ziet in deze zaak alleen haar eigen taken.")


def why_not_see_case_term(actor: Actor, term: CaseTerm) -> str | None:
    return why_not_take_part(actor, term.case)


def why_not_keep_equalled_days(actor: Actor) -> str | None:
    if actor.role != Role.ADMINISTRATOR:
        return _("Alleen een functioneel beheerder houdt de gelijkgestelde dagen bij.")
    return None


def why_not_view_aggression(actor: Actor) -> str | None:
    """Its twin is the database function `aggression_quarter`, which asks the same."""
    if actor.role != Role.SECRETARY or actor.organisation.kind != Kind.GEMEENTE:
        return _("Het kwartaalrapport is voor de gemeentesecretaris, van de eigen gemeente.")
    return None


def why_not_do_step(actor: Actor, step: Step) -> str | None:
    if (refusal := why_not_see_step(actor, step)) is not None:
        return refusal
    if step.holder_id != actor.organisation_id:
        return _("Deze taak ligt bij een andere organisatie.")
    if step.role != actor.role:
        return _("Deze taak is voor: %(role)s.") % {"role": Role(step.role).label}
    if step.mandate not in ("", actor.membership.mandate):
        return _("Deze taak is voor wie dit mandaat heeft: %(mandate)s.") % {
            "mandate": step.mandate
        }
    return None


def why_not_move_decision_term(actor: Actor, case: Case) -> str | None:
    """Awb 4:14 to 4:17: who accounts for the case says what happens to its term."""
    if (refusal := why_not_take_part(actor, case)) is not None:
        return refusal
    if actor.organisation_id != case.lead_id or actor.role != Role.COORDINATOR:
        return _("Alleen een IV-coördinator van de regiehouder verandert de beslistermijn.")
    if not CaseTerm.objects.running().filter(case=case, code=DECISION).exists():
        return _("Er loopt in deze zaak geen beslistermijn.")
    return None


def why_not_carry_out(case: Case) -> str | None:
    """Awb 8:81: while an injunction suspends the decision, its effect waits."""
    if case.process.has_open("suspension"):
        return _(
            "De rechter heeft het besluit geschorst. Voer het pas uit als de schorsing is "
            "geëindigd en dat is vastgelegd bij “Schorsing bewaken”."
        )
    return None


def why_not_report(
    actor: Actor, reporters: frozenset[Kind] | None = None, clearance: str = ""
) -> str | None:
    """`reporters` are the kinds of partner that begin a case of one theme; None is any theme.

    `clearance` is the theme, where its cases are restricted.
    """
    if actor.role not in (Role.COORDINATOR, Role.LIAISON):
        return _("Alleen een IV-coördinator of liaison kan een zaak melden.")
    if reporters is not None and actor.organisation.kind not in reporters:
        return _("Uw organisatie meldt geen zaken van dit thema.")
    return why_not_come_near(actor, clearance)


def why_not_take_over(process: CaseProcess, receiver: Organisation, at: datetime) -> str | None:
    """Whether `receiver` can do what the case asks of its lead from here on.

    A gemeente works on a formule that its manager accepted, and on no other.
    """
    accepted = process.formule_version.acceptances.filter(organisation=receiver)
    if receiver.kind == Kind.GEMEENTE and not accepted.exists():
        return _("Uw gemeente heeft de formule van deze zaak niet aanvaard.")
    there = Membership.objects.in_force(timezone.localdate(at)).filter(organisation=receiver)
    open_steps = process.step_set.filter(holder=process.case.lead_id, status=STATUS.NEW)
    for role in sorted(set(open_steps.values_list("role", flat=True))):
        if not there.filter(role=role).exists():
            return _(
                "Er staat een taak open voor een rol die uw organisatie niet heeft: %(role)s."
            ) % {"role": Role(role).label}
    return None


def why_not_let_go(actor: Actor, participation: Participation) -> str | None:
    """Whether a participation may end: also when the partner has done its steps."""
    if (refusal := why_not_end_participation(actor, participation)) is not None:
        return refusal
    steps = Step.objects.filter(case=participation.case_id, holder=participation.organisation_id)
    if steps.filter(status=STATUS.NEW).exists():
        return _("Er staat nog een taak open bij deze partner.")
    return None
