"""What a socket has to be told to bring it up to date: frames, and how far they bring it."""

from dataclasses import dataclass

from notifications import inbox
from notifications.admission import actor_behind
from notifications.models import Notification
from partners.acting import acting_as
from partners.actor import Actor

LONGEST_REPLAY = 200
"""Whoever missed more is better off loading the page again."""

Frame = dict[str, str | int]


@dataclass(frozen=True)
class Hello:
    """What the page says it has; both come from outside and may be anything."""

    epoch: object
    seq: object


@dataclass(frozen=True)
class Replay:
    """`seq` is empty before the page said what it has."""

    seq: int | None
    frames: list[Frame]
    actor: Actor


def greet(session_key: str | None, hello: Hello) -> Replay:
    """
    :raises TurnedAway: see `actor_behind`.
    """
    actor = actor_behind(session_key)
    with acting_as(actor):
        now = inbox.standing(actor.person.pk)
        seq = hello.seq
        if hello.epoch != now.epoch or type(seq) is not int or not 0 <= seq <= now.seq:
            return _resync(actor, now)
        since = _since(actor, seq)
    if since is None:
        return _resync(actor, now)
    return Replay(since.seq, [_welcome(now.epoch, seq), *since.frames], actor)


def catch_up(session_key: str | None, seq: int) -> Replay:
    """
    :raises TurnedAway: see `actor_behind`.
    """
    actor = actor_behind(session_key)
    with acting_as(actor):
        return _since(actor, seq) or _resync(actor, inbox.standing(actor.person.pk))


def stay(session_key: str | None) -> Replay:
    """Nothing to tell: whether the socket may stay.

    :raises TurnedAway: see `actor_behind`.
    """
    return Replay(None, [], actor_behind(session_key))


def _since(actor: Actor, seq: int) -> Replay | None:
    """None when it is too much, or when there is a hole because older ones were removed."""
    found = Notification.objects.of(actor.person).after(seq)[: LONGEST_REPLAY + 1]
    rows = list(found.values_list("seq", "kind", "case_reference"))
    last = seq + len(rows)
    if len(rows) > LONGEST_REPLAY or (rows and rows[-1][0] != last):
        return None
    return Replay(last, [_event(seq + 1 + n, *row[1:]) for n, row in enumerate(rows)], actor)


def _resync(actor: Actor, now: inbox.Standing) -> Replay:
    return Replay(now.seq, [_welcome(now.epoch, now.seq), {"type": "resync"}], actor)


def _event(seq: int, kind: str, case: str) -> Frame:
    return {"type": "event", "seq": seq, "kind": kind, "case": case}


def _welcome(epoch: str, seq: int) -> Frame:
    return {"type": "welcome", "epoch": epoch, "seq": seq}
