"""H10 to H12: carry the decision out, or refrain."""

from django.utils.translation import gettext as _

from casework.services import cases
from workflows.services.deed import Deed
from workflows.services.measure import notice
from workflows.services.sharing import share


def keep(deed: Deed) -> str:
    """A step that changes nothing but what is known: closing, costs, warning, objection."""
    deed.contribute()
    return deed.form.outcome()


def refrain(deed: Deed) -> str:
    """H12: tell politie and OM that no measure follows, and close the case."""
    deed.contribute()
    message = notice(
        deed,
        _("Bericht: geen maatregel"),
        [("fact", _("Feit"), _("De gemeente ziet af van een maatregel."))],
    )
    share(deed, message, "ruling")
    cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return deed.form.outcome()
