"""The one error that is a message to whoever started us, and not a bug."""


class CannotStart(Exception):
    """Says in plain words what is wrong and what to do about it."""
