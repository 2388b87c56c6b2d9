"""Logs as the product seals them, without a database: lines, their tree and their checkpoints."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from partners.audit.proof.checkpoints import Checkpoint
from partners.audit.proof.entries import line_of
from partners.audit.proof.folder import write_folder
from partners.audit.proof.notes import SigningKey, sign
from partners.audit.proof.tree import Complete, Growth, complete_of, leaf_hash
from partners.audit.proof.verifying import Heads

ORIGIN = "schakelpunt.example/auditspoor/GM0828"
KEY = SigningKey("a-secret-of-the-tests-and-of-nothing-else", ORIGIN)


def an_entry(seq: int, chance: random.Random) -> dict[str, Any]:
    """Different from every other."""
    return {
        "id": str(UUID(int=chance.getrandbits(128))),
        "seq": seq,
        "at": f"2026-11-{1 + seq % 28:02}T10:00:00.{chance.randrange(10**6):06}Z",
        "actor": {
            "id": str(chance.randrange(90)),
            "membership": str(chance.randrange(99)),
            "organisation": chance.choice(["GM0828", "PE-OB", "OM-OB"]),
            "role": chance.choice(["liaison", "coordinator"]),
        },
        "action": chance.choice(["case.viewed", "disclosure.made"]),
        "object": {"type": "case", "id": f"2026-VR21-{seq:06}"},
        "case": chance.choice([None, f"2026-VR21-{seq:06}"]),
        "clearance": chance.choice([None, "ondermijning"]),
        "ground": chance.choice([None, "Wpg 20 “samenwerking”\n"]),
        "result": chance.choice(["ok", "denied"]),
        "origin": "web",
        "trace": f"{chance.getrandbits(128):032x}",
        "payload_hash": chance.choice([None, f"{chance.getrandbits(256):064x}"]),
    }


@dataclass(frozen=True)
class Log:
    lines: Sequence[bytes]
    sizes: Sequence[int]
    key: SigningKey = KEY

    @cached_property
    def leaves(self) -> list[bytes]:
        return [leaf_hash(line) for line in self.lines]

    @cached_property
    def complete(self) -> Complete:
        return complete_of(self.leaves)

    @property
    def hashes(self) -> bytes:
        return b"".join(self.leaves)

    @cached_property
    def checkpoints(self) -> list[Checkpoint]:
        growth, found = Growth(), []
        for leaf in self.leaves:
            growth.append(leaf)
            if growth.size in self.sizes:
                origin = self.key.verifier.name
                found.append(Checkpoint(origin, growth.size, growth.root()))
        return found

    @cached_property
    def notes(self) -> list[str]:
        return [sign(checkpoint.text, [self.key]) for checkpoint in self.checkpoints]

    def heads(self, *kept: Checkpoint) -> Heads:
        heads = Heads()
        for checkpoint in (*self.checkpoints, *kept):
            heads.add(checkpoint, "een controlepunt")
        return heads

    def write(self, folder: Path) -> Path:
        entries = zip(self.lines, self.leaves, strict=True)
        write_folder(folder, entries, self.notes, [str(self.key.verifier)])
        return folder


def a_log(size: int, seed: int = 1) -> Log:
    """With checkpoints at random sizes, and at its end."""
    chance = random.Random(seed)  # noqa: S311  the same log each time
    lines = [line_of(an_entry(seq, chance)) for seq in range(size)]
    sizes = {size, *chance.sample(range(1, size + 1), min(size, chance.randrange(12)))}
    return Log(lines, sorted(sizes))
