"""Why not? The rules about steps; see casework.policies for the form they take."""

from django.utils.translation import gettext as _

from casework.models import Case
from casework.policies import why_not_see_case
from partners.actor import Actor
from partners.models import Kind, Role
from workflows.awb_terms import DECISION
from workflows.models import CaseTerm, Step


def why_not_see_step(actor: Actor, step: Step) -> str | None:
    if (refusal := why_not_see_case(actor, step.case)) is not None:
        return refusal
    if step.holder_id == actor.organisation_id:
        return None
    if actor.organisation_id in step.case.overview_ids:
        return None
    return _("Uw organisatie ziet in deze zaak alleen haar eigen taken.")


def why_not_see_case_term(actor: Actor, term: CaseTerm) -> str | None:
    return why_not_see_case(actor, term.case)


def why_not_keep_equalled_days(actor: Actor) -> str | None:
    if actor.role != Role.ADMINISTRATOR:
        return _("Alleen een functioneel beheerder houdt de gelijkgestelde dagen bij.")
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
    if (refusal := why_not_see_case(actor, case)) is not None:
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


def why_not_report(actor: Actor, reporters: frozenset[Kind] | None = None) -> str | None:
    """`reporters` are the kinds of partner that begin a case of one theme; None is any theme."""
    if actor.role not in (Role.COORDINATOR, Role.LIAISON):
        return _("Alleen een IV-coördinator of liaison kan een zaak melden.")
    if reporters is not None and actor.organisation.kind not in reporters:
        return _("Uw organisatie meldt geen zaken van dit thema.")
    return None
