"""Whether a log as it is now goes on from a checkpoint that was kept of it."""

from partners.audit.proof.checkpoints import Checkpoint
from partners.audit.proof.paths import consistency_path, is_consistent
from partners.audit.proof.tree import Complete, Growth


def why_not_grown(kept: Checkpoint, now: Checkpoint, complete: Complete) -> str | None:
    """A Dutch sentence of what differs; None when all that was there is there unchanged.

    `complete` reads the subtrees of the log as it is stored; what it gives is not believed but
    proven, against both signed roots.
    """
    if kept.origin != now.origin:
        return f"Het bewaarde controlepunt is van {kept.origin}; dit spoor heet {now.origin}."
    if now.size < kept.size:
        return (
            f"Het spoor telde {kept.size} regels en telt er nu {now.size}: vanaf volgnummer "
            f"{now.size} is afgekapt."
        )
    if now.size == kept.size and now.root != kept.root:
        return _rewritten(kept)
    try:
        path = consistency_path(complete, kept.size, now.size)
        stored = Growth.of_size(kept.size, complete).root()
    except LookupError:
        return "Het spoor is niet volledig: er ontbreken vingerafdrukken van regels."
    if is_consistent(kept.size, kept.root, now.size, now.root, path):
        return None
    if stored != kept.root:
        return _rewritten(kept)
    return (
        f"De regels vanaf volgnummer {kept.size} zijn anders dan het nieuwste controlepunt, van "
        f"{now.size} regels, ondertekent."
    )


def _rewritten(kept: Checkpoint) -> str:
    return (
        f"Bij {kept.size} regels hoort nu een andere wortel: het spoor is voor volgnummer "
        f"{kept.size} herschreven."
    )
