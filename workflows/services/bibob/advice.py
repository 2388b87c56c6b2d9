"""B6 to B8: ask the Bureau, keep what it says, test it."""

from django.utils.translation import gettext as _

from casework.models import InformationClass
from workflows.services.bibob import clock
from workflows.services.deed import Deed
from workflows.services.notices import fact
from workflows.services.sharing import share


def request(deed: Deed) -> str:
    """The OM, where it takes part, hears that advice was asked, and nothing of why."""
    deed.contribute()
    clock.lbb_begins(deed, deed.answers["requested_on"])
    told = fact(
        deed,
        _("Bericht van adviesaanvraag"),
        _("De gemeente heeft het LBB om advies gevraagd."),
        on=deed.answers["requested_on"],
        information_class=InformationClass.B,
    )
    share(deed, told, "advice_asked")
    return deed.form.outcome()


def receive(deed: Deed) -> str:
    deed.contribute()
    event, on = deed.form.outcome(), deed.answers["on"]
    if event == "extra":
        clock.lbb_pauses(deed, on)
    elif event == "supplied":
        clock.lbb_goes_on(deed, on)
    elif event == "extended":
        clock.lbb_extends(deed)
    else:
        clock.lbb_answered(deed, on)
    return event


def test(deed: Deed) -> str:
    deed.contribute()
    return deed.form.outcome()
