"""J1 and J2: politie estimates, the mayor judges, and politie hears which measures there are."""

from datetime import date

from django.utils.translation import gettext as _

from workflows.services.deed import Deed
from workflows.services.measure import rule
from workflows.services.notices import notice, shown
from workflows.services.sharing import share


def assess(deed: Deed) -> str:
    """J1: what politie thinks of it reaches the mayor's people alone."""
    share(deed, deed.contribute(), "assessment")
    return deed.form.outcome()


def judge(deed: Deed) -> str:
    """J1 and J2: the reasons stay with the gemeente; politie gets the measures."""
    until: date | None = deed.answers["ban_until"]
    decision = rule(deed, "unrest", effective_until=until)
    if decision.outcome == "measures":
        field = deed.form.fields["measures"]
        labels = dict(field.choices)  # type: ignore[attr-defined]  # a MultipleChoiceField
        chosen = [str(labels[one]) for one in deed.answers["measures"]]
        answers = [("measures", str(field.label), ", ".join(chosen))]
        if until:
            answers.append(("ban_until", _("Gebiedsverbod tot en met"), shown(until)))
        told = notice(deed, _("Maatregelen tegen onrust"), answers)
        share(deed, told, "measures")
    return decision.outcome
