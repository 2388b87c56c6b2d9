"""Why not? The rules about steps; see casework.policies for the form they take."""

from django.utils.translation import gettext as _

from casework.policies import why_not_come_near, why_not_see_case
from partners.actor import Actor
from partners.models import Kind, Role
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
