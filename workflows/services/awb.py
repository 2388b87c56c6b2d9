"""The Awb track: keep the view of those concerned, and follow the objection."""

from workflows.services.deed import Deed


def hear(deed: Deed) -> str:
    """Awb 4:7 to 4:9: those concerned are heard, in the form that they choose."""
    deed.contribute()
    return deed.form.outcome()


def follow_objection(deed: Deed) -> str:
    """Awb 6:7: how the objection and a request for an injunction ended."""
    deed.contribute()
    return deed.form.outcome()
