"""The one error that is a message to whoever started us, and not a bug."""


class CannotStart(Exception):  # noqa: N818  reads as a sentence where it is raised
    """Says in plain words what is wrong and what to do about it."""
