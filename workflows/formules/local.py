"""What a gemeente set differently from the formule, on a day."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from partners.models import Organisation
from workflows.formules.adjustable import BY_NAME, DECLARED
from workflows.formules.formule import StepTerm
from workflows.formules.shape import is_length
from workflows.models import LocalSetting, Step
from workflows.terms import Length


def setting(lead: Organisation | int, name: str, day: date) -> LocalSetting | None:
    """The one in force; None where the gemeente follows the formule.

    :raises KeyError: when the name is not declared.
    """
    declared = BY_NAME[name]
    rows = LocalSetting.objects.in_force(day).filter(organisation=lead, name=declared.name)
    return rows.exclude(value="").first()


def settings_of(lead: Organisation, day: date) -> dict[str, LocalSetting]:
    """All that the gemeente set, by name."""
    names = [one.name for one in DECLARED]
    rows = LocalSetting.objects.in_force(day).filter(organisation=lead, name__in=names)
    return {one.name: one for one in rows.exclude(value="")}


def term_of(step: Step, came_on: date) -> StepTerm | None:
    """The term of a step that came that day: of the formule, or what the gemeente had set for it.

    A statutory term is the law's: no gemeente sets it.
    """
    node = step.flow_task.name
    term = step.process.formule.terms.get(node)
    name = f"{step.case.theme}-{node}"
    if term is None or term.is_statutory or name not in BY_NAME:
        return term
    own = setting(step.case.lead_id, name, came_on)
    if own is None or not is_length(own.value):
        return term
    source = _("Plaatselijke instelling: %(source)s") % {"source": own.source}
    return replace(term, length=Length.parse(own.value), source=source)
