"""The ways in which an act or a look is refused; each is mapped to an answer once, at the edge."""

from django.http import Http404


class Refused(Exception):
    """A policy said why not; `reason` is a plain sentence for the person."""

    def __init__(self, reason: str, *, object_type: str = "", object_id: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.object_type = object_type
        self.object_id = object_id


class Hidden(Http404):
    """Unknown or forbidden: to an outsider these look the same."""

    def __init__(self, object_type: str, object_id: object) -> None:
        super().__init__()
        self.object_type = object_type
        self.object_id = str(object_id)


class Destroyed(Exception):
    """It was there and was destroyed; `reason` says when and on which ground, to who knew it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Conflict(Exception):
    """Someone was first, or the thing moved on; `reason` says who and when."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unrecorded(Exception):
    """The trail takes no entry: what was asked is neither done nor shown (no entry, no act)."""


def require(why_not: str | None, *, object_type: str = "", object_id: object = "") -> None:
    """Turn the answer of a policy into a refusal.

    :raises Refused: when the policy gave a reason.
    """
    if why_not is not None:
        raise Refused(why_not, object_type=object_type, object_id=str(object_id))
