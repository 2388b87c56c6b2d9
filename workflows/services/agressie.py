"""Aggression against people of the gemeente: receive, react, file, and hear how it goes on."""

from django.utils.translation import gettext as _

from casework.models import Part
from casework.services import participations
from workflows.desks import desk_of
from workflows.services.deed import Deed
from workflows.services.measure import rule
from workflows.services.notices import notice
from workflows.services.sharing import share

FILED = ("facts", "anonymity")
"""What of the form goes to politie and OM."""


def keep(deed: Deed) -> str:
    deed.contribute()
    return deed.form.outcome()


def decide_area_ban(deed: Deed) -> str:
    return rule(deed, "area-ban").outcome


def file(deed: Deed) -> str:
    """A3: politie and OM take part from the filing on, and get what it says: no more."""
    deed.contribute()
    outcome = deed.form.outcome()
    if outcome == "filed":
        for kind in deed.form.lets_in:
            participations.begin(
                case=deed.case,
                organisation=desk_of(deed.case, kind).organisation,
                part=Part.ASKED,
                has_overview=False,
                actor=deed.actor,
                at=deed.at,
            )
        told = [(one, str(deed.form.fields[one].label), _shown(deed, one)) for one in FILED]
        share(deed, notice(deed, _("Aangifte"), told), "filing")
    return outcome


def tell_progress(deed: Deed) -> str:
    """A4: each time politie has news, the employer hears it."""
    share(deed, deed.contribute(), "progress")
    return deed.form.outcome()


def tell_prosecution(deed: Deed) -> str:
    """A4: each time the OM has news, under its own law."""
    share(deed, deed.contribute(), "progress_om")
    return deed.form.outcome()


def _shown(deed: Deed, name: str) -> str:
    answers = {item["name"]: str(item["answer"]) for item in deed.form.content()}
    return answers[name]
