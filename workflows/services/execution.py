"""H10 to H12: carry the decision out, or refrain."""

from django.utils.translation import gettext as _

from casework.services import cases
from workflows.services.deed import Deed
from workflows.services.notices import fact
from workflows.services.sharing import share


def keep(deed: Deed) -> str:
    """A step that changes nothing but what is known."""
    deed.contribute()
    return deed.form.outcome()


def close_premises(deed: Deed) -> str:
    """H10: from the actual closure on, the landlord may dissolve the lease (BW 7:231 lid 2)."""
    deed.contribute()
    told = fact(
        deed,
        _("Bericht van feitelijke sluiting"),
        _("Het pand is gesloten."),
        on=deed.answers["closed_on"],
    )
    share(deed, told, "measure_notice")
    share(deed, told, "closure_notice")
    return deed.form.outcome()


def register_warning(deed: Deed) -> str:
    """H11: politie hears that a warning was given."""
    deed.contribute()
    told = fact(
        deed,
        _("Bericht van waarschuwing"),
        _("De gemeente heeft gewaarschuwd."),
        on=deed.answers["sent_on"],
    )
    share(deed, told, "measure_notice")
    return deed.form.outcome()


def refrain(deed: Deed) -> str:
    """H12: tell politie and OM that no measure follows, and close the case."""
    deed.contribute()
    told = fact(deed, _("Bericht: geen maatregel"), _("De gemeente ziet af van een maatregel."))
    share(deed, told, "measure_notice")
    cases.close(case=deed.case, actor=deed.actor, at=deed.at)
    return deed.form.outcome()
