"""The Awb track: keep the view of those concerned, and follow the objection to its end."""

from workflows.forms.objection import DECISIONS
from workflows.services.deed import Deed
from workflows.services.measure import rule


def hear(deed: Deed) -> str:
    """Awb 4:7 to 4:9: those concerned are heard, in the form that they choose."""
    return keep(deed)


def keep(deed: Deed) -> str:
    """Objection, appeal and injunction are acts of others; the lead keeps what came of them."""
    deed.contribute()
    return deed.form.outcome()


def decide_objection(deed: Deed) -> str:
    """Awb 7:10: postponing and a withdrawal are kept, and only a decision is one."""
    if deed.form.outcome() in DECISIONS:
        return rule(deed, "objection").outcome
    return keep(deed)
